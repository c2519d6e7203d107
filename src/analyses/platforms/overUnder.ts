import type { Cell, DataTable } from '../../domain/table.js';
import type { FeatureTable } from '../../features/featureTable.js';
import { benjaminiHochberg } from '../../stats/benjaminiHochberg.js';
import { studentQuantile } from '../../stats/distributions/studentQuantile.js';
import { studentTail } from '../../stats/distributions/studentTail.js';
import { categoryOf } from '../adjusted/categoryOf.js';
import { SONG_QUERIES } from '../adjusted/levelTable.js';
import { songsOnce } from '../adjusted/songsOnce.js';
import type { Expectation } from './expectation.js';

const SHOWN_EACH_SIDE = 10;
const MIN_SONGS_PER_ARTIST = 5;
const CALL_RATE = 0.05;

interface Candidate {
  readonly row: number;
  readonly residual: number;
}

const SONG_COLUMNS: DataTable['columns'] = [
  { id: 'side', title: 'Stronger on', unit: 'text' },
  { id: 'title', title: 'Song', unit: 'text' },
  { id: 'artist', title: 'Artist', unit: 'text' },
  { id: 'streams', title: 'Streams', unit: 'streams' },
  { id: 'views', title: 'Views', unit: 'views' },
  { id: 'expected', title: 'Expected views', unit: 'views' },
];

/**
 * Songs with the most and the fewest views for their streams. Only songs with a video of their own (see
 * {@link withOwnVideo}) and at least median streams are compared, and a song that stands under several artists once. Descriptive:
 * extremes are extreme partly by luck.
 */
export function songsOverUnder(table: FeatureTable, expected: Expectation): DataTable | null {
  const titles = textColumn(table, 'title');
  if (!titles || !table.has('official_video')) return null;
  const artists = textColumn(table, 'artist');
  const candidates = songCandidates(table, expected);
  if (candidates.length < 2 * SHOWN_EACH_SIDE) return null;
  const cells = ({ row, residual }: Candidate, side: string): Cell[] => [
    side,
    titles(row),
    artists?.(row) ?? null,
    Math.round(10 ** expected.streams[row]),
    Math.round(10 ** expected.views[row]),
    Math.round(10 ** (expected.views[row] - residual)),
  ];
  const over = candidates.slice(0, SHOWN_EACH_SIDE);
  const under = candidates.slice(-SHOWN_EACH_SIDE).reverse();
  return {
    id: 'platforms.songs',
    title: 'Songs with the most and the fewest YouTube views for their Spotify streams',
    grain: 'One row per song with an official video of its own and at least median streams',
    queries: SONG_QUERIES,
    sources: [expected.source],
    columns: SONG_COLUMNS,
    rows: [
      ...over.map((item) => cells(item, 'YouTube')),
      ...under.map((item) => cells(item, 'Spotify')),
    ],
  };
}

/** Songs with a video of their own and at least median streams, each once, most views for their streams first. */
function songCandidates(table: FeatureTable, expected: Expectation): readonly Candidate[] {
  const floor = medianOf(expected.songs, expected.streams);
  const popular = withOwnVideo(table, expected)
    .filter(({ row }) => expected.streams[row] >= floor)
    .sort((a, b) => b.residual - a.residual || a.row - b.row);
  const rows = Int32Array.from(popular, ({ row }) => row);
  const once = new Set(songsOnce(table, expected.source, rows));
  return popular.filter(({ row }) => once.has(row));
}

/**
 * The songs whose video tells of their own audience: an official one, where the source says so, that stands for no other song
 * of the artist. Searches for a song's video now and then find a fan's upload, or the artist's one hit for every song.
 */
function withOwnVideo(table: FeatureTable, expected: Expectation): Candidate[] {
  const official = table.has('official_video') ? table.number('official_video') : null;
  const artists = categoryOf(table, 'artist', expected.source)?.codes;
  const videoOf = (row: number): string | null => {
    const artist = artists?.[row] ?? -1;
    // Two videos of one artist with the very same number of views are one video.
    return artist < 0 ? null : `${artist} ${expected.views[row]}`;
  };
  const songs = new Map<string | null, number>();
  for (const row of expected.rows) songs.set(videoOf(row), (songs.get(videoOf(row)) ?? 0) + 1);
  return Array.from(expected.rows, (row, i) => ({ row, residual: expected.residuals[i] })).filter(
    ({ row }) => {
      const video = videoOf(row);
      return official?.[row] !== 0 && (video === null || songs.get(video) === 1);
    },
  );
}

interface ArtistRow {
  readonly name: string;
  readonly n: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
}

/**
 * Artists whose songs have more or fewer views than their streams let one expect: the mean log ratio over at least five songs
 * with a video of their own (see {@link withOwnVideo}), with a t interval. Listed are those that pass Benjamini–Hochberg among all such artists; exploratory.
 */
export function artistsOverUnder(table: FeatureTable, expected: Expectation): DataTable | null {
  const rows = artistRows(table, expected);
  const adjusted = benjaminiHochberg(rows.map((row) => row.p));
  const called = rows
    .filter((_, i) => (adjusted[i] ?? 1) <= CALL_RATE)
    .sort((a, b) => b.mean - a.mean || (a.name < b.name ? -1 : 1));
  if (called.length === 0) return null;
  const over = called.filter((row) => row.low > 0).slice(0, SHOWN_EACH_SIDE);
  const under = called.filter((row) => row.high < 0).slice(-SHOWN_EACH_SIDE);
  return {
    id: 'platforms.artists',
    title:
      'Artists with the most and the fewest YouTube views for their Spotify streams (exploratory)',
    grain: 'One row per artist with at least five songs that have an official video of their own',
    queries: SONG_QUERIES,
    sources: [expected.source],
    columns: [
      { id: 'side', title: 'Stronger on', unit: 'text' },
      { id: 'artist', title: 'Artist', unit: 'text' },
      { id: 'songs', title: 'Songs', unit: 'songs' },
      { id: 'times', title: 'Times the expected views', unit: 'times' },
      { id: 'low', title: 'From', unit: 'times' },
      { id: 'high', title: 'To', unit: 'times' },
    ],
    rows: [
      ...over.map((row) => artistCells(row, 'YouTube')),
      ...under.map((row) => artistCells(row, 'Spotify')),
    ],
  };
}

function artistCells(row: ArtistRow, side: string): Cell[] {
  return [side, row.name, row.n, ...[row.mean, row.low, row.high].map((log) => 10 ** log)];
}

function artistRows(table: FeatureTable, expected: Expectation): readonly ArtistRow[] {
  const ids = categoryOf(table, 'artist', expected.source);
  const names = textColumn(table, 'artist');
  if (!ids || !names) return [];
  const groups = new Map<number, { first: number; values: number[] }>();
  for (const { row, residual } of withOwnVideo(table, expected)) {
    const code = ids.codes[row] ?? -1;
    if (code < 0) continue;
    const group = groups.get(code) ?? { first: row, values: [] };
    group.values.push(residual);
    groups.set(code, group);
  }
  return [...groups.values()]
    .filter((group) => group.values.length >= MIN_SONGS_PER_ARTIST)
    .map((group) => ({ name: names(group.first) ?? '', ...meanWithInterval(group.values) }));
}

function meanWithInterval(values: readonly number[]): Omit<ArtistRow, 'name'> {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const se = Math.sqrt(variance / n);
  const margin = se * studentQuantile(0.975, n - 1);
  const p = se > 0 ? 2 * studentTail(Math.abs(mean / se), n - 1) : 1;
  return { n, mean, low: mean - margin, high: mean + margin, p };
}

function textColumn(table: FeatureTable, id: string): ((row: number) => string | null) | null {
  if (!table.has(id)) return null;
  const { codes, levels } = table.category(id);
  return (row) => levels[codes[row] ?? -1] ?? null;
}

function medianOf(rows: Int32Array, values: Float64Array): number {
  const sorted = Float64Array.from(rows, (row) => values[row]).sort();
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
