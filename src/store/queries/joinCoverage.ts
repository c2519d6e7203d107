import { z } from 'zod';
import type { Query } from '../query.js';
import { ENTITIES_BY_SOURCE } from './shared/entitiesBySource.js';

const row = z.object({
  entity: z.enum(['artist', 'song']),
  source: z.string(),
  other: z.string(),
  rows: z.number(),
});

/** How many artists and songs two sources share; with itself, a source shares all it has. */
export const joinCoverage: Query<z.infer<typeof row>> = {
  id: 'join-coverage',
  question: 'How many artists and songs does each source have, and how many does each pair share?',
  grain: 'One row per kind of entity and ordered pair of sources',
  row,
  sql: `
    ${ENTITIES_BY_SOURCE}
    SELECT 'artist' AS entity, a.source, b.source AS other, count(*) AS rows
    FROM spoken_artists a
    JOIN spoken_artists b ON b.artist_id = a.artist_id
    GROUP BY a.source, b.source
    UNION ALL
    SELECT 'song', a.source, b.source, count(*)
    FROM spoken_songs a
    JOIN spoken_songs b ON b.song_id = a.song_id
    GROUP BY a.source, b.source
    ORDER BY 1, 2, 3`,
};
