import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({ id: z.string(), name: z.string() });

export type ArtistName = z.infer<typeof row>;

export const artistNames: Query<ArtistName> = {
  id: 'artist-names',
  question: 'Which artists are there?',
  grain: 'One row per artist',
  row,
  sql: 'SELECT id, name FROM artists ORDER BY id',
};
