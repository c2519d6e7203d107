import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({ source: z.string(), entity: z.string(), rows: z.number() });

/** How many songs, albums and artists each source speaks of; one entity can be known to several sources. */
export const sourceEntities: Query<z.infer<typeof row>> = {
  id: 'source-entities',
  question: 'How many songs, albums and artists does each source speak of?',
  grain: 'One row per source and kind of entity',
  row,
  sql: `
    SELECT source, entity, count(*) AS rows
    FROM provenance
    WHERE entity IN ('song', 'album', 'artist')
    GROUP BY source, entity
    ORDER BY source, entity`,
};
