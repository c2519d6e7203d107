import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadArtistData } from '../../../src/models/recommend/artistData.js';
import type { Db, SqlValue } from '../../../src/store/db.js';
import { openStore } from '../../../src/store/openStore.js';
import { artistGenres } from '../../../src/store/queries/artistGenres.js';
import { artistGrowth } from '../../../src/store/queries/artistGrowth.js';
import { artistMetrics } from '../../../src/store/queries/artistMetrics.js';
import { artistTaggings } from '../../../src/store/queries/artistTaggings.js';
import { artistTopTags } from '../../../src/store/queries/artistTopTags.js';
import { entityCounts } from '../../../src/store/queries/entityCounts.js';
import { genreListings } from '../../../src/store/queries/genreListings.js';
import { joinCoverage } from '../../../src/store/queries/joinCoverage.js';
import { ledgerSummary } from '../../../src/store/queries/ledgerSummary.js';
import { listenerSources } from '../../../src/store/queries/listenerSources.js';
import { listenRows } from '../../../src/store/queries/listenRows.js';
import { missingValues } from '../../../src/store/queries/missingValues.js';
import { rejectionReasons } from '../../../src/store/queries/rejectionReasons.js';
import { repeatedListings } from '../../../src/store/queries/repeatedListings.js';
import { repeatedWorks } from '../../../src/store/queries/repeatedWorks.js';
import { snapshotDates } from '../../../src/store/queries/snapshotDates.js';
import { songGenreWeights } from '../../../src/store/queries/songGenreWeights.js';
import { songStyles } from '../../../src/store/queries/songStyles.js';
import { songsWithoutArtist } from '../../../src/store/queries/songsWithoutArtist.js';
import { sourceAlbums } from '../../../src/store/queries/sourceAlbums.js';
import { subgenreSizes } from '../../../src/store/queries/subgenreSizes.js';
import { supportedListens } from '../../../src/store/queries/supportedListens.js';
import { supportedTags } from '../../../src/store/queries/supportedTags.js';
import { upperHalfListening } from '../../../src/store/queries/upperHalfListening.js';
import { videoEngagement } from '../../../src/store/queries/videoEngagement.js';
import { ask, type Query } from '../../../src/store/query.js';

/**
 * Two artists, four songs, two catalogues (`cat`, `charts`) and one listening source (`ears`):
 * s1 and s2 are versions of one work by a1; s3 is by a2 and featured a1; s4, from `charts`, has no artist.
 */
const ROWS = `
INSERT INTO artists VALUES ('a1', 'Anna', 'anna'), ('a2', 'Bert', 'bert'), ('a3', 'Cleo', 'cleo');
INSERT INTO albums VALUES ('b1', 'First', 'first', 'a1', 'album', '2010-01-01', 'year');
INSERT INTO songs (id, title, match_key, work_key, album_id, track_number, released_on, release_precision, duration_ms,
  explicit, markets) VALUES
  ('s1', 'Sun', 'sun', 'sun', 'b1', 1, NULL, NULL, 180000, NULL, NULL),
  ('s2', 'Sun - Live', 'sun live', 'sun', NULL, NULL, '2012-05-04', 'day', 200000, true, 70),
  ('s3', 'Moon', 'moon', 'moon', NULL, NULL, '2013-01-01', 'year', NULL, NULL, NULL),
  ('s4', 'Star', 'star', 'star', NULL, NULL, NULL, NULL, 100000, false, 10);
INSERT INTO song_artists VALUES ('s1', 'a1', 1), ('s2', 'a1', 1), ('s3', 'a2', 1), ('s3', 'a1', 2);
INSERT INTO tags VALUES ('g1', 'genre', 'pop', 'pop'), ('g2', 'genre', 'rock', 'rock'),
  ('u1', 'subgenre', 'dance pop', 'dance pop'), ('t1', 'tag', 'happy', 'happy'), ('t2', 'tag', 'sad', 'sad');
INSERT INTO song_tags VALUES ('s1', 'g1', 'cat', 1), ('s1', 'u1', 'cat', 1), ('s2', 'g1', 'cat', 2), ('s2', 'g2', 'cat', 1),
  ('s2', 'u1', 'cat', 1), ('s3', 'g2', 'cat', 1), ('s4', 'g1', 'charts', 1);
INSERT INTO artist_tags VALUES ('a1', 't1', 'ears', 2), ('a1', 't2', 'ears', 2), ('a2', 't2', 'ears', 1);
INSERT INTO tag_assignments VALUES ('u1', 'a1', 't1', 'ears', '2010-01-01'), ('u2', 'a1', 't1', 'ears', NULL),
  ('u1', 'a1', 't2', 'ears', NULL), ('u2', 'a1', 't2', 'ears', NULL), ('u1', 'a2', 't2', 'ears', NULL);
INSERT INTO artist_listens (user_id, artist_id, source, artist_ref, plays)
  VALUES ('u1', 'a1', 'ears', 'x:1', 10), ('u2', 'a1', 'ears', 'x:1', 30), ('u3', 'a2', 'ears', 'x:2', 5);
INSERT INTO audio_features (song_id, energy) VALUES ('s1', 0.5);
INSERT INTO metric_snapshots VALUES
  ('s1', NULL, 'popularity', 'cat', '2020-01-01', 40), ('s1', NULL, 'popularity', 'cat', '2020-02-01', 50),
  ('s2', NULL, 'popularity', 'cat', '2020-02-01', 70), ('s3', NULL, 'popularity', 'cat', '2020-01-01', 20),
  ('s4', NULL, 'popularity', 'charts', '2021-01-01', 10), ('s3', NULL, 'streams', 'video', '2023-01-01', 1000),
  (NULL, 'a1', 'plays', 'ears', '2011-01-01', 999), (NULL, 'a3', 'followers', 'club', '2011-01-01', 7);
INSERT INTO video_stats VALUES
  ('s1', 'video', '2023-01-01', 'Sun', 'Anna', 1000, 20, 1, true, true),
  ('s2', 'video', '2023-01-01', 'Sun', 'Anna', 1000, 20, 1, true, true),
  ('s3', 'video', '2023-01-01', 'Moon', 'Bert', 500, NULL, NULL, NULL, NULL);
INSERT INTO playlists VALUES ('p1', 'Hits', 'cat');
INSERT INTO provenance VALUES ('song', 's1', 'cat', '{title}'), ('song', 's2', 'cat', '{title}'),
  ('song', 's3', 'cat', '{title}'), ('song', 's4', 'charts', '{title}'), ('album', 'b1', 'cat', '{title}'),
  ('artist', 'a1', 'cat', '{name}'), ('artist', 'a2', 'cat', '{name}');
INSERT INTO ingest_runs VALUES
  ('r1', 'cat', 'cat.csv', 'x', 'done', '2020-01-01', '2024-01-01Z', NULL),
  ('r2', 'cat', 'cat.csv', 'x', 'done', '2020-01-01', '2024-01-02Z', NULL),
  ('r3', 'cat', 'cat.csv', 'x', 'failed', '2020-01-01', '2023-01-01Z', NULL);
INSERT INTO ledger VALUES ('r1', 'cat', 'track', 5, 3, 0, 0, 1, 1), ('r2', 'cat', 'track', 5, 0, 0, 3, 1, 1),
  ('r3', 'cat', 'track', 1, 1, 0, 0, 0, 0);
INSERT INTO dead_letters VALUES ('cat', 'track', 'cat.csv', 2, 'k', 'title', 'title is missing', '', 'r1'),
  ('cat', 'track', 'cat.csv', 3, 'k2', 'title', 'title is missing', '', 'r1'),
  ('cat', 'track', 'cat.csv', 4, 'k3', 'date', 'date must be a date', 'x', 'r1');
`;

let db: Db;
const rows = <Row>(query: Query<Row>, values: readonly SqlValue[] = []): Promise<Row[]> =>
  ask(db, query, values);

beforeAll(async () => {
  db = await openStore({ directory: null });
  await db.execute(ROWS);
});
afterAll(() => db.close());

it('names every genre and subgenre that a source sees in a song', async () => {
  const seen = await rows(songStyles, ['cat']);
  expect(seen.map((row) => [row.song_id, row.kind, row.name].join(' '))).toEqual([
    's1 genre pop',
    's1 subgenre dance pop',
    's2 genre pop',
    's2 genre rock',
    's2 subgenre dance pop',
    's3 genre rock',
  ]);
});

describe('queries of the data section', () => {
  it('counts what is in', async () => {
    const counts = new Map((await rows(entityCounts)).map((row) => [row.entity, row.rows]));
    expect(counts.get('songs')).toBe(4);
    expect(counts.get('genres')).toBe(2);
    expect(counts.get('tag assignments')).toBe(5);
  });

  it('takes the books of the first finished run of a file only', async () => {
    expect(await rows(ledgerSummary)).toEqual([
      {
        source: 'cat',
        kind: 'track',
        read: 5,
        loaded: 3,
        updated: 0,
        unchanged: 0,
        duplicate: 1,
        rejected: 1,
      },
    ]);
  });

  it('groups rejections by reason, most first', async () => {
    const found = await rows(rejectionReasons);
    expect(found.map((row) => [row.field, row.rejected])).toEqual([
      ['title', 2],
      ['date', 1],
    ]);
  });

  it('finds works held more than once, songs under several genres, songs without artist', async () => {
    expect(await rows(repeatedWorks)).toEqual([
      { songs: 3, works: 2, repeated_works: 1, songs_of_repeated_works: 2 },
    ]);
    expect(await rows(repeatedListings)).toEqual([
      { source: 'cat', songs: 3, under_several_genres: 1, largest: 2 },
      { source: 'charts', songs: 1, under_several_genres: 0, largest: 1 },
    ]);
    expect(await rows(songsWithoutArtist)).toEqual([{ songs: 4, without_artist: 1 }]);
    expect(await rows(sourceAlbums)).toEqual([{ source: 'cat', albums: 1 }]);
  });

  it('counts missing values: facts from any source, observations from the source itself', async () => {
    const [cat, charts, video] = await rows(missingValues);
    expect(cat).toMatchObject({
      source: 'cat',
      songs: 3,
      artist: 0,
      album: 2,
      album_type: 2,
      release_date: 0,
      duration: 1,
      explicit: 2,
      genre: 0,
      audio_features: 2,
      popularity: 0,
      streams: 3,
      views: 3,
    });
    expect(charts).toMatchObject({ songs: 1, artist: 1, release_date: 1, popularity: 0 });
    expect(video).toMatchObject({ songs: 3, popularity: 3, streams: 2, views: 0, likes: 1 });
  });

  it('knows what a source speaks of even where another gave every value', async () => {
    const found = await rows(joinCoverage);
    const shared = (entity: string, source: string, other: string): number | undefined =>
      found.find((row) => row.entity === entity && row.source === source && row.other === other)
        ?.rows;
    expect(shared('song', 'video', 'video')).toBe(3);
    expect(shared('song', 'cat', 'video')).toBe(3);
    expect(shared('song', 'cat', 'charts')).toBeUndefined();
    expect(shared('artist', 'cat', 'ears')).toBe(2);
    // `charts` names no artists, and `video` alone speaks of no song with an artist
    expect(shared('artist', 'charts', 'charts')).toBeUndefined();
    expect(shared('artist', 'club', 'club')).toBe(1);
  });
});

describe('queries of the genres section', () => {
  it('lists songs under each genre with the latest popularity and the album’s date', async () => {
    const found = await rows(genreListings);
    expect(found.map((row) => [row.source, row.genre, row.released_year, row.popularity])).toEqual([
      ['cat', 'pop', 2010, 50],
      ['cat', 'pop', 2012, 70],
      ['cat', 'rock', 2012, 70],
      ['cat', 'rock', 2013, 20],
      ['charts', 'pop', null, 10],
    ]);
    expect(found[0]?.artist).toBe(found[1]?.artist);
    expect(found[1]?.song).toBe(found[2]?.song);
    expect(found[4]?.artist).toBeNull();
  });

  it('gives each artist its main genre and each subgenre its parent', async () => {
    expect(await rows(artistGenres)).toEqual([
      { source: 'cat', artist_id: 'a1', genre: 'pop', songs: 2 },
      { source: 'cat', artist_id: 'a2', genre: 'rock', songs: 1 },
    ]);
    expect(await rows(subgenreSizes)).toEqual([
      { source: 'cat', genre: 'pop', subgenre: 'dance pop', songs: 2, popularity: 60 },
    ]);
  });

  it('counts a video that two songs share once, and leaves out those without likes', async () => {
    expect(await rows(videoEngagement)).toEqual([
      { source: 'video', artist_id: 'a1', views: 1000, likes: 20 },
    ]);
  });
});

describe('queries of the artists section', () => {
  it('adds up metrics by artist: users’ plays before totals, every artist of a song, latest date', async () => {
    const found = await rows(artistMetrics, [1]);
    const of = (source: string, metric: string): unknown[] =>
      found
        .filter((row) => row.source === source && row.metric === metric)
        .map((row) => [row.artist_id, row.items, row.total]);
    expect(of('ears', 'listens')).toEqual([
      ['a1', 2, 40],
      ['a2', 1, 5],
    ]);
    expect(of('ears', 'plays')).toEqual([]);
    expect(of('cat', 'popularity')).toEqual([['a1', 2, 120]]);
    expect(of('video', 'streams')).toEqual([
      ['a1', 1, 1000],
      ['a2', 1, 1000],
    ]);
    // s1 and s2 stand with one video
    expect(of('video', 'views')).toEqual([
      ['a1', 2, 1500],
      ['a2', 1, 500],
    ]);
    expect(of('club', 'followers')).toEqual([['a3', 1, 7]]);
    const anna = found.find((row) => row.metric === 'listens' && row.artist_id === 'a1');
    expect(anna?.mean_log).toBeCloseTo((Math.log(10) + Math.log(30)) / 2, 12);
    const popular = await rows(artistMetrics, [3]);
    expect(popular.some((row) => row.metric === 'popularity')).toBe(false);
  });

  it('takes the tag with the largest weight, ties by name', async () => {
    expect(await rows(artistTopTags)).toEqual([
      { source: 'ears', artist_id: 'a1', tag: 'happy', weight: 2 },
      { source: 'ears', artist_id: 'a2', tag: 'sad', weight: 1 },
    ]);
  });

  it('keeps artists with enough listeners, the most heard ones', async () => {
    expect(await rows(supportedListens, ['ears', 2, 10])).toEqual([
      { user_id: 'u1', artist_id: 'a1', plays: 10 },
      { user_id: 'u2', artist_id: 'a1', plays: 30 },
    ]);
    expect(await rows(supportedListens, ['ears', 1, 1])).toHaveLength(2);
    expect(await rows(supportedListens, ['nobody', 1, 10])).toEqual([]);
  });

  it('cuts the list of each user to its more played half', async () => {
    await db.query(`
      INSERT INTO artist_listens (user_id, artist_id, source, artist_ref, plays) VALUES
        ('u7', 'a1', 'halves', 'y:1', 9), ('u7', 'a2', 'halves', 'y:2', 5), ('u7', 'a3', 'halves', 'y:3', 4),
        ('u8', 'a1', 'halves', 'y:1', 4), ('u8', 'a2', 'halves', 'y:2', 1), ('u9', 'a3', 'halves', 'y:3', 8)`);
    const found = await rows(upperHalfListening, ['halves']);
    await db.query(`DELETE FROM artist_listens WHERE source = 'halves'`);
    // u7 keeps a1 of three, u8 a1 of two, u9 nothing of one
    expect(found).toEqual([
      { artist_id: 'a1', listeners: 2, mean_log: expect.closeTo(Math.log(6), 9) as number },
    ]);
  });

  it('gives every genre of a song with its weight, the heaviest first', async () => {
    const found = await rows(songGenreWeights);
    expect(
      found.map(({ source, song_id, genre, weight }) => [source, song_id, genre, weight]),
    ).toEqual([
      ['cat', 's1', 'pop', 1],
      ['cat', 's2', 'pop', 2],
      ['cat', 's2', 'rock', 1],
      ['cat', 's3', 'rock', 1],
      ['charts', 's4', 'pop', 1],
    ]);
  });

  it('gives tags with their users', async () => {
    const found = await rows(supportedTags, ['ears', 2, 10]);
    expect(found.map((row) => [row.user_id, row.tag, row.weight])).toEqual([
      ['u1', 'happy', 1],
      ['u2', 'happy', 1],
      ['u1', 'sad', 1],
      ['u2', 'sad', 1],
    ]);
  });

  it('compares only what one source saw on both its first and last date', async () => {
    expect(await rows(artistGrowth)).toEqual([
      {
        source: 'cat',
        metric: 'popularity',
        artist_id: 'a1',
        name: 'Anna',
        first_on: '2020-01-01',
        last_on: '2020-02-01',
        first_value: 40,
        last_value: 50,
        items: 1,
      },
    ]);
    const dates = await rows(snapshotDates);
    expect(dates.find((row) => row.source === 'cat')).toMatchObject({ dates: 2, observations: 4 });
    expect(dates.find((row) => row.source === 'charts')?.dates).toBe(1);
  });
});

describe('every query of the report', () => {
  it('keeps to the SQL that PostgreSQL and Spark share', () => {
    const queries = [
      entityCounts, ledgerSummary, rejectionReasons, repeatedWorks, repeatedListings, missingValues,
      joinCoverage, songsWithoutArtist, sourceAlbums, genreListings, artistGenres, subgenreSizes,
      videoEngagement, artistMetrics, artistTopTags, supportedListens, supportedTags, artistGrowth,
      snapshotDates, upperHalfListening, songGenreWeights,
    ]; // prettier-ignore
    for (const { id, sql } of queries) {
      expect(sql, id).not.toMatch(/::|\bFILTER\b|DISTINCT ON|LATERAL/i);
      expect(sql, id).toMatch(/ORDER BY[^()]*$/);
    }
  });
});

describe('queries of the recommender', () => {
  beforeAll(async () => {
    await db.execute(
      `INSERT INTO artist_listen_spellings (user_id, artist_id, source, artist_ref, plays)
       VALUES ('u2', 'a1', 'ears', 'x:9', 12);
       INSERT INTO playlist_songs (playlist_id, song_id, tag_ids) VALUES ('p1', 's1', '{g1}'), ('p1', 's3', '{g2}')`,
    );
  });

  it('gives listens row by row of the source: each spelling with its own plays', async () => {
    expect(await rows(listenerSources)).toEqual([{ source: 'ears', listens: 3, users: 3 }]);
    const found = await rows(listenRows, ['ears', 10]);
    expect(found.map(({ user_id, artist_ref, plays }) => [user_id, artist_ref, plays])).toEqual([
      ['u1', 'x:1', 10],
      ['u2', 'x:1', 18],
      ['u2', 'x:9', 12],
      ['u3', 'x:2', 5],
    ]);
    const drawn = await rows(listenRows, ['ears', 2]);
    expect(new Set(drawn.map(({ user_id }) => user_id)).size).toBe(2);
  });

  it('gives tags with who gave them, of the same users', async () => {
    const found = await rows(artistTaggings, ['ears', 10]);
    expect(found.map(({ user_id, artist_id, tag }) => [user_id, artist_id, tag])).toEqual([
      ['u1', 'a1', 'happy'],
      ['u2', 'a1', 'happy'],
      ['u1', 'a1', 'sad'],
      ['u2', 'a1', 'sad'],
      ['u1', 'a2', 'sad'],
    ]);
  });

  it('brings all of it together by place', async () => {
    const data = await loadArtistData({
      ask: rows,
      each: async (query, take, values) => {
        for (const row of await rows(query, values)) take(row);
      },
    });
    expect(data.names).toEqual(['Anna', 'Bert', 'Cleo']);
    expect(data).toMatchObject({ source: 'ears', users: 3, tags: ['happy', 'sad'] });
    expect(data.listens.map(({ user, artist, plays }) => [user, artist, plays])).toEqual([
      [0, 0, 10],
      [1, 0, 18],
      [1, 0, 12],
      [2, 1, 5],
    ]);
    expect(data.playlists).toEqual([[0, 1]]);
    expect(data.styles).toContainEqual({ artist: 0, style: 'u1', songs: 2 });
    expect(data.sound.get(0)?.[1]).toBe(0.5);
    expect(data.sound.get(0)?.[0]).toBeNaN();
    // s1's latest 50, s2's 70; s3's 20 is older than the source's latest date
    expect(data.popularity).toEqual(new Map([[0, 60]]));
  });
});
