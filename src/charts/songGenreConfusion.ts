import type { FindingBook } from '../domain/findingBook.js';
import { name, prose } from '../domain/prose.js';
import { tableRecords, textIn } from '../domain/table.js';
import type { Chart, Drawing } from './chart.js';
import { heatmap } from './marks/heatmap.js';
import { datedSourceLine } from './parts/datedSourceLine.js';
import { tableIf } from './parts/tableIf.js';
import { formatNumber } from './text/formatNumber.js';

/** What the songs of each genre are taken for. */
export const songGenreConfusion: Chart = {
  id: 'song-genre-confusion',
  section: 'song_genre',
  build,
};

function build(book: FindingBook): Drawing | null {
  const table = tableIf(book, 'song_genre.confusion');
  if (!table) return null;
  const [worst] = tableRecords(book.table('song_genre.pairs'));
  const message = worst
    ? prose`${name(textIn(worst, 'genre'))} is taken for ${name(textIn(worst, 'taken'))} most: what the songs of each genre are taken for`
    : prose`What the songs of each genre are taken for`;
  return {
    ...heatmap({
      rows: table.rows.map((row) => String(row[0])),
      columns: table.columns.slice(1).map(({ title }) => title),
      values: table.rows.map((row) =>
        row.slice(1).map((cell) => (typeof cell === 'number' ? cell : null)),
      ),
      domain: [0, 100],
      cellText: (value) => `${formatNumber(value, 0)}%`,
      columnTitle: 'Taken for',
      subtitle:
        'Rows: main genre on playlists. Cells: share of its songs that the model takes for the genre above',
      source: datedSourceLine(book, table),
    }),
    title: message,
    alt: prose`Heat map of main genres against the genres that the model names, as shares of each genre’s songs. ${message}.`,
  };
}
