import { z } from 'zod';
import { METRICS } from '../../domain/draft.js';
import type { Query } from '../query.js';

const row = z.object({
  song_id: z.string(),
  metric: z.enum(METRICS),
  source: z.string(),
  value: z.number(),
});

export type SongObservationRow = z.infer<typeof row>;

/** Every source's observations of the songs of one page, oldest first; values are the bounds `(after, last]`. */
export const songObservations: Query<SongObservationRow> = {
  id: 'song-observations',
  question: 'What popularity and how many streams did each source see for each song?',
  grain: 'One row per song, metric, source and day',
  sql: `
    SELECT song_id, metric, source, value
    FROM metric_snapshots
    WHERE song_id > $1 AND song_id <= $2
    ORDER BY song_id, metric, source, observed_on`,
  row,
};
