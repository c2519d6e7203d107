import type { FindingBook } from '../domain/findingBook.js';
import { name, prose, type Prose } from '../domain/prose.js';
import { numberIn, textIn, tableRecords } from '../domain/table.js';
import type { Chart, Drawing } from './chart.js';
import { datedSourceLine } from './parts/datedSourceLine.js';
import { treemap, type TreemapItem } from './marks/index.js';
import { tableIf } from './parts/tableIf.js';
import { formatNumber } from './text/formatNumber.js';

const MOST_TILES = 60;

/** Subgenres (or genres, where a source has no subgenres) by number of songs, coloured by mean popularity. */
export const genreTreemap: Chart = { id: 'genre-treemap', section: 'genres', build };

function build(book: FindingBook): Drawing | null {
  const table = tableIf(book, 'genres.sizes');
  if (!table) return null;
  const rows = tableRecords(table);
  const children = rows.filter((row) => row['parent'] !== null);
  const shown = (children.length > 0 ? children : rows)
    .filter((row) => (numberIn(row, 'songs') ?? 0) > 0)
    .sort((a, b) => (numberIn(b, 'songs') ?? 0) - (numberIn(a, 'songs') ?? 0))
    .slice(0, MOST_TILES);
  if (shown.length === 0) return null;
  const items = shown.map((row) => ({
    label: textIn(row, 'label'),
    value: numberIn(row, 'songs') ?? 0,
    colour: numberIn(row, 'popularity'),
    ...noteOf(numberIn(row, 'popularity')),
  }));
  const listed = items.reduce((sum, { value }) => sum + value, 0);
  const what = children.length > 0 ? 'subgenre' : 'genre';
  return {
    ...treemap({
      items,
      subtitle: `Area: songs listed under each ${what} (${formatNumber(listed)} in all); darker: more popular on average`,
      source: datedSourceLine(book, table),
    }),
    title: titleOf(items, what),
    alt: prose`Treemap of ${what}s by number of songs, coloured by mean popularity.`,
  };
}

function noteOf(popularity: number | null): { readonly note?: string } {
  return popularity === null ? {} : { note: `${popularity.toFixed(0)} points` };
}

/** The largest tile and the most popular one. */
function titleOf(items: readonly TreemapItem[], what: string): Prose {
  const [largest] = items;
  const popular = items.reduce<TreemapItem | undefined>(
    (best, item) => ((item.colour ?? -1) > (best?.colour ?? -1) ? item : best),
    undefined,
  );
  if (!largest) return [];
  const size = prose`${name(largest.label)} is the largest ${what}`;
  if (!popular || typeof popular.colour !== 'number') return size;
  return popular.label === largest.label
    ? prose`${size} and has the most popular songs on average`
    : prose`${size}; songs of ${name(popular.label)} are the most popular on average`;
}
