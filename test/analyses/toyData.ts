import type { AnalysisContext } from '../../src/analyses/analysis.js';
import type { Finding, Verdict } from '../../src/domain/finding.js';
import { makeFinding } from '../../src/analyses/makeFinding.js';
import { makeFeatureTable, type FeatureColumns } from '../features/makeFeatureTable.js';
import { createRandom, randomNormal } from '../../src/stats/random.js';

/** A context around hand-made columns, with one source that says what it is. */
export function toyContext(columns: FeatureColumns, source = 'sample'): AnalysisContext {
  return {
    features: makeFeatureTable(columns),
    sources: [
      {
        source,
        title: 'Toy songs',
        asOf: '2024-12-31',
        rows: columns.ids.length,
        files: [],
        licence: 'none',
        selection: 'Invented songs.',
      },
    ],
    asOf: () => '2024-12-31',
    dataset: 'sample',
    seed: 1,
    study: () => Promise.reject(new Error('no study was expected')),
  };
}

export interface Planted {
  readonly songs?: number;
  readonly artists?: number;
  /** Points that explicit lyrics add. */
  readonly explicit?: number;
  /** Points that the genre adds, per genre step; explicit songs are more frequent in higher genres. */
  readonly genre?: number;
  readonly seed?: number;
}

/** Songs of several artists and genres with a planted effect of explicit lyrics and a planted confounder. */
export function plantedColumns(planted: Planted = {}): FeatureColumns {
  const { songs = 600, artists = 120, explicit = 0, genre = 0, seed = 7 } = planted;
  const random = createRandom(seed);
  const level = Array.from({ length: artists }, () => 4 * randomNormal(random));
  const rows = Array.from({ length: songs }, (_, i) => {
    const artist = i % artists;
    const style = artist % 4;
    const isExplicit = random() < 0.1 + 0.2 * style ? 1 : 0;
    const year = 2012 + Math.floor(random() * 8);
    const minutes = 3 + randomNormal(random) / 2;
    const popularity =
      35 + genre * style + explicit * isExplicit + level[artist] + 6 * randomNormal(random);
    const streams = 10 ** (6 + 0.1 * level[artist] + 0.4 * randomNormal(random));
    const views = 10 ** (1 + 0.8 * Math.log10(streams) + 0.3 * randomNormal(random));
    return {
      artist,
      style,
      isExplicit,
      year,
      minutes,
      streams,
      views,
      popularity: Math.min(100, Math.max(0, popularity)),
    };
  });
  const column = (pick: (row: (typeof rows)[number], i: number) => number): number[] =>
    rows.map(pick);
  return {
    ids: rows.map((_, i) => `toy:${i}`),
    numbers: {
      explicit: column((row) => row.isExplicit),
      release_year: column((row) => row.year),
      release_month: column((_, i) => 1 + (i % 12)),
      release_weekday: column((_, i) => 1 + (i % 7)),
      is_friday: column((_, i) => (i % 7 === 4 ? 1 : 0)),
      is_fourth_quarter: column((_, i) => (i % 12 >= 9 ? 1 : 0)),
      title_has_feat: column((_, i) => (i % 9 === 0 ? 1 : 0)),
      is_single: column((_, i) => (Math.floor(i / artists) % 3 === 0 ? 1 : 0)),
      official_video: column((_, i) => ((i + Math.floor(i / artists)) % 5 === 0 ? 0 : 1)),
      duration_minutes: column((row) => row.minutes),
      artist_song_count: column(() => songs / artists),
      playlists: column((_, i) => 1 + (i % 4)),
      danceability: column(() => random()),
      energy: column((row) => row.popularity / 100),
      valence: column(() => random()),
      acousticness: column(() => random()),
      instrumentalness: column(() => random()),
      loudness: column(() => -random() * 20),
      tempo: column(() => 90 + 60 * random()),
      log10_views: column((row) => Math.log10(row.views)),
      like_ratio: column((row) => 30 / Math.log10(row.views)),
    },
    categories: {
      genre: rows.map((row) => `style ${row.style}`),
      artist_id: rows.map((row) => `artist ${row.artist}`),
      artist: rows.map((row) => `Artist ${row.artist}`),
      title: rows.map((_, i) => `Song ${i}`),
      album_type: rows.map((_, i) => (Math.floor(i / artists) % 3 === 0 ? 'single' : 'album')),
    },
    observations: {
      popularity: { sample: column((row) => row.popularity) },
      streams: { sample: column((row) => row.streams) },
    },
  };
}

/** A judged finding of a declared hypothesis with the interval given, for tests of words. */
export function judgedFinding(
  id: string,
  verdict: Verdict | null,
  [low, high]: readonly [number, number],
  rest: Partial<Finding> = {},
): Finding {
  return makeFinding({
    id,
    section: 'content',
    label: id,
    kind: 'confirmatory',
    hypothesis: id,
    unit: 'points',
    estimate: (low + high) / 2,
    ci: { low, high, level: 0.95 },
    n: 1000,
    nUnit: 'songs',
    adjustedFor: ['genre', 'release_year'],
    smallestEffect: 2,
    verdict,
    test: { method: 't', statistic: { name: 't', value: 3 }, df: 50, p: 0.001, pAdjusted: 0.002 },
    queries: ['song-cores'],
    sources: ['sample'],
    asOf: '2024-12-31',
    ...rest,
  });
}
