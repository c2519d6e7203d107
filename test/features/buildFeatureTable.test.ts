import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildFeatureTable } from '../../src/features/buildFeatureTable.js';
import type { FeatureTable } from '../../src/features/featureTable.js';
import { readerOf } from '../../src/pipeline/readerOf.js';
import type { Db } from '../../src/store/db.js';
import { openStore } from '../../src/store/openStore.js';
import type { Asker } from '../../src/store/query.js';
import { readSongRecords, type SongRecord } from '../../src/store/queries/songRecords.js';
import { readerOfAnswers } from '../readerOfAnswers.js';

/** Four songs: one with everything twice, one whose date is its album's, one bare, one with nothing at all. */
const CATALOGUE = `
  INSERT INTO artists (id, name, match_key) VALUES
    ('a1', 'Ärla Fox', 'arla fox'), ('a2', 'Bo', 'bo'), ('a3', 'Cy', 'cy');
  INSERT INTO albums (id, title, match_key, artist_id, album_type, released_on, release_precision) VALUES
    ('b1', 'One', 'arla fox / one', 'a1', 'album', '2001-02-01', 'month');
  INSERT INTO songs (id, title, match_key, work_key, album_id, track_number, released_on,
    release_precision, duration_ms, explicit, markets) VALUES
    ('s1', 'First', 'k1', 'arla fox / first', 'b1', 2, '2003-04-05', 'day', 200000, true, 3),
    ('s2', 'Second', 'k2', 'arla fox / second', 'b1', NULL, NULL, NULL, 100000, false, NULL),
    ('s3', 'Third', 'k3', 'bo / third', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    ('ß4', 'Last', 'k4', 'last', NULL, NULL, NULL, NULL, NULL, NULL, NULL);
  INSERT INTO song_artists (song_id, artist_id, position) VALUES
    ('s1', 'a2', 2), ('s1', 'a1', 1), ('s2', 'a1', 3), ('s3', 'a2', 1), ('s3', 'a3', 1);
  INSERT INTO tags (id, kind, name, match_key) VALUES
    ('g1', 'genre', 'pop', 'pop'), ('g2', 'genre', 'rock', 'rock'), ('u1', 'subgenre', 'power pop', 'power pop'),
    ('t1', 'tag', 'chill', 'chill');
  INSERT INTO song_tags (song_id, tag_id, source, weight) VALUES
    ('s1', 'g1', 'x', 1), ('s1', 'g2', 'x', 2), ('s1', 'u1', 'x', 1), ('s1', 't1', 'x', 9),
    ('s1', 'g1', 'y', 1), ('s2', 'g1', 'y', 1), ('s2', 'g2', 'y', 1);
  INSERT INTO artist_tags (artist_id, tag_id, source, weight) VALUES
    ('a1', 't1', 'x', 1), ('a1', 't1', 'y', 1), ('a1', 'g1', 'x', 1);
  INSERT INTO audio_features (song_id, danceability, key, loudness_db) VALUES ('s1', 0.1234567890123, 0, -7.5);
  INSERT INTO playlists (id, name, source) VALUES ('p1', 'P', 'x'), ('p2', 'Q', 'x');
  INSERT INTO playlist_songs (playlist_id, song_id) VALUES ('p1', 's1'), ('p2', 's1'), ('p1', 's2');
  INSERT INTO metric_snapshots (song_id, metric, source, observed_on, value) VALUES
    ('s1', 'popularity', 'x', '2020-01-01', 40), ('s1', 'popularity', 'x', '2019-01-01', 30),
    ('s1', 'popularity', 'y', '2018-01-01', 20), ('s1', 'streams', 'y', '2018-01-01', 1000),
    ('s2', 'popularity', 'x', '2020-01-01', 0);
  INSERT INTO video_stats (song_id, source, observed_on, views, likes, comments, licensed, official) VALUES
    ('s1', 'y', '2021-01-01', 2000, 10, 1, true, NULL), ('s1', 'y', '2020-01-01', 1000, 5, 0, true, true);
  INSERT INTO artist_listens (user_id, artist_id, artist_ref, source, plays) VALUES
    ('u1', 'a1', 'x:1', 'l', 10), ('u2', 'a1', 'x:1', 'l', 30), ('u1', 'a2', 'x:2', 'm', 7);`;

let db: Db;
let reader: Asker;

beforeAll(async () => {
  db = await openStore({ directory: null });
  await db.execute(CATALOGUE);
  reader = readerOf(db);
});

afterAll(() => db.close());

async function recordsOf(pageSize: number): Promise<SongRecord[]> {
  const records: SongRecord[] = [];
  for await (const page of readSongRecords(reader, pageSize)) records.push(...page);
  return records;
}

describe('readSongRecords', () => {
  it('puts together what the store knows of a song', async () => {
    const [first] = await recordsOf(10);
    expect(first).toEqual({
      id: 's1',
      title: 'First',
      workKey: 'arla fox / first',
      artistId: 'a1',
      artist: 'Ärla Fox',
      artistCount: 2,
      albumId: 'b1',
      album: 'One',
      albumType: 'album',
      trackNumber: 2,
      released: { on: '2003-04-05', precision: 'day' },
      durationMs: 200_000,
      explicit: true,
      markets: 3,
      playlists: 2,
      audio: {
        danceability: 0.1234567890123,
        energy: null,
        key: 0,
        loudnessDb: -7.5,
        mode: null,
        speechiness: null,
        acousticness: null,
        instrumentalness: null,
        liveness: null,
        valence: null,
        tempoBpm: null,
      },
      genres: [
        { source: 'x', genre: 'rock', subgenre: 'power pop' },
        { source: 'y', genre: 'pop', subgenre: null },
      ],
      observations: [
        { metric: 'popularity', source: 'x', value: 40 },
        { metric: 'popularity', source: 'y', value: 20 },
        { metric: 'streams', source: 'y', value: 1000 },
      ],
      video: { source: 'y', views: 2000, likes: 10, comments: 1, licensed: true, official: null },
    });
  });

  it('takes the album type that the song itself is said to have before that of its album', async () => {
    await db.execute("UPDATE songs SET album_type = 'single' WHERE id IN ('s2', 's3')");
    const types = (await recordsOf(10)).map(({ albumType }) => albumType);
    await db.execute('UPDATE songs SET album_type = NULL');
    expect(types).toEqual(['album', 'single', 'single', null]);
  });

  it('takes the date from the album, the first name of equals, and one row for a shared position', async () => {
    const [, second, third, last] = await recordsOf(10);
    expect(second?.released).toEqual({ on: '2001-02-01', precision: 'month' });
    expect(second?.artistId).toBe('a1');
    expect(second?.genres).toEqual([{ source: 'y', genre: 'pop', subgenre: null }]);
    expect(third).toMatchObject({ artistId: 'a2', artistCount: 2, audio: null, video: null });
    expect(last).toMatchObject({ artistId: null, artistCount: 0, released: null, playlists: 0 });
  });

  it('gives the same songs whatever the size of the pages', async () => {
    const whole = await recordsOf(10);
    expect(whole.map((song) => song.id)).toEqual(['s1', 's2', 's3', 'ß4']);
    expect(await recordsOf(1)).toEqual(whole);
    expect(await recordsOf(3)).toEqual(whole);
  });

  it('refuses rows of songs that do not exist', async () => {
    const stray: Asker = {
      ...reader,
      ask: async (query, values) => {
        const rows = await reader.ask(query, values);
        return query.id === 'song-videos' ? [...rows, { ...rows[0], song_id: 'nowhere' }] : rows;
      },
    };
    await expect(readSongRecords(stray).next()).rejects.toThrow('"nowhere", which does not exist');
  });
});

describe('buildFeatureTable', () => {
  let table: FeatureTable;

  beforeAll(async () => {
    table = await buildFeatureTable(reader, { asOf: () => '2020-01-01', pageSize: 2 });
  });

  it('has one row per song, with aggregates over the whole store', () => {
    expect(table.ids).toEqual(['s1', 's2', 's3', 'ß4']);
    expect([...table.number('artist_song_count')]).toEqual([2, 2, 2, NaN]);
    expect([...table.number('artist_albums')]).toEqual([1, 1, 1, NaN]);
    expect([...table.number('artist_tags')]).toEqual([2, 2, 0, NaN]);
    expect([...table.number('album_song_count')]).toEqual([2, 2, NaN, NaN]);
    expect([...table.number('genre_song_count')]).toEqual([2, 2, NaN, NaN]);
    expect([...table.number('duration_vs_genre_median')]).toEqual([200 / 150, 100 / 150, NaN, NaN]);
  });

  it('takes listeners from the source with the most listens only', () => {
    expect([...table.number('artist_listeners')]).toEqual([2, 2, NaN, NaN]);
    expect([...table.number('plays_per_listener')]).toEqual([20, 20, NaN, NaN]);
  });

  it('keeps sources apart', () => {
    expect([...table.observation('popularity', 'x')]).toEqual([40, 0, NaN, NaN]);
    expect([...table.observation('popularity', 'y')]).toEqual([20, NaN, NaN, NaN]);
    expect(table.observers('popularity')).toEqual([
      { source: 'x', songs: 2 },
      { source: 'y', songs: 1 },
    ]);
    const { codes, levels } = table.category('genre:y');
    expect([...codes].map((code) => levels[code])).toEqual(['pop', 'pop', undefined, undefined]);
    expect(table.has('subgenre:x')).toBe(true);
    expect(table.category('genre').levels).toEqual(['rock', 'pop']);
  });

  it('codes booleans and categories', () => {
    expect([...table.number('explicit')]).toEqual([1, 0, NaN, NaN]);
    expect(table.category('album_type')).toEqual({
      codes: Int32Array.of(0, 0, -1, -1),
      levels: ['album'],
    });
  });

  it('gives a table without rows for an empty store', async () => {
    const empty = readerOfAnswers(({ id }) =>
      id.startsWith('song-') ? [{ songs: 0, last: null }] : [],
    );
    const none = await buildFeatureTable(empty, { asOf: () => '2020-01-01' });
    expect(none.size).toBe(0);
    expect(none.number('release_year')).toHaveLength(0);
    expect(none.observers('popularity')).toEqual([]);
  });
});
