import { z } from 'zod';
import type { Query } from '../query.js';
import { ARTISTS_SPOKEN_OF, SONGS_SPOKEN_OF } from '../spokenOf.js';

const row = z.object({
  entity: z.enum(['artist', 'song']),
  source: z.string(),
  other: z.string(),
  rows: z.number(),
});

/** How many artists and songs two sources share; with itself, a source shares all it has. */
export const joinCoverage: Query<z.infer<typeof row>> = {
  id: 'join-coverage',
  question: 'How many artists and songs does each pair of sources share?',
  grain: 'One row per kind of entity and ordered pair of sources',
  row,
  sql: `
    SELECT 'artist' AS entity, a.source, b.source AS other, count(*) AS rows
    FROM ${ARTISTS_SPOKEN_OF} a
    JOIN ${ARTISTS_SPOKEN_OF} b ON b.artist_id = a.artist_id
    GROUP BY a.source, b.source
    UNION ALL
    SELECT 'song', a.source, b.source, count(*)
    FROM ${SONGS_SPOKEN_OF} a
    JOIN ${SONGS_SPOKEN_OF} b ON b.song_id = a.song_id
    GROUP BY a.source, b.source
    ORDER BY 1, 2, 3`,
};
