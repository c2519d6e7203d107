import type { FeatureTable } from '../../features/featureTable.js';
import { FEATURES } from '../../features/index.js';
import { takeValues, type ModelColumn } from '../modelTable.js';
import type { ColumnGroup, ColumnInfo, PopularitySet } from './popularitySet.js';

/** A column with what it means. */
export type DescribedColumn = ModelColumn & { readonly info: ColumnInfo };

/** Features of the registry by what they speak of. */
const FROM_REGISTRY: readonly (readonly [ColumnGroup, readonly string[]])[] = [
  [
    'audio',
    [
      'danceability',
      'energy',
      'key',
      'loudness',
      'mode',
      'speechiness',
      'acousticness',
      'instrumentalness',
      'liveness',
      'valence',
      'tempo',
      'duration_minutes',
    ],
  ],
  ['date', ['release_year', 'release_month', 'release_weekday', 'days_since_release']],
  ['title', ['title_has_feat', 'title_is_remix', 'title_is_live']],
  ['catalogue', ['album_type', 'is_single', 'explicit', 'markets']],
  [
    'reach',
    [
      'playlists',
      // How many artists, songs and albums are known depends on which sources list them.
      'n_artists',
      'artist_song_count',
      'artist_albums',
      'artist_tags',
      'artist_listeners',
      'artist_plays',
      'plays_per_listener',
      'log10_views',
      'likes',
      'comments',
      'like_ratio',
      'comment_ratio',
      'official_video',
      'licensed_video',
      'log10_streams',
    ],
  ],
];

/**
 * What fewer of the rows have came from another source than the one that saw the target; which songs that one lists
 * follows their success, so that even whether the value is missing is known only after release.
 */
const OWN_SHARE = 0.95;

function owned({ info, ...column }: DescribedColumn): DescribedColumn {
  const isOwn = info.group !== 'catalogue' && info.group !== 'years';
  if (isOwn || knownShare(column) >= OWN_SHARE) return { ...column, info };
  return { ...column, info: { ...info, group: 'reach', knownAt: 'after-release' } };
}

/** Share of the rows that have a value. */
export function knownShare({ values }: ModelColumn): number {
  return values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : 1), 0) / values.length;
}

/** Columns of the registry at the rows, without those that would tell the target. */
export function registryColumns(
  features: FeatureTable,
  rows: Int32Array,
  without: readonly string[],
): DescribedColumn[] {
  return FROM_REGISTRY.flatMap(([group, ids]) =>
    ids.flatMap((id): DescribedColumn[] => {
      const feature = FEATURES.find((one) => one.id === id);
      if (feature === undefined || !features.has(id) || without.includes(id)) return [];
      const column: ModelColumn =
        feature.type === 'category'
          ? categoryOf(features, id, id, rows)
          : { id, kind: 'number', values: takeValues(features.number(id), rows) };
      const knownAt = group === 'reach' ? 'after-release' : feature.knownAt;
      return [owned({ ...column, info: { title: feature.title, group, knownAt } })];
    }),
  );
}

/** Genre and subgenre as the source itself sees them. */
export function labelColumns(
  features: FeatureTable,
  source: string,
  rows: Int32Array,
): DescribedColumn[] {
  return (['genre', 'subgenre'] as const).flatMap((id): DescribedColumn[] => {
    if (!features.has(`${id}:${source}`)) return [];
    const title = id === 'genre' ? 'Genre' : 'Subgenre';
    const info = { title, group: 'label', knownAt: 'release' } as const;
    return [{ ...categoryOf(features, `${id}:${source}`, id, rows), info }];
  });
}

const TITLE_WORDS: readonly (readonly [string, string, (title: string) => number])[] = [
  [
    'title_is_remaster',
    'Title says remaster',
    (title) => Number(/\bremaster(?:ed)?\b/iu.test(title)),
  ],
  [
    'title_is_version',
    'Title says version, edit or mix',
    (title) => Number(/version|edit|mix/iu.test(title)),
  ],
  ['title_length', 'Letters of the title', (title) => title.length],
  ['title_words', 'Words of the title', (title) => title.trim().split(/\s+/u).length],
];

/** What a title says besides the marks of the registry. */
export function titleColumns(titles: readonly string[]): DescribedColumn[] {
  return TITLE_WORDS.map(([id, title, measure]) => ({
    id,
    kind: 'number',
    values: Float64Array.from(titles, measure),
    info: { title, group: 'title', knownAt: 'release' },
  }));
}

/** First and last year of the artist among the rows, and the release as one number. */
export function yearColumns(
  years: Float64Array,
  months: Float64Array,
  artists: Int32Array,
): DescribedColumn[] {
  const ends = (better: (a: number, b: number) => number): Float64Array => {
    const of = new Map<number, number>();
    artists.forEach((artist, row) => {
      if (artist < 0 || Number.isNaN(years[row])) return;
      of.set(artist, better(of.get(artist) ?? years[row], years[row]));
    });
    return Float64Array.from(artists, (artist) => of.get(artist) ?? NaN);
  };
  const first = { title: 'First year of the artist', group: 'years', knownAt: 'release' } as const;
  const last = {
    title: 'Last year of the artist',
    group: 'years',
    knownAt: 'after-release',
  } as const;
  const time = { title: 'Release date', group: 'date', knownAt: 'release' } as const;
  const months0 = months.map((month) => (Number.isNaN(month) ? 0 : month - 1));
  return [
    {
      id: 'release_time',
      kind: 'number',
      values: years.map((y, row) => y + months0[row] / 12),
      info: time,
    },
    owned({ id: 'artist_first_year', kind: 'number', values: ends(Math.min), info: first }),
    owned({ id: 'artist_last_year', kind: 'number', values: ends(Math.max), info: last }),
  ];
}

/** Rows of the same artist and of the same album: how much of both the source has. */
export function countColumns(artists: Int32Array, albums: Int32Array): DescribedColumn[] {
  const counted = (id: string, title: string, codes: Int32Array): DescribedColumn => {
    const rows = new Map<number, number>();
    for (const code of codes) rows.set(code, (rows.get(code) ?? 0) + 1);
    const values = Float64Array.from(codes, (code) => (code < 0 ? NaN : (rows.get(code) ?? 0)));
    const info = { title, group: 'catalogue', knownAt: 'release' } as const;
    return owned({ id, kind: 'number', values, info });
  };
  return [
    counted('artist_songs', 'Songs of the artist in the source', artists),
    counted('album_songs', 'Songs of the album in the source', albums),
  ];
}

/** What other counts say of the artist: means over all songs of the store that name the artist first. */
export function artistReach(
  features: FeatureTable,
  rows: Int32Array,
  without: readonly string[],
): DescribedColumn[] {
  const artists = features.category('artist_id').codes;
  return (
    [
      ['log10_streams', 'artist_streams', 'Streams of the artist (log)'],
      ['log10_views', 'artist_views', 'Video views of the artist (log)'],
    ] as const
  ).flatMap(([from, id, title]): DescribedColumn[] => {
    if (!features.has(from) || without.includes(from)) return [];
    const info = { title, group: 'reach', knownAt: 'after-release' } as const;
    const { means, largest } = artistFigures(features.number(from), artists);
    const at = (of: ReadonlyMap<number, number>) =>
      Float64Array.from(rows, (row) => of.get(artists[row]) ?? NaN);
    return [
      { id: `${id}_mean`, kind: 'number', values: at(means), info },
      {
        id: `${id}_max`,
        kind: 'number',
        values: at(largest),
        info: { ...info, title: `${title}, largest` },
      },
    ];
  });
}

function artistFigures(values: Float64Array, artists: Int32Array) {
  const sums = new Map<number, { sum: number; n: number }>();
  const largest = new Map<number, number>();
  artists.forEach((artist, row) => {
    if (artist < 0 || Number.isNaN(values[row])) return;
    const { sum, n } = sums.get(artist) ?? { sum: 0, n: 0 };
    sums.set(artist, { sum: sum + values[row], n: n + 1 });
    largest.set(artist, Math.max(largest.get(artist) ?? -Infinity, values[row]));
  });
  return { means: new Map([...sums].map(([artist, { sum, n }]) => [artist, sum / n])), largest };
}

/** Most names that become columns of their own. */
const MOST_STYLES = 40;

/** One yes-or-no per genre and subgenre that the source sees in a song, not only the first of each kind. */
export function styleColumns(
  styles: ReadonlyMap<string, readonly string[]>,
  songs: PopularitySet['songs'],
): DescribedColumn[] {
  const names = [...new Set([...styles.values()].flat())].sort();
  if (names.length > MOST_STYLES) return [];
  return names.map((name) => ({
    id: `style:${name}`,
    kind: 'number',
    values: Float64Array.from(songs.ids, (id) => Number(styles.get(id)?.includes(name) ?? false)),
    info: { title: `Listed as ${name}`, group: 'lists', knownAt: 'after-release' },
  }));
}

/** Artist, artist within a subgenre, and album: of use by the mean target of their other songs alone. */
export function keyColumns(
  artists: Int32Array,
  albums: Int32Array,
  styles: ModelColumn | undefined,
): DescribedColumn[] {
  const pairs = artists.map((artist, row) => {
    const style = styles?.values[row] ?? NaN;
    return artist < 0 || Number.isNaN(style) ? -1 : artist * (styles?.levels?.length ?? 1) + style;
  });
  const column = (
    id: string,
    title: string,
    codes: Int32Array,
    knownAt: ColumnInfo['knownAt'],
  ): DescribedColumn => ({ ...coded(id, codes), info: { title, group: 'key', knownAt } });
  return [
    column('artist', 'Artist', artists, 'release'),
    column('artist_style', 'Artist within the subgenre', pairs, 'release'),
    column('album', 'Album', albums, 'after-release'),
  ];
}

/** Codes as a category, numbered anew in order of appearance; −1 is missing. */
export function coded(id: string, codes: Int32Array): ModelColumn {
  const places = new Map<number, number>();
  const values = Float64Array.from(codes, (code) => {
    if (code < 0) return NaN;
    const place = places.get(code) ?? places.size;
    places.set(code, place);
    return place;
  });
  return { id, kind: 'category', values, levels: Array.from(places.keys(), String) };
}

function categoryOf(
  features: FeatureTable,
  from: string,
  id: string,
  rows: Int32Array,
): ModelColumn {
  const { codes, levels } = features.category(from);
  const values = Float64Array.from(rows, (row) => (codes[row] < 0 ? NaN : codes[row]));
  return { id, kind: 'category', values, levels };
}
