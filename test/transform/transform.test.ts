import { describe, expect, it } from 'vitest';
import { SOURCES } from '../../src/sources/index.js';
import { TRANSFORMS } from '../../src/transform/kinds/index.js';
import { transform } from '../../src/transform/transform.js';
import { accepted, acceptedTrack, rawRecord, rejected } from './record.js';

const audio = {
  danceability: '0.7',
  energy: '0.8',
  key: '6',
  loudness: '-4.2',
  mode: '1',
  speechiness: '0.05',
  acousticness: '0.1',
  instrumentalness: '0',
  liveness: '0.2',
  valence: '0.5',
  tempo: '120.5',
};

const playlistTrack = {
  track_id: 't1',
  track_name: 'Lantern (feat. Bo) - Remastered 2011',
  track_artist: 'Ada Vale',
  track_popularity: '66',
  track_album_id: 'a1',
  track_album_name: 'Lanterns',
  track_album_release_date: '2011-05',
  playlist_name: 'Pop Hour',
  playlist_id: 'p1',
  playlist_genre: 'pop',
  playlist_subgenre: 'dance pop',
  ...audio,
  duration_ms: '194754',
};

const playlistRecord = (changes: Record<string, string> = {}) =>
  rawRecord({
    source: 'spotify_songs',
    kind: 'playlist_track',
    payload: { ...playlistTrack, ...changes },
  });

describe('a playlist track', () => {
  it('becomes a track in standard units; suffixes stay in the title and leave the keys', () => {
    expect(acceptedTrack(playlistRecord())).toMatchObject({
      title: 'Lantern (feat. Bo) - Remastered 2011',
      matchKey: 'lantern',
      workKey: 'lantern',
      ids: [{ scheme: 'spotify', value: 't1' }],
      artists: [{ name: 'Ada Vale', matchKey: 'ada vale' }],
      album: { title: 'Lanterns', released: { on: '2011-05-01', precision: 'month' } },
      released: { on: '2011-05-01', precision: 'month' },
      durationMs: 194754,
      audio: { danceability: 0.7, key: 6, loudnessDb: -4.2, mode: 1, tempoBpm: 120.5 },
      tags: [
        { name: 'pop', kind: 'genre' },
        { name: 'dance pop', kind: 'subgenre' },
      ],
      playlist: { id: 'p1', name: 'Pop Hour' },
      observations: [{ metric: 'popularity', value: 66 }],
    });
  });

  it('keeps a popularity of 0, and has no observation where it is missing', () => {
    expect(acceptedTrack(playlistRecord({ track_popularity: '0' })).observations).toEqual([
      { metric: 'popularity', value: 0 },
    ]);
    expect(acceptedTrack(playlistRecord({ track_popularity: 'NA' })).observations).toEqual([]);
  });

  it.each([
    ['track_name', 'NA', 'track_name is missing'],
    ['playlist_id', 'x'.repeat(199) + 'yy', 'playlist_id must be an id of at most 200 characters'],
    ['track_artist', 'NA', 'track_artist is missing'],
    ['track_id', '', 'track_id is missing'],
    ['track_name', 'A\u0000B', 'track_name must not hold a NUL character'],
    ['track_popularity', '101', 'track_popularity must be between 0 and 100'],
    ['track_popularity', '1,234', 'track_popularity must be a number without thousands separators'],
    ['danceability', '1.5', 'danceability must be between 0 and 1'],
    ['energy', '1e309', 'energy must be a finite number'],
    ['duration_ms', '-3', 'duration_ms must be between 1 and 86400000'],
    ['duration_ms', '12.5', 'duration_ms must be a whole number'],
    [
      'track_album_release_date',
      '0000',
      'track_album_release_date must lie between 1860 and 2021, the year after the observation',
    ],
    [
      'track_album_release_date',
      '2019-02-30',
      'track_album_release_date must be a day of the calendar',
    ],
    ['loudness', '-70', 'loudness must be between -60 and 10'],
  ])('is rejected for %s = %j', (field, value, reason) => {
    const rejection = rejected(playlistRecord({ [field]: value }));
    expect(rejection).toMatchObject({
      source: 'spotify_songs',
      origin: 'test.csv',
      line: 2,
      field,
      reason,
    });
    expect(rejection.value.slice(0, 100)).toBe(value.replace('\u0000', '␀').slice(0, 100));
  });

  it('cuts the offending value at 200 characters and keeps it printable', () => {
    const { value } = rejected(playlistRecord({ track_name: `${'🎵'.repeat(300)}\u0000` }));
    expect(Array.from(value)).toHaveLength(200);
    expect(value.endsWith('…')).toBe(true);
  });

  it('has no audio where none is given, and no tempo where Spotify found none', () => {
    const silent = Object.fromEntries(Object.keys(audio).map((name) => [name, '']));
    expect(acceptedTrack(playlistRecord(silent)).audio).toBeNull();
    expect(acceptedTrack(playlistRecord({ tempo: '0' })).audio?.tempoBpm).toBeNull();
  });

  it('has no album without a name, and calls a nameless playlist by its id', () => {
    expect(acceptedTrack(playlistRecord({ track_album_name: 'NA' })).album).toBeNull();
    expect(acceptedTrack(playlistRecord({ playlist_name: '' })).playlist).toEqual({
      id: 'p1',
      name: 'p1',
    });
    expect(acceptedTrack(playlistRecord({ playlist_id: '' })).playlist).toBeNull();
  });
});

describe('a genre track', () => {
  const payload = {
    id: 't2',
    name: 'Glass',
    genre: 'acoustic',
    popularity: '59.0',
    ...audio,
    loadness: '-3.9',
    duration_ms: '243800.0',
    available_market: '79.0',
    release_date: '2011',
    explicit: '1.0',
  };

  it('has no artist, "loadness" for loudness, floats for whole numbers and booleans', () => {
    expect(acceptedTrack(rawRecord({ kind: 'genre_track', payload }))).toMatchObject({
      artists: [],
      durationMs: 243800,
      explicit: true,
      markets: 79,
      released: { on: '2011-01-01', precision: 'year' },
      audio: { loudnessDb: -3.9 },
      tags: [{ name: 'acoustic', kind: 'genre' }],
    });
  });

  it('is rejected for a bad date', () => {
    const record = rawRecord({
      kind: 'genre_track',
      payload: { ...payload, release_date: '2190' },
    });
    expect(rejected(record).field).toBe('release_date');
  });
});

describe('a video track', () => {
  const payload = {
    Artist: 'Ada Vale',
    Track: 'Glass',
    Album: 'Panes',
    Album_type: 'single',
    Danceability: '0.8',
    Key: '6.0',
    Loudness: '-6.6',
    Duration_ms: '222640.0',
    Title: 'Ada Vale - Glass',
    Channel: 'Ada',
    Views: '693555221.0',
    Likes: '6220896.0',
    Comments: '',
    Licensed: 'True',
    official_video: 'False',
    Stream: '1040234854.0',
  };

  it('reads whole numbers written as floats', () => {
    expect(acceptedTrack(rawRecord({ kind: 'video_track', payload }))).toMatchObject({
      ids: [],
      album: { title: 'Panes', type: 'single' },
      durationMs: 222640,
      video: { views: 693555221, likes: 6220896, comments: null, licensed: true, official: false },
      observations: [{ metric: 'streams', value: 1040234854 }],
    });
  });

  it('takes the id from the URI of the published form', () => {
    const published = { ...payload, Uri: 'spotify:track:0d28khcov6AiegSCpG5TuT' };
    expect(acceptedTrack(rawRecord({ kind: 'video_track', payload: published })).ids).toEqual([
      { scheme: 'spotify', value: '0d28khcov6AiegSCpG5TuT' },
    ]);
  });

  it('may lack a video, streams, audio features and an album', () => {
    const bare = { Artist: 'Ada', Track: 'Glass', Album: '', Views: '', Stream: '' };
    expect(acceptedTrack(rawRecord({ kind: 'video_track', payload: bare }))).toMatchObject({
      video: null,
      audio: null,
      album: null,
      observations: [],
    });
  });
});

describe("Last.fm's records", () => {
  const lastfm = (kind: string, payload: Record<string, string>) =>
    rawRecord({ source: 'lastfm_2k', kind, payload });

  it('artist', () => {
    const record = lastfm('artist', { id: '7', name: '"Weird" Al', url: 'x' });
    expect(accepted(record).draft).toEqual({
      kind: 'artist',
      artist: {
        name: '"Weird" Al',
        matchKey: 'weird al',
        ids: [{ scheme: 'lastfm-2k', value: '7' }],
      },
      observations: [],
    });
    expect(rejected(lastfm('artist', { id: '7', name: '' })).reason).toBe('name is missing');
  });

  it('listen', () => {
    const payload = { userID: '2', artistID: '51', weight: '13883' };
    expect(accepted(lastfm('listen', payload)).draft).toEqual({
      kind: 'listen',
      user: '2',
      artist: { scheme: 'lastfm-2k', value: '51' },
      plays: 13883,
    });
    expect(rejected(lastfm('listen', { ...payload, weight: '0' })).field).toBe('weight');
    expect(rejected(lastfm('listen', { ...payload, weight: '' })).reason).toBe('weight is missing');
  });

  it('tag assignment', () => {
    const payload = {
      userID: '2',
      artistID: '52',
      tagID: '13',
      tagValue: 'chillout',
      day: '1',
      month: '4',
      year: '2009',
    };
    expect(accepted(lastfm('tag_assignment', payload)).draft).toMatchObject({
      kind: 'tag-assignment',
      tag: { name: 'chillout', kind: 'tag' },
      on: '2009-04-01',
    });
    expect(rejected(lastfm('tag_assignment', { ...payload, tagValue: '' }))).toMatchObject({
      field: 'tagID',
      reason: 'tagID is not an id of the list of tags',
      value: '13',
    });
    expect(rejected(lastfm('tag_assignment', { ...payload, month: '13' })).field).toBe('month');
    expect(rejected(lastfm('tag_assignment', { ...payload, day: '31' })).field).toBe('day');
  });
});

describe('a row of a table of tracks', () => {
  const row = (payload: Record<string, string>) =>
    rawRecord({ source: 'table:mine', kind: 'track', payload });

  it('reads every unit into the standard one', () => {
    const draft = acceptedTrack(
      row({
        id: '17',
        isrc: 'GB-AYE-06-01498',
        title: 'Glass',
        artistsByComma: 'Ada Vale, Bo',
        album: 'Panes',
        albumId: 'al1',
        trackNumber: '3',
        durationMin: '3.5',
        popularityShare: '0.55',
        danceabilityPercent: '55',
        key: 'C#',
        mode: 'Minor',
        genres: "['pop', 'soul']",
        tags: 'warm|slow, sad',
        markets: "['SE']",
        views: '10',
        streams: '5',
        playlistName: 'Mine',
      }),
    );
    expect(draft).toMatchObject({
      ids: [
        { scheme: 'table', value: 'table:mine:17' },
        { scheme: 'isrc', value: 'GBAYE0601498' },
      ],
      artists: [{ name: 'Ada Vale' }, { name: 'Bo' }],
      trackNumber: 3,
      durationMs: 210_000,
      markets: 1,
      audio: { danceability: 0.55, key: 1, mode: 0 },
      playlist: { id: 'Mine', name: 'Mine' },
      video: { views: 10, likes: null },
      observations: [
        { metric: 'popularity', value: 55 },
        { metric: 'streams', value: 5 },
      ],
    });
    expect(draft.tags.map(({ name }) => name)).toEqual(['pop', 'soul', 'warm', 'slow', 'sad']);
  });

  it('is known by a Spotify id alone, under that id where the table has no titles', () => {
    const id = '0d28khcov6AiegSCpG5TuT';
    const draft = acceptedTrack(row({ id, popularity: '5' }));
    expect(draft).toMatchObject({
      title: id,
      artists: [],
      ids: [{ scheme: 'spotify', value: id }],
    });
  });

  it('is rejected without a title, without anything to know it by, and for a bad date', () => {
    expect(rejected(row({ title: '', artists: 'Ada' })).reason).toBe('title is missing');
    expect(rejected(row({ title: 'Glass', artists: '' })).reason).toBe(
      'artists must name an artist where the row has no track id',
    );
    expect(rejected(row({ title: 'Glass', artists: 'Ada', released: '2019-02-30' })).field).toBe(
      'released',
    );
    expect(rejected(row({ title: 'Glass', artists: 'Ada', popularityShare: '1.2' })).field).toBe(
      'popularityShare',
    );
    expect(rejected(row({ title: 'Glass', artists: 'Ada', valencePercent: '120' })).field).toBe(
      'valencePercent',
    );
  });
});

describe('transform', () => {
  it('knows every kind that a source yields, but for the list of tags, which only yields defects', () => {
    const known = new Set([...TRANSFORMS.map(({ kind }) => kind), 'tag']);
    const yielded = SOURCES.flatMap(({ kinds }) => kinds);
    expect(yielded.filter((kind) => !known.has(kind))).toEqual([]);
  });

  it('passes a defect of the row on', () => {
    const defect = {
      field: '(row)',
      reason: 'the row has 1 field where the header has 3',
      value: 'B',
    };
    expect(rejected(rawRecord({ kind: 'track', payload: {}, defect }))).toMatchObject(defect);
  });

  it('takes an unknown kind for a bug', () => {
    expect(() => transform(rawRecord({ kind: 'nothing', payload: {} }))).toThrow('no transform');
  });
});
