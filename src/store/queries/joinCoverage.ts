import { z } from 'zod';
import type { Query } from '../query.js';

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
    SELECT a.entity, a.source, b.source AS other, count(*) AS rows
    FROM provenance a
    JOIN provenance b ON b.entity = a.entity AND b.entity_id = a.entity_id
    WHERE a.entity IN ('artist', 'song')
    GROUP BY a.entity, a.source, b.source
    ORDER BY a.entity, a.source, other`,
};
