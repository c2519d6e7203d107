import { z } from 'zod';
import type { Query } from '../query.js';

export const songCount: Query<{ songs: number }> = {
  id: 'song-count',
  question: 'How many songs are in the store?',
  grain: 'One row',
  sql: 'SELECT count(*) AS songs FROM songs ORDER BY 1',
  row: z.object({ songs: z.number() }),
};
