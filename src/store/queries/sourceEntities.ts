import { z } from 'zod';
import type { Query } from '../query.js';
import { ARTISTS_SPOKEN_OF, SONGS_SPOKEN_OF } from '../spokenOf.js';

const row = z.object({ source: z.string(), entity: z.string(), rows: z.number() });

/** How many songs, their albums, and artists each source speaks of; one entity can be known to several sources. */
export const sourceEntities: Query<z.infer<typeof row>> = {
  id: 'source-entities',
  question: 'How many songs, albums and artists does each source speak of?',
  grain: 'One row per source and kind of entity',
  row,
  sql: `
    SELECT source, 'song' AS entity, count(*) AS rows
    FROM ${SONGS_SPOKEN_OF} so
    GROUP BY source
    UNION ALL
    SELECT source, 'album', count(*)
    FROM provenance
    WHERE entity = 'album'
    GROUP BY source
    UNION ALL
    SELECT source, 'artist', count(*)
    FROM ${ARTISTS_SPOKEN_OF} ao
    GROUP BY source
    ORDER BY 1, 2`,
};
