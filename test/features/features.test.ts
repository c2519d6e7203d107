import { describe, expect, it } from 'vitest';
import type { Feature, FeatureValue } from '../../src/features/feature.js';
import { FEATURES, uniqueFeatures } from '../../src/features/index.js';
import type { SongRecord } from '../../src/store/queries/songRecords.js';
import { featureContext, fullSong, songRecord } from './songRecordFixture.js';
import fc from '../fastCheck.js';

function feature(id: string): Feature {
  const found = FEATURES.find((one) => one.id === id);
  if (!found) throw new Error(`no feature ${id}`);
  return found;
}

function valueOf(id: string, song: SongRecord, asOf: Record<string, string> = {}): FeatureValue {
  return feature(id).compute(song, featureContext(asOf));
}

/** What every feature says of the full song. */
const EXPECTED: Readonly<Record<string, FeatureValue>> = {
  release_year: 2024,
  release_month: 10,
  release_weekday: 5,
  days_since_release: 81,
  is_recent: true,
  release_precision: 'day',
  is_friday: true,
  is_fourth_quarter: true,
  decade: '2020s',
  duration_minutes: 3.5,
  track_position: 3,
  duration_vs_genre_median: 1.05,
  plays_per_listener: 25,
  artist_song_count: 4,
  log1p_artist_song_count: Math.log(5),
  artist_albums: 2,
  log1p_artist_albums: Math.log(3),
  artist_tags: 3,
  log1p_artist_tags: Math.log(4),
  artist_listeners: 10,
  log1p_artist_listeners: Math.log(11),
  artist_plays: 250,
  log1p_artist_plays: Math.log(251),
  genre_song_count: 7,
  album_song_count: 5,
  playlists: 2,
  explicit: true,
  album_type: 'single',
  is_single: true,
  genre: 'pop',
  subgenre: 'power pop',
  title_has_feat: true,
  title_is_remix: false,
  title_is_live: true,
  n_artists: 2,
  markets: 79,
  danceability: 0.7,
  energy: 0.6,
  key: 11,
  loudness: -6.5,
  mode: 1,
  speechiness: 0.05,
  acousticness: 0.2,
  instrumentalness: 0.01,
  liveness: 0.3,
  valence: 0.4,
  tempo: 120.5,
  views: 10_000,
  likes: 250,
  comments: 5,
  log10_views: 4,
  like_ratio: 25,
  comment_ratio: 0.5,
  official_video: false,
  licensed_video: true,
  streams: 100_000,
  log10_streams: 5,
  artist: 'The Quiet Foxes',
  artist_id: 'sample:a1',
  work_key: 'the quiet foxes / paper lanterns',
  album: 'Lanterns',
  album_id: 'sample:b1',
  title: 'Paper Lanterns (feat. Otis Yarrow) - Live in Saltholm',
};

/** Features that a song has even when nothing but title and artist is known. */
const ALWAYS: Readonly<Record<string, FeatureValue>> = {
  playlists: 0,
  title_has_feat: false,
  title_is_remix: false,
  title_is_live: false,
  work_key: 'sample:t1',
  title: 'Paper Lanterns',
};

describe('every feature', () => {
  it('is covered by this test', () => {
    expect(FEATURES.map((one) => one.id).sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(FEATURES.map((one) => one.id))('%s of a song that has everything', (id) => {
    const value = valueOf(id, fullSong);
    const expected = EXPECTED[id];
    if (typeof expected === 'number') expect(value).toBeCloseTo(expected, 12);
    else expect(value).toBe(expected);
  });

  it.each(FEATURES.map((one) => one.id))('%s of a song that has nothing', (id) => {
    const bare = songRecord({ artistId: null, artist: null, artistCount: 0 });
    expect(valueOf(id, bare)).toBe(ALWAYS[id] ?? null);
  });
});

describe('days since release', () => {
  const on = (date: string, precision: 'year' | 'month' | 'day', source = 'sample') =>
    songRecord({
      released: { on: date, precision },
      observations: [{ metric: 'popularity', source, value: 1 }],
    });

  it('counts from the as-of date of the source that looked first', () => {
    const song = songRecord({
      released: { on: '2019-12-25', precision: 'day' },
      observations: [
        { metric: 'popularity', source: 'later', value: 1 },
        { metric: 'popularity', source: 'sooner', value: 1 },
        { metric: 'streams', source: 'first', value: 1 },
      ],
    });
    const asOf = { later: '2020-12-31', sooner: '2020-01-01', first: '2019-12-31' };
    expect(valueOf('days_since_release', song, asOf)).toBe(7);
  });

  it('falls back on streams, and then on whatever knows the song', () => {
    const released = { on: '2024-12-01', precision: 'day' } as const;
    const streamed = songRecord({
      released,
      observations: [{ metric: 'streams', source: 'b', value: 1 }],
    });
    const tagged = songRecord({
      released,
      genres: [{ source: 'c', genre: 'pop', subgenre: null }],
    });
    const asOf = { b: '2024-12-03', c: '2024-12-05' };
    expect(valueOf('days_since_release', streamed, asOf)).toBe(2);
    expect(valueOf('days_since_release', tagged, asOf)).toBe(4);
    expect(valueOf('days_since_release', songRecord({ released }))).toBeNull();
  });

  it('is missing for imprecise dates and for dates after the as-of date', () => {
    expect(valueOf('days_since_release', on('2020-01-01', 'year'))).toBeNull();
    expect(valueOf('days_since_release', on('2020-05-01', 'month'))).toBeNull();
    expect(valueOf('days_since_release', on('2025-01-01', 'day'))).toBeNull();
    expect(valueOf('days_since_release', on('2024-12-31', 'day'))).toBe(0);
  });

  it('knows whether an imprecise date is recent where only one answer is possible', () => {
    expect(valueOf('is_recent', on('2024-01-01', 'year'))).toBe(true);
    expect(valueOf('is_recent', on('2023-01-01', 'year'))).toBeNull();
    expect(valueOf('is_recent', on('2022-01-01', 'year'))).toBe(false);
    expect(valueOf('is_recent', on('2023-12-01', 'month'))).toBe(false);
    expect(valueOf('is_recent', on('2024-01-01', 'month'), { sample: '2025-01-15' })).toBeNull();
    expect(valueOf('is_recent', on('2023-12-31', 'day'))).toBe(false);
    expect(valueOf('is_recent', on('2024-01-01', 'day'))).toBe(true);
  });
});

describe('parts of a date', () => {
  it('are missing where the date is not that precise', () => {
    const year = songRecord({ released: { on: '1979-01-01', precision: 'year' } });
    const month = songRecord({ released: { on: '1979-11-01', precision: 'month' } });
    for (const id of ['release_month', 'is_fourth_quarter', 'release_weekday', 'is_friday']) {
      expect(valueOf(id, year), id).toBeNull();
    }
    expect(valueOf('release_month', month)).toBe(11);
    expect(valueOf('is_fourth_quarter', month)).toBe(true);
    expect(valueOf('is_friday', month)).toBeNull();
    expect(valueOf('decade', year)).toBe('1970s');
  });

  it.each([
    ['1969-07-20', 7], // the moon landing, a Sunday
    ['1970-01-01', 4],
    ['2000-01-01', 6],
    ['2024-02-29', 4],
    ['1899-12-31', 7],
  ])('%s fell on weekday %i', (on, weekday) => {
    expect(valueOf('release_weekday', songRecord({ released: { on, precision: 'day' } }))).toBe(
      weekday,
    );
  });
});

describe('genres', () => {
  it('come from the source that the store believes first', () => {
    const song = songRecord({
      genres: [
        { source: 'another', genre: 'drone', subgenre: null },
        { source: 'spotify_112_genres', genre: 'j-pop', subgenre: null },
        { source: 'spotify_songs', genre: 'pop', subgenre: 'dance pop' },
      ],
    });
    expect(valueOf('genre', song)).toBe('pop');
    expect(valueOf('subgenre', song)).toBe('dance pop');
  });

  it('skip a source that names only a subgenre', () => {
    const song = songRecord({
      genres: [
        { source: 'spotify_songs', genre: null, subgenre: 'dance pop' },
        { source: 'user', genre: 'pop', subgenre: null },
      ],
    });
    expect(valueOf('genre', song)).toBe('pop');
    expect(valueOf('subgenre', song)).toBeNull();
  });
});

describe('ratios and logarithms', () => {
  const video = { source: 'sample', likes: 3, comments: null, licensed: null, official: null };

  it('are missing where the denominator is zero', () => {
    const unseen = songRecord({ video: { ...video, views: 0 } });
    for (const id of ['like_ratio', 'comment_ratio', 'log10_views']) {
      expect(valueOf(id, unseen), id).toBeNull();
    }
    const silent = songRecord({
      observations: [{ metric: 'streams', source: 'sample', value: 0 }],
    });
    expect(valueOf('log10_streams', silent)).toBeNull();
    expect(valueOf('streams', silent)).toBe(0);
  });

  it('are missing where one side is hidden', () => {
    expect(valueOf('comment_ratio', songRecord({ video: { ...video, views: 100 } }))).toBeNull();
    expect(valueOf('like_ratio', songRecord({ video: { ...video, views: 100 } }))).toBe(30);
  });
});

describe('a compilation', () => {
  it('is neither single nor album', () => {
    expect(valueOf('is_single', songRecord({ albumType: 'compilation' }))).toBeNull();
    expect(valueOf('is_single', songRecord({ albumType: 'album' }))).toBe(false);
  });
});

describe('marks in titles', () => {
  it.each([
    ['Sun (feat. Rae)', true],
    ['Sun ft. Rae', true],
    ['Sun featuring Rae', true],
    ['Sun [Feat. Rae]', true],
    ['Defeat. Again', false],
    ['Left Behind', false],
    ['Feats of Strength', false],
  ])('%s names a guest: %s', (title, expected) => {
    expect(valueOf('title_has_feat', songRecord({ title }))).toBe(expected);
  });

  it.each([
    ['Memories - Dillon Remix', true],
    ['Memories (Club RMX)', true],
    ['Memories [Remixed]', true],
    ['Ignition (Remix)', true],
    ['Remix to My Heart', false],
    ['Memories (Radio Edit)', false],
  ])('%s is a remix: %s', (title, expected) => {
    expect(valueOf('title_is_remix', songRecord({ title }))).toBe(expected);
  });

  it.each([
    ['Halo (Live)', true],
    ['Halo - Live at the Quay', true],
    ['Halo [Acoustic, Live]', true],
    ['Live and Let Go', false],
    ['Halo (Alive)', false],
    ['Halo - Olive Mix', false],
  ])('%s is live: %s', (title, expected) => {
    expect(valueOf('title_is_live', songRecord({ title }))).toBe(expected);
  });
});

describe('the contract of features', () => {
  it('has ids without duplicates, in snake case', () => {
    expect(uniqueFeatures(FEATURES)).toBe(FEATURES);
    for (const { id } of FEATURES) expect(id).toMatch(/^[a-z][a-z0-9_]*$/);
    const twice = [feature('genre'), feature('genre')];
    expect(() => uniqueFeatures(twice)).toThrow('duplicate feature "genre"');
  });

  it.each(FEATURES.map((one) => [one.id, one] as const))('%s says what it is', (_, one) => {
    expect(one.title).not.toBe('');
    expect(one.meaning).toMatch(/\.$/);
    expect(one.missing).toMatch(/\.$/);
    expect(`${one.meaning}${one.missing}`).not.toContain('|');
    expect(['release', 'after-release']).toContain(one.knownAt);
    if (one.type !== 'number') expect(one.unit).toBe('text');
  });

  it('never gives undefined, NaN or an infinity, and keeps its type', () => {
    fc.assert(
      fc.property(songRecords(), (song) => {
        for (const one of FEATURES) {
          const value = one.compute(song, featureContext());
          if (value === null) continue;
          if (one.type === 'number') expect(Number.isFinite(value), one.id).toBe(true);
          else expect(typeof value, one.id).toBe(one.type === 'boolean' ? 'boolean' : 'string');
        }
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('uses nothing that is known only after the release where it claims otherwise', () => {
    const heard = songRecord({
      ...fullSong,
      observations: [],
      playlists: 90,
      video: fullSong.video && { ...fullSong.video, views: 9, likes: 9, comments: 9 },
    });
    const context = featureContext();
    const aged = { ...context, asOf: () => '2030-01-01' };
    for (const one of FEATURES.filter(({ knownAt }) => knownAt === 'release')) {
      expect(one.compute(heard, aged), one.id).toBe(one.compute(fullSong, context));
    }
  });
});

function songRecords(): fc.Arbitrary<SongRecord> {
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
  const count = maybe(fc.constantFrom(0, 1, 7, Number.MAX_SAFE_INTEGER));
  const flag = maybe(fc.boolean());
  const audio = Object.keys(fullSong.audio ?? {}).map((key) => [
    key,
    maybe(fc.double({ min: 0, max: 1, noNaN: true })),
  ]);
  return fc.record({
    id: fc.constant('x'),
    title: fc.string({ minLength: 1 }),
    workKey: fc.string(),
    artistId: fc.constantFrom('sample:a1', 'unknown', null),
    artist: maybe(fc.string({ minLength: 1 })),
    artistCount: fc.nat(3),
    albumId: fc.constantFrom('sample:b1', 'unknown', null),
    album: maybe(fc.string({ minLength: 1 })),
    albumType: fc.constantFrom('album', 'single', 'compilation', null),
    trackNumber: maybe(fc.integer({ min: 1, max: 99 })),
    released: maybe(
      fc.record({
        on: fc.constantFrom('1860-01-01', '2024-02-29', '2100-12-31'),
        precision: fc.constantFrom('year', 'month', 'day'),
      }),
    ),
    durationMs: maybe(fc.constantFrom(1, 200_000, 86_400_000)),
    explicit: flag,
    markets: maybe(fc.nat(200)),
    playlists: fc.nat(20),
    audio: maybe(
      fc.record(Object.fromEntries(audio) as Record<string, fc.Arbitrary<number | null>>),
    ),
    genres: fc.array(
      fc.record({
        source: fc.constantFrom('spotify_songs', 'b', 'c'),
        genre: fc.constantFrom('pop', 'unknown', null),
        subgenre: fc.constantFrom('power pop', null),
      }),
      { maxLength: 3 },
    ),
    observations: fc.array(
      fc.record({
        metric: fc.constantFrom('popularity', 'streams', 'plays'),
        source: fc.constantFrom('a', 'b'),
        value: fc.constantFrom(0, 50, Number.MAX_VALUE),
      }),
      { maxLength: 3 },
    ),
    video: maybe(
      fc.record({
        source: fc.constant('a'),
        views: count,
        likes: count,
        comments: count,
        licensed: flag,
        official: flag,
      }),
    ),
  });
}
