import type { FindingBook } from '../domain/findingBook.js';
import { name, prose } from '../domain/prose.js';
import { numberIn, tableRecords, textIn } from '../domain/table.js';
import type { Chart, Drawing } from './chart.js';
import { dumbbell } from './marks/dumbbell.js';
import { datedSourceLine } from './parts/datedSourceLine.js';
import { tableIf } from './parts/tableIf.js';

/** Precision and recall of each genre. */
export const songGenreGenres: Chart = { id: 'song-genre-genres', section: 'song_genre', build };

function build(book: FindingBook): Drawing | null {
  const table = tableIf(book, 'song_genre.genres');
  if (!table || table.rows.length === 0) return null;
  const rows = tableRecords(table)
    .map((row) => ({
      label: textIn(row, 'genre'),
      n: numberIn(row, 'songs'),
      from: numberIn(row, 'precision') ?? 0,
      to: numberIn(row, 'recall') ?? 0,
    }))
    .sort((a, b) => b.to - a.to);
  const [best, worst] = [rows[0].label, rows[rows.length - 1].label];
  return {
    ...dumbbell({
      rows,
      fromLabel: 'right where the model names it (precision)',
      toLabel: 'found by the model (recall)',
      x: { title: 'Share of songs', suffix: '%', fromZero: true },
      subtitle: 'Songs that the model has not seen, from sound and year; n counts songs',
      source: datedSourceLine(book, table),
    }),
    title: prose`${name(best)} is found most often, ${name(worst)} least`,
    alt: prose`Precision and recall of each genre, the genre that is found most at the top: ${name(best)}; at the bottom: ${name(worst)}.`,
  };
}
