import { z } from 'zod';
import type { Query } from '../query.js';

interface SongPageRow {
  /** Id of the page's last song, or null where no song is left. */
  readonly last: string | null;
  readonly songs: number;
}

/** Bounds of the next page of songs: values are the id after which it starts and how many songs it may hold. */
export const songPages: Query<SongPageRow> = {
  id: 'song-pages',
  question: 'Where does the next page of songs end, counted from a song id?',
  grain: 'One row',
  sql: `
    SELECT max(page.id) AS last, count(*) AS songs
    FROM (SELECT id FROM songs WHERE id > $1 ORDER BY id LIMIT $2) page
    ORDER BY 1`,
  row: z.object({ last: z.string().nullable(), songs: z.number() }),
};
