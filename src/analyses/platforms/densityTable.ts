import type { DataTable } from '../../domain/table.js';
import { SONG_QUERIES } from '../adjusted/levelTable.js';
import type { Expectation } from './expectation.js';

const CELLS_PER_DECADE = 6;

/** Counts of songs in a log–log grid of streams and views: what the scatter chart draws for many songs. */
export function densityTable({ songs, streams, views, source }: Expectation): DataTable {
  const counts = new Map<string, { x: number; y: number; count: number }>();
  for (const row of songs) {
    const x = Math.floor(streams[row] * CELLS_PER_DECADE);
    const y = Math.floor(views[row] * CELLS_PER_DECADE);
    const key = `${x}|${y}`;
    const cell = counts.get(key) ?? { x, y, count: 0 };
    cell.count += 1;
    counts.set(key, cell);
  }
  const cells = [...counts.values()].sort((a, b) => a.x - b.x || a.y - b.y);
  const edge = (index: number): number => 10 ** (index / CELLS_PER_DECADE);
  return {
    id: 'platforms.density',
    title: 'Songs by Spotify streams and YouTube views',
    grain: 'One row per cell of a logarithmic grid, six cells to a factor of ten',
    queries: SONG_QUERIES,
    sources: [source],
    columns: [
      { id: 'streams_from', title: 'Streams from', unit: 'streams' },
      { id: 'streams_to', title: 'Streams to', unit: 'streams' },
      { id: 'views_from', title: 'Views from', unit: 'views' },
      { id: 'views_to', title: 'Views to', unit: 'views' },
      { id: 'songs', title: 'Songs', unit: 'songs' },
    ],
    rows: cells.map(({ x, y, count }) => [edge(x), edge(x + 1), edge(y), edge(y + 1), count]),
  };
}

/** The robust line at a few points, in streams and views. */
export function lineTable({ rows, streams, slope, intercept, source }: Expectation): DataTable {
  const x = Array.from(rows, (row) => streams[row]);
  const low = x.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = x.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return {
    id: 'platforms.line',
    title: 'Views that a song’s streams let one expect',
    grain: 'One row per end of the robust line',
    queries: SONG_QUERIES,
    sources: [source],
    columns: [
      { id: 'streams', title: 'Streams', unit: 'streams' },
      { id: 'views', title: 'Expected views', unit: 'views' },
    ],
    rows: [low, high].map((at) => [10 ** at, 10 ** (intercept + slope * at)]),
  };
}
