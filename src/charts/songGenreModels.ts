import { songGenreTitle } from '../analyses/songGenre/songGenreTitle.js';
import type { FindingBook } from '../domain/findingBook.js';
import { prose } from '../domain/prose.js';
import { numberIn, tableRecords, textIn } from '../domain/table.js';
import type { Chart, Drawing } from './chart.js';
import { barWithInterval } from './marks/index.js';
import { datedSourceLine } from './parts/datedSourceLine.js';
import { tableIf } from './parts/tableIf.js';

/** How often each model tells the main genre of songs it has not seen. */
export const songGenreModels: Chart = { id: 'song-genre-models', section: 'song_genre', build };

function build(book: FindingBook): Drawing | null {
  const table = tableIf(book, 'song_genre.models');
  if (!table) return null;
  const rows = tableRecords(table)
    .filter((row) => textIn(row, 'split') === 'songs' && textIn(row, 'from') === 'sound and year')
    .map((row) => ({
      label: textIn(row, 'model'),
      value: numberIn(row, 'accuracy') ?? 0,
      low: numberIn(row, 'low'),
      high: numberIn(row, 'high'),
      highlight: textIn(row, 'model') === 'Boosting and forest together',
    }));
  return {
    ...barWithInterval({
      rows,
      x: { title: 'Songs whose main genre is told right', suffix: '%' },
      decimals: 1,
      subtitle:
        'From sound and year, songs that the model has not seen, with 95% interval over artists',
      source: datedSourceLine(book, table),
    }),
    title: songGenreTitle(book),
    alt: prose`Bars of how often each model tells a song’s main genre, with intervals, best at the top and beside always naming the commonest genre.`,
  };
}
