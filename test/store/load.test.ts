import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DraftRecord, TrackDraft } from '../../src/domain/draft.js';
import { OUTCOMES } from '../../src/domain/record.js';
import { AppError } from '../../src/errors.js';
import { contentHash } from '../../src/store/contentHash.js';
import type { Db } from '../../src/store/db.js';
import { openStore } from '../../src/store/openStore.js';
import { deadLetters } from '../../src/store/queries/deadLetters.js';
import { rowCounts } from '../../src/store/rowCounts.js';
import { ingestRuns } from './books.js';
import {
  album,
  artist,
  AUDIO,
  brokenReferences,
  emptyStore,
  lastfm,
  loadAll,
  record,
  rejection,
  spotify,
  track,
} from './drafts.js';
import fc from '../fastCheck.js';

let db: Db;
beforeAll(async () => {
  db = await openStore({ directory: null });
});
beforeEach(() => emptyStore(db));
afterAll(() => db.close());

const outcome = async (records: readonly DraftRecord[], id = 'run-1') => {
  const [entry] = await loadAll(db, records, { id });
  const outcomes = OUTCOMES.map((name) => [name, entry?.[name] ?? 0] as const);
  return Object.fromEntries(outcomes.filter(([, count]) => count !== 0));
};
const songs = () =>
  db.query<{ id: string; title: string }>('SELECT id, title FROM songs ORDER BY id');
const popularity = (value: number): Partial<TrackDraft> => ({
  observations: [{ metric: 'popularity', value }],
});
const onPlaylist = (id: string, genre = 'pop'): Partial<TrackDraft> => ({
  playlist: { id, name: `List ${id}` },
  tags: [{ name: genre, kind: 'genre' }],
});

describe('a track record', () => {
  it('fans out to everything it says', async () => {
    const draft = track('Song (feat. Guest)', {
      ids: [spotify('s1')],
      artists: [artist('Main', [{ scheme: 'musicbrainz', value: 'mb1' }]), artist('Guest')],
      album: album('Album', {
        ids: [spotify('a1')],
        type: 'single',
        released: { on: '2019-01-01', precision: 'year' },
      }),
      trackNumber: 2,
      released: { on: '2019-06-14', precision: 'day' },
      durationMs: 181_000,
      explicit: true,
      markets: 79,
      audio: AUDIO,
      ...onPlaylist('p1'),
      observations: [{ metric: 'popularity', value: 66 }],
      video: {
        title: 'V',
        channel: 'C',
        views: 10,
        likes: 2,
        comments: 1,
        licensed: true,
        official: false,
      },
    });
    expect(await outcome([record(draft)])).toEqual({ loaded: 1 });
    const [row] = await db.query(
      `SELECT s.id, s.title, s.match_key, s.work_key, s.released_on, s.release_precision, s.duration_ms, s.explicit,
         s.markets, s.track_number, al.id AS album, al.album_type, al.artist_id, al.release_precision AS album_precision
       FROM songs s JOIN albums al ON al.id = s.album_id`,
    );
    expect(row).toEqual({
      id: 'spotify:s1',
      title: 'Song (feat. Guest)',
      match_key: 'main / song',
      work_key: 'main / song',
      released_on: '2019-06-14',
      release_precision: 'day',
      duration_ms: 181_000,
      explicit: true,
      markets: 79,
      track_number: 2,
      album: 'spotify:a1',
      album_type: 'single',
      artist_id: 'musicbrainz:mb1',
      album_precision: 'year',
    });
    const counts = Object.fromEntries(await rowCounts(db));
    expect(counts).toMatchObject({
      artists: 2,
      artist_ids: 1,
      album_ids: 1,
      song_ids: 1,
      song_artists: 2,
      tags: 1,
      song_tags: 1,
      audio_features: 1,
      playlists: 1,
      playlist_songs: 1,
      metric_snapshots: 1,
      video_stats: 1,
      provenance: 5,
    });
    const [origin] = await db.query("SELECT source, fields FROM provenance WHERE entity = 'song'");
    expect(origin).toEqual({
      source: 'spotify_songs',
      fields: [
        'album_id',
        'album_type',
        'duration_ms',
        'explicit',
        'markets',
        'released',
        'title',
        'track_number',
      ],
    });
    expect(await brokenReferences(db)).toEqual([]);
  });

  it('is loaded on another playlist, updated by another genre, else a duplicate', async () => {
    const row = (key: string, known: Partial<TrackDraft>) =>
      record(track('Song', { ids: [spotify('s1')], ...known }), { key });
    const records = [
      row('1', onPlaylist('p1', 'pop')),
      row('2', onPlaylist('p2', 'pop')),
      row('3', onPlaylist('p1', 'rock')),
      row('1', onPlaylist('p1', 'pop')),
    ];
    expect(await outcome(records)).toEqual({ loaded: 2, updated: 1, duplicate: 1 });
    const weights = await db.query('SELECT tag_id, weight FROM song_tags ORDER BY tag_id');
    const expected = [
      { tag_id: 'genre:pop', weight: 2 },
      { tag_id: 'genre:rock', weight: 1 },
    ];
    expect(weights).toEqual(expected);
    expect(await outcome(records, 'run-2')).toEqual({ unchanged: 3, duplicate: 1 });
    expect(await db.query('SELECT tag_id, weight FROM song_tags ORDER BY tag_id')).toEqual(
      expected,
    );
  });

  it('counts playlists across runs', async () => {
    await outcome([record(track('Song', { ids: [spotify('s1')], ...onPlaylist('p1') }))]);
    await outcome([record(track('Song', { ids: [spotify('s1')], ...onPlaylist('p2') }))], 'run-2');
    expect(await db.query('SELECT weight FROM song_tags')).toEqual([{ weight: 2 }]);
  });

  it('keeps the first observation of a source and day, and adds another day', async () => {
    const seen = (value: number, day: string) =>
      record(track('Song', { ids: [spotify('s1')], ...popularity(value) }), { observedAt: day });
    await outcome([seen(50, '2020-01-21'), seen(60, '2020-01-21'), seen(70, '2020-02-01')]);
    expect(await db.query('SELECT observed_on, value FROM metric_snapshots ORDER BY 1')).toEqual([
      { observed_on: '2020-01-21', value: 50 },
      { observed_on: '2020-02-01', value: 70 },
    ]);
  });

  it('takes a title of 5,000 characters and names of signs only', async () => {
    const long = 'la '.repeat(1700);
    const records = [
      record(track(long, { album: album(long) }), { key: '1' }),
      record(track(`${long}!x`), { key: '2' }),
      record(track('🎵', { artists: [artist('!!!')] }), { key: '3' }),
    ];
    expect(await outcome(records)).toEqual({ loaded: 3 });
    expect(await outcome(records, 'run-2')).toEqual({ unchanged: 3 });
  });
});

describe('identity of songs', () => {
  it('never merges two ids of one scheme', async () => {
    await outcome([
      record(track('Song', { ids: [spotify('s1')] })),
      record(track('Song', { ids: [spotify('s2')] }), { key: 'k2' }),
    ]);
    expect((await songs()).map(({ id }) => id)).toEqual(['spotify:s1', 'spotify:s2']);
  });

  it.each([{ batchSize: 1 }, { batchSize: 100 }])(
    'joins a record without an id to the most popular song of its name ($batchSize)',
    async (options) => {
      const candidates = [
        record(track('Song', { ids: [spotify('s3')], ...popularity(5) }), { key: '1' }),
        record(track('Song', { ids: [spotify('s2')], ...popularity(9) }), { key: '2' }),
        record(track('Song', { ids: [spotify('s1')], ...popularity(9) }), { key: '3' }),
      ];
      await loadAll(db, candidates, {}, options);
      const video = {
        title: null,
        channel: null,
        views: 1,
        likes: null,
        comments: null,
        licensed: null,
        official: null,
      };
      await loadAll(
        db,
        [record(track('Song - 2011 Remaster', { video }), { source: 'spotify_youtube' })],
        { id: 'r2' },
      );
      expect(await db.query('SELECT song_id FROM video_stats')).toEqual([
        { song_id: 'spotify:s1' },
      ]);
      expect(await songs()).toHaveLength(3);
    },
  );

  it('lets a record with an id adopt a song that is known by name only', async () => {
    await outcome([record(track('Song'), { source: 'spotify_youtube' })]);
    await outcome([record(track('Song', { ids: [spotify('s1')] }))], 'run-2');
    await outcome([record(track('Song', { ids: [spotify('s2')] }))], 'run-3');
    expect((await songs()).map(({ id }) => id)).toEqual(['name:the invented / song', 'spotify:s2']);
    const ids = await db.query(
      "SELECT value, song_id FROM song_ids WHERE scheme = 'spotify' ORDER BY value",
    );
    expect(ids).toEqual([
      { value: 's1', song_id: 'name:the invented / song' },
      { value: 's2', song_id: 'spotify:s2' },
    ]);
  });

  it('remembers which song a record without an id meant, whatever came later', async () => {
    const nameless = record(track('Song', { durationMs: 1000 }), { source: 'spotify_youtube' });
    await outcome([nameless]);
    await outcome(
      [
        record(track('Song', { ids: [spotify('s1')] })),
        record(track('Song', { ids: [spotify('s2')], ...popularity(99) })),
      ],
      'run-2',
    );
    const before = await contentHash(db);
    expect(await outcome([nameless], 'run-3')).toEqual({ unchanged: 1 });
    expect(await contentHash(db)).toBe(before);
  });

  it('identifies a song without an artist by its id, and names it when an artist is known', async () => {
    const anonymous = (id: string) =>
      record(track('Song', { ids: [spotify(id)], artists: [] }), { key: id });
    await outcome([anonymous('s1'), anonymous('s2')]);
    expect(await songs()).toHaveLength(2);
    await outcome([record(track('Song', { ids: [spotify('s1')] }))], 'run-2');
    await outcome([record(track('Song'), { source: 'spotify_youtube' })], 'run-3');
    expect(await songs()).toHaveLength(2);
    const [row] = await db.query("SELECT match_key, work_key FROM songs WHERE id = 'spotify:s1'");
    expect(row).toEqual({ match_key: 'the invented / song', work_key: 'the invented / song' });
  });

  it('keeps songs without artist and id apart by their place in the source', async () => {
    const draft = track('Song', { artists: [], album: album('Greatest Hits') });
    await outcome([record(draft, { key: '1' }), record(draft, { key: '2' })]);
    expect(await songs()).toHaveLength(2);
    expect((await rowCounts(db)).get('albums')).toBe(2);
  });

  const listed = (key: string, durationMs: number | null, known: Partial<TrackDraft> = {}) =>
    record(track('Song (feat. Guest)', { durationMs, ...known }), {
      source: 'spotify_youtube',
      key,
    });
  const songOfRecord = async () => {
    const rows = await db.query<{ value: string; song_id: string }>(
      "SELECT value, song_id FROM song_ids WHERE scheme = 'record'",
    );
    return Object.fromEntries(
      rows.map(({ value, song_id: id }) => [value.slice(value.lastIndexOf('/') + 1), id]),
    ) as Record<string, string>;
  };

  it.each([{ batchSize: 1 }, { batchSize: 100 }])(
    'keeps songs of one source apart that share a name but not a length ($batchSize)',
    async (options) => {
      const records = [
        listed('a', 200_000),
        listed('b', 202_000),
        listed('c', 202_001),
        listed('d', null),
        listed('e', 300_000),
      ];
      await loadAll(db, records, {}, options);
      const second = 'record:spotify_youtube/202001/track/c';
      const third = 'record:spotify_youtube/300000/track/e';
      const first = 'name:the invented / song';
      // Without a length a record fits all of them: as popular as each other, so it is the smallest id.
      expect(await songOfRecord()).toEqual({ a: first, b: first, c: second, d: first, e: third });
      const works = await db.query('SELECT DISTINCT work_key, match_key FROM songs');
      expect(works).toEqual([
        { work_key: 'the invented / song', match_key: 'the invented / song' },
      ]);
      const before = await contentHash(db);
      const [again] = await loadAll(db, records, { id: 'run-2' }, options);
      expect(again).toMatchObject({ unchanged: 5 });
      expect(await contentHash(db)).toBe(before);
    },
  );

  it('takes two records of one key for two songs where their lengths differ', async () => {
    expect(await outcome([listed('a', 200_000), listed('a', 300_000)])).toEqual({ loaded: 2 });
    expect(await songs()).toHaveLength(2);
  });

  it('joins another source by name, to the song of the same length where several qualify', async () => {
    await outcome([
      record(track('Song', { ids: [spotify('s1')], durationMs: 240_000, ...popularity(90) }), {
        key: '1',
      }),
      record(track('Song', { ids: [spotify('s2')], durationMs: 200_000, ...popularity(10) }), {
        key: '2',
      }),
    ]);
    await outcome(
      [listed('a', 200_500), listed('b', 150_000), listed('c', 239_000), listed('d', 100_000)],
      'run-2',
    );
    expect(await songOfRecord()).toEqual({
      a: 'spotify:s2',
      // The most popular one; its source then speaks of a length that the next records do not have.
      b: 'spotify:s1',
      c: 'name:the invented / song',
      d: 'record:spotify_youtube/100000/track/d',
    });
  });

  it('does not join songs of one title by different artists', async () => {
    await outcome([
      record(track('Song'), { key: '1' }),
      record(track('Song', { artists: [artist('Other')] }), { key: '2' }),
    ]);
    expect(await songs()).toHaveLength(2);
  });
});

describe('identity of artists and albums', () => {
  it('takes spellings of one key for one artist and keeps both ids', async () => {
    const line = (id: string, name: string) =>
      record(
        { kind: 'artist', artist: artist(name, [lastfm(id)]), observations: [] },
        { source: 'lastfm_2k', key: id },
      );
    expect(await outcome([line('1', 'Beyoncé'), line('2', 'BEYONCE')])).toEqual({
      loaded: 1,
      updated: 1,
    });
    expect(await db.query('SELECT id, name FROM artists')).toEqual([
      { id: 'lastfm-2k:1', name: 'Beyoncé' },
    ]);
    expect((await rowCounts(db)).get('artist_ids')).toBe(2);
  });

  it('observes artists once a day', async () => {
    const seen = (value: number) =>
      record({
        kind: 'artist',
        artist: artist('A'),
        observations: [{ metric: 'followers', value }],
      });
    expect(await outcome([seen(1)])).toEqual({ loaded: 1 });
    expect(await outcome([seen(2)], 'run-2')).toEqual({ unchanged: 1 });
    expect(await db.query('SELECT value FROM metric_snapshots')).toEqual([{ value: 1 }]);
  });

  it('lets a name-only album be joined, and adopted by an id once', async () => {
    const on = (key: string, known: Parameters<typeof album>[1]) =>
      record(track(`Song ${key}`, { album: album('Album', known) }), { key });
    await outcome([
      on('1', {}),
      on('2', { ids: [spotify('a1')] }),
      on('3', { ids: [spotify('a2')] }),
      on('4', { type: 'album' }),
    ]);
    expect(await db.query('SELECT id, album_type FROM albums ORDER BY id')).toEqual([
      { id: 'name:the invented / album', album_type: 'album' },
      { id: 'spotify:a2', album_type: null },
    ]);
  });

  it('makes no album that no song takes', async () => {
    await outcome([record(track('Song', { ids: [spotify('s1')], album: album('First') }))]);
    await outcome(
      [record(track('Song', { album: album('Second') }), { source: 'spotify_youtube' })],
      'run-2',
    );
    expect(await db.query('SELECT title FROM albums')).toEqual([{ title: 'First' }]);
  });
});

describe('values from several sources', () => {
  const from = (source: string, known: Partial<TrackDraft>) =>
    record(track('Song', { ids: [spotify('s1')], ...known }), { source, key: source });

  it.each([
    ['spotify_songs', 'spotify_youtube'],
    ['spotify_youtube', 'spotify_songs'],
  ])('takes the most trusted value, in the order %s, %s', async (first, second) => {
    const values: Record<string, Partial<TrackDraft>> = {
      spotify_songs: { durationMs: 100, audio: { ...AUDIO, energy: null } },
      spotify_youtube: {
        durationMs: 200,
        markets: 5,
        audio: { ...AUDIO, energy: 0.9, valence: 0.9 },
      },
    };
    await outcome([from(first, values[first] ?? {})]);
    await outcome([from(second, values[second] ?? {})], 'run-2');
    expect(await db.query('SELECT duration_ms, markets FROM songs')).toEqual([
      { duration_ms: 100, markets: 5 },
    ]);
    expect(await db.query('SELECT energy, valence FROM audio_features')).toEqual([
      { energy: 0.9, valence: 0.4 },
    ]);
    const origins = await db.query(
      "SELECT source, fields FROM provenance WHERE entity = 'song' ORDER BY source",
    );
    expect(origins).toEqual([
      { source: 'spotify_songs', fields: ['duration_ms', 'title'] },
      { source: 'spotify_youtube', fields: ['markets'] },
    ]);
  });

  it.each([
    ['spotify_songs', 'spotify_youtube'],
    ['spotify_youtube', 'spotify_songs'],
  ])('keeps the album type that one source says, in the order %s, %s', async (...order) => {
    const values: Record<string, Partial<TrackDraft>> = {
      spotify_songs: { ids: [spotify('s1')], album: album('Best of', { ids: [spotify('a1')] }) },
      spotify_youtube: { ids: [], album: album('Debut', { type: 'single' }) },
    };
    for (const [index, source] of order.entries()) {
      await outcome([from(source, values[source] ?? {})], `run-${index}`);
    }
    expect(
      await db.query(
        'SELECT al.id AS album, s.album_type FROM songs s JOIN albums al ON al.id = s.album_id',
      ),
    ).toEqual([{ album: 'spotify:a1', album_type: 'single' }]);
    const [origin] = await db.query(
      "SELECT fields FROM provenance WHERE entity = 'song' AND source = 'spotify_youtube'",
    );
    expect(origin).toEqual({ fields: ['album_type'] });
  });

  it('takes the finer release date from whoever has it', async () => {
    await outcome([from('spotify_songs', { released: { on: '2019-01-01', precision: 'year' } })]);
    expect(
      await outcome([from('mine', { released: { on: '2018-11-30', precision: 'day' } })], 'run-2'),
    ).toEqual({ updated: 1 });
    expect(await db.query('SELECT released_on, release_precision FROM songs')).toEqual([
      { released_on: '2018-11-30', release_precision: 'day' },
    ]);
  });

  it('renames an artist after a better source', async () => {
    await outcome([
      record(
        { kind: 'artist', artist: artist('the INVENTED'), observations: [] },
        { source: 'lastfm_2k' },
      ),
    ]);
    await outcome([from('spotify_songs', {})], 'run-2');
    expect(await db.query('SELECT name FROM artists')).toEqual([{ name: 'The Invented' }]);
  });
});

describe('listeners', () => {
  const artists = [
    record(
      { kind: 'artist', artist: artist('A b', [lastfm('1')]), observations: [] },
      { source: 'lastfm_2k', key: '1' },
    ),
    record(
      { kind: 'artist', artist: artist('A-b', [lastfm('2')]), observations: [] },
      { source: 'lastfm_2k', key: '2' },
    ),
  ];
  const listen = (user: string, id: string, plays: number) =>
    record(
      { kind: 'listen', user, artist: lastfm(id), plays },
      { source: 'lastfm_2k', key: `${user}/${id}` },
    );
  const tagging = (user: string, id: string, name: string) =>
    record(
      {
        kind: 'tag-assignment',
        user,
        artist: lastfm(id),
        tag: { name, kind: 'tag' },
        on: '2009-01-01',
      },
      { source: 'lastfm_2k', key: `${user}/${id}/${name}` },
    );
  const listens = () =>
    db.query('SELECT user_id, plays, artist_ref FROM artist_listens ORDER BY user_id');

  it.each([{ batchSize: 1 }, { batchSize: 100 }])(
    'add up the spellings of an artist, once ($batchSize)',
    async (options) => {
      const records = [
        ...artists,
        listen('u1', '1', 10),
        listen('u1', '2', 5),
        listen('u2', '2', 7),
        listen('u1', '1', 99),
      ];
      const first = await loadAll(db, records, {}, options);
      expect(first[1]).toMatchObject({
        kind: 'listen',
        read: 4,
        loaded: 2,
        updated: 1,
        duplicate: 1,
      });
      const second = await loadAll(db, records, { id: 'run-2' }, options);
      expect(second[1]).toMatchObject({ unchanged: 3, duplicate: 1 });
      expect(await listens()).toEqual([
        { user_id: 'u1', plays: 15, artist_ref: 'lastfm-2k:1' },
        { user_id: 'u2', plays: 7, artist_ref: 'lastfm-2k:2' },
      ]);
    },
  );

  it('take a later count of the same artist', async () => {
    await loadAll(db, [...artists, listen('u1', '1', 10), listen('u1', '2', 5)]);
    const later = await loadAll(db, [listen('u1', '1', 11), listen('u1', '2', 6)], { id: 'run-2' });
    expect(later).toMatchObject([{ updated: 2 }]);
    expect(await listens()).toEqual([{ user_id: 'u1', plays: 17, artist_ref: 'lastfm-2k:1' }]);
  });

  it('are refused where the artist is unknown', async () => {
    expect(await loadAll(db, [listen('u1', '404', 3), tagging('u1', '404', 'x')])).toMatchObject([
      { kind: 'listen', rejected: 1 },
      { kind: 'tag-assignment', rejected: 1 },
    ]);
    expect(await deadLetters(db)).toMatchObject([{ field: 'artist', value: 'lastfm-2k:404' }, {}]);
  });

  it('weigh an artist’s tags by the number of users', async () => {
    const records = [
      ...artists,
      tagging('u1', '1', 'Hip-Hop'),
      tagging('u2', '2', 'hip hop'),
      tagging('u2', '1', 'hip hop'),
    ];
    expect((await loadAll(db, records))[1]).toMatchObject({ loaded: 2, unchanged: 1 });
    expect((await loadAll(db, records, { id: 'run-2' }))[1]).toMatchObject({ unchanged: 3 });
    expect(await db.query('SELECT tag_id, weight FROM artist_tags')).toEqual([
      { tag_id: 'tag:hip hop', weight: 2 },
    ]);
    await loadAll(db, [tagging('u3', '1', 'hip hop')], { id: 'run-3' });
    expect(await db.query('SELECT weight FROM artist_tags')).toEqual([{ weight: 3 }]);
  });
});

describe('the books', () => {
  it('replace what was said of a file before', async () => {
    await loadAll(db, [rejection(2), rejection(3), rejection(3)]);
    expect(await deadLetters(db)).toHaveLength(2);
    await loadAll(db, [rejection(2), rejection(3)], { id: 'run-2' });
    expect(await deadLetters(db)).toHaveLength(2);
    await loadAll(db, [record(track('mended')), rejection(3)], { id: 'run-3' });
    expect(await deadLetters(db)).toMatchObject([{ line: 3 }]);
  });

  it('count every record once, by source and kind', async () => {
    const entries = await loadAll(db, [
      record(track('a')),
      rejection(3),
      rejection(4, { kind: 'listen' }),
    ]);
    expect(entries).toEqual([
      {
        source: 'spotify_songs',
        kind: 'track',
        read: 2,
        loaded: 1,
        updated: 0,
        unchanged: 0,
        duplicate: 0,
        rejected: 1,
      },
      {
        source: 'spotify_songs',
        kind: 'listen',
        read: 1,
        loaded: 0,
        updated: 0,
        unchanged: 0,
        duplicate: 0,
        rejected: 1,
      },
    ]);
  });

  it('tell of progress, batch by batch', async () => {
    const told: number[] = [];
    const records = Array.from({ length: 5 }, (_, index) =>
      record(track(`s${index}`), { key: String(index) }),
    );
    await loadAll(db, records, {}, { batchSize: 2, onProgress: (read) => told.push(read) });
    expect(told).toEqual([2, 4, 5]);
  });

  it('mark a run that never ended as failed when its input is read again', async () => {
    await db.execute(
      `INSERT INTO ingest_runs (id, source, origin, sha256, status, started_at)
       VALUES ('killed', 'spotify_songs', 'songs.csv', 'x', 'running', '2025-01-01')`,
    );
    await loadAll(db, []);
    expect((await ingestRuns(db)).map(({ id, status }) => [id, status])).toEqual([
      ['killed', 'failed'],
      ['run-1', 'done'],
    ]);
  });

  it('name table and key of a record that breaks a rule', async () => {
    const bad = record(track('Song', { ids: [spotify('s1')], durationMs: -1 }));
    const error: unknown = await loadAll(db, [bad]).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).message).toMatch(
      /songs\.csv breaks a rule of the store: table songs, .*spotify:s1/,
    );
    expect((await rowCounts(db)).get('songs')).toBe(0);
  });
});

describe('any records', () => {
  const name = fc.constantFrom('A', 'a', 'B!', 'C d');
  const ids = fc.subarray([spotify('x'), spotify('y'), { scheme: 'isrc', value: 'i' } as const], {
    maxLength: 1,
  });
  const anyTrack = fc.record({
    title: fc.constantFrom('One', 'one', 'Two (feat. X)', 'Two'),
    ids,
    artists: fc.array(
      name.map((one) => artist(one)),
      { maxLength: 2 },
    ),
    album: fc.option(fc.record({ title: name, ids: fc.subarray([spotify('p')]) })),
    durationMs: fc.option(fc.constantFrom(1, 1500, 2500, 9000)),
    playlist: fc.option(fc.constantFrom('p', 'q').map((id) => ({ id, name: id }))),
    tag: fc.constantFrom('pop', 'Rock', 'rock'),
    popularity: fc.option(fc.integer({ min: 0, max: 100 })),
    source: fc.constantFrom('spotify_songs', 'spotify_youtube', 'mine'),
    key: fc.constantFrom('1', '2', '3', '4', '5'),
  });
  const anyRecords = fc.array(
    anyTrack.map(({ title, album: on, tag, popularity: value, source, key, ...known }) =>
      record(
        track(title, {
          ...known,
          album: on && album(on.title, { ids: on.ids }),
          tags: [{ name: tag, kind: 'genre' }],
          ...(value === null ? {} : popularity(value)),
        }),
        { source, key: `${key} ${title}` },
      ),
    ),
    { maxLength: 14 },
  );

  it('load to the same store in batches of any size, and change nothing when they are read again', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecords, async (records) => {
        await emptyStore(db);
        const whole = await loadAll(db, records);
        const hash = await contentHash(db);
        expect(await brokenReferences(db)).toEqual([]);
        const again = await loadAll(db, records, { id: 'run-2' }, { batchSize: 3 });
        expect(again.map(({ loaded, updated }) => loaded + updated)).toEqual(again.map(() => 0));
        expect(await contentHash(db)).toBe(hash);
        await emptyStore(db);
        expect(await loadAll(db, records, {}, { batchSize: 2 })).toEqual(whole);
        expect(await contentHash(db)).toBe(hash);
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});
