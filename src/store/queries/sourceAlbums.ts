import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({ source: z.string(), albums: z.number() });

/** Albums of which a source gave the value that is held. */
export const sourceAlbums: Query<z.infer<typeof row>> = {
  id: 'source-albums',
  question: 'How many albums come from each source?',
  grain: 'One row per source that gave albums',
  row,
  sql: `
    SELECT source, count(*) AS albums
    FROM provenance
    WHERE entity = 'album'
    GROUP BY source
    ORDER BY source`,
};
