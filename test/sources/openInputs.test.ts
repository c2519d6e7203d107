import { mkdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FILE_SOURCES, SOURCES, openInputs } from '../../src/sources/index.js';
import { isRejection, transform } from '../../src/transform/transform.js';
import { appErrorOf } from '../appErrorOf.js';
import { recordsOf } from './collect.js';
import { tempFolder } from './tempFolder.js';

const SONGS_HEADER =
  'track_id,track_name,track_artist,track_popularity,track_album_id,track_album_name,track_album_release_date,playlist_name,playlist_id,playlist_genre,playlist_subgenre,danceability,energy,key,loudness,mode,speechiness,acousticness,instrumentalness,liveness,valence,tempo,duration_ms';
const song = (id: string, name: string, playlist: string, genre: string) =>
  `${id},${name},Ada,66,a1,Lanterns,2019-06-14,Hour,${playlist},${genre},sub,0.7,0.9,6,-2.6,1,0.05,0.1,0,0.06,0.5,122,194754`;

const GENRES = `id,name,genre,url,popularity,acousticness,danceability,energy,instrumentalness,liveness,speechiness,duration_ms,key,loadness,mode,tempo,valence,available_market,release_date,explicit,idx
t1,Glass,acoustic,u,59.0,0.4,0.4,0.7,0.0,0.07,0.02,243800.0,0.0,-3.9,1.0,90.0,0.3,79.0,2011,0.0,0
t1,Glass,folk,u,59.0,0.4,0.4,0.7,0.0,0.07,0.02,243800.0,0.0,-3.9,1.0,90.0,0.3,79.0,2011,0.0,1
`;

const YOUTUBE_COLUMNS =
  'Album,Album_type,Danceability,Energy,Key,Loudness,Speechiness,Acousticness,Instrumentalness,Liveness,Valence,Tempo,Duration_ms';
const YOUTUBE_CELLS = 'Panes,album,0.8,0.7,6.0,-6.6,0.1,0.008,0.002,0.6,0.7,138.5,222640.0';
const YOUTUBE = `Artist,Track,${YOUTUBE_COLUMNS},Title,Channel,Views,Likes,Comments,Licensed,official_video,Stream
Ada,Glass,${YOUTUBE_CELLS},Ada - Glass,Ada,10.0,5.0,1.0,True,True,1040234854.0
`;
const YOUTUBE_PUBLISHED = `,Artist,Url_spotify,Track,${YOUTUBE_COLUMNS.replace('Album_type', 'Album_type,Uri')},Url_youtube,Title,Channel,Views,Likes,Comments,Description,Licensed,official_video,Stream
0,Ada,https://open.spotify.com/artist/x,Glass,${YOUTUBE_CELLS.replace('album', 'album,spotify:track:0d28khcov6AiegSCpG5TuT')},https://y,Ada - Glass,Ada,10.0,5.0,1.0,"Two
lines, ""quoted""",True,True,1040234854.0
`;

describe('known files are told by their header, whatever they are called', () => {
  const folder = tempFolder();

  it('Spotify songs: a track on two playlists or in two genres is no duplicate', async () => {
    const text = [
      SONGS_HEADER,
      song('t1', '"A, ""B"""', 'p1', 'pop'),
      song('t1', 'A', 'p2', 'pop'),
      song('t1', 'A', 'p1', 'pop'),
    ].join('\n');
    const inputs = await openInputs([folder.write('anything.txt', text)]);
    const records = await recordsOf(inputs);
    expect(inputs[0]?.source.id).toBe('spotify_songs');
    expect(records.map(({ key }) => key)).toEqual(['p1|sub|t1', 'p2|sub|t1', 'p1|sub|t1']);
    expect(records[0]).toMatchObject({ kind: 'playlist_track', observedAt: '2020-01-21', line: 2 });
    expect(records[0]?.payload['track_name']).toBe('A, "B"');
  });

  it('112 genres: a track under two genres is no duplicate', async () => {
    const records = await recordsOf(await openInputs([folder.write('tracks.csv', GENRES)]));
    expect(records.map(({ source, key }) => [source, key])).toEqual([
      ['spotify_112_genres', 't1|acoustic'],
      ['spotify_112_genres', 't1|folk'],
    ]);
  });

  it('Spotify and YouTube: both forms have the same key, the published one has the id', async () => {
    const [bare] = await recordsOf(await openInputs([folder.write('bare.csv', YOUTUBE)]));
    const [published] = await recordsOf(
      await openInputs([folder.write('pub.csv', YOUTUBE_PUBLISHED)]),
    );
    expect(published?.source).toBe('spotify_youtube');
    expect(published?.key).toBe(bare?.key);
    expect(published && transform(published)).toMatchObject({
      draft: { ids: [{ scheme: 'spotify', value: '0d28khcov6AiegSCpG5TuT' }] },
    });
  });
});

const ARTISTS = 'id\tname\turl\tpictureURL\n1\tRoyce 5\'9"\tu\t\n2\t"K"\tu\tp\n';
const LISTENS = 'userID\tartistID\tweight\n2\t1\t13883\n2\t2\t5\n';
const TAGS = Buffer.from('tagID\ttagValue\n1\tmetal\n2\tm\xe9tal\n3\ta\tb\n', 'latin1');
const TAGGED =
  'userID\tartistID\ttagID\tday\tmonth\tyear\n2\t1\t2\t1\t4\t2009\n2\t1\t9\t1\t4\t2009\n';
const FRIENDS = 'userID\tfriendID\n2\t3\n';

describe("Last.fm's folder", () => {
  const folder = tempFolder();
  folder.write('full/b/tags.dat', TAGS);
  folder.write('full/b/artists.dat', ARTISTS);
  folder.write('full/b/user_artists.dat', LISTENS);
  folder.write('full/b/user_taggedartists.dat', TAGGED);
  folder.write('full/b/user_friends.dat', FRIENDS);
  folder.write('full/b/readme.txt', 'A few words.\nMore.\n');

  it('gives artists, then listens, then tag assignments with the names of their tags', async () => {
    const inputs = await openInputs([`${folder.path}/full`]);
    expect(inputs.map(({ origin }) => origin)).toEqual([
      'artists.dat',
      'user_artists.dat',
      'user_taggedartists.dat',
    ]);
    const records = await recordsOf(inputs);
    expect(records.map(({ kind }) => kind)).toEqual([
      'artist',
      'artist',
      'listen',
      'listen',
      'tag',
      'tag_assignment',
      'tag_assignment',
    ]);
    expect(records[0]?.payload['name']).toBe('Royce 5\'9"');
    expect(records[5]?.payload['tagValue']).toBe('métal');
    expect(records.map(transform).filter(isRejection)).toMatchObject([
      { kind: 'tag', origin: 'tags.dat', line: 4 },
      { kind: 'tag_assignment', field: 'tagID', value: '9', line: 3 },
    ]);
  });

  it('says what it does not use', async () => {
    const [first] = await openInputs([`${folder.path}/full`]);
    expect(first?.notes).toEqual([
      'user_friends.dat: recognised, not used',
      'passed over: readme.txt, line 1: no known header: "A few words."',
    ]);
  });

  it.each([
    ['user_artists.dat', LISTENS, 'artists.dat is missing'],
    ['user_taggedartists.dat', TAGGED, 'tags.dat is missing'],
    ['artists.dat', ARTISTS, 'user_artists.dat is missing'],
    ['user_friends.dat', FRIENDS, 'user_friends.dat: recognised, not used'],
    [
      'user_taggedartists-timestamps.dat',
      'userID\tartistID\ttagID\ttimestamp\n2\t1\t2\t1238536800000\n',
      'recognised, not used',
    ],
  ])('says what is missing beside %s alone', async (name, text, note) => {
    const inputs = await openInputs([folder.write(`alone/${name}`, text)]);
    expect(inputs[0]?.notes?.join('\n')).toContain(note);
    expect(await recordsOf(inputs)).toBeInstanceOf(Array);
  });

  it('knows the header with its leading slashes too', async () => {
    const [input] = await openInputs([folder.write('slashes.dat', `//${ARTISTS}`)]);
    expect(input?.source.id).toBe('lastfm_2k');
  });
});

/** By `sha256sum`. */
const SHA256_OF_A = '26e4d802d2949e882a789e8bb22f3636c397043ac302309a165546b3c81d817c';

describe('openInputs', () => {
  const folder = tempFolder();
  folder.write('all/z.csv', GENRES);
  folder.write('all/a.csv', 'name,artist\nA,B\n');
  folder.write('all/deep/y.csv', `${SONGS_HEADER}\n${song('t1', 'A', 'p1', 'pop')}\n`);
  folder.write('all/deep/deeper/x.csv', YOUTUBE);
  folder.write('all/.hidden.csv', 'a,b\n1,2\n');
  folder.write('all/picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]));
  folder.write('all/other.csv', 'a,b\n1,2\n');

  it('orders by source, looks one folder down, and names what it passes over', async () => {
    const inputs = await openInputs([`${folder.path}/all`]);
    expect(inputs.map(({ source }) => source.id)).toEqual([
      'spotify_songs',
      'spotify_112_genres',
      'table:a',
    ]);
    expect(inputs[0]?.notes).toEqual([
      'passed over: other.csv, line 1: no known header: "a", "b"',
      'passed over: picture.png: is a PNG picture, not a text table',
    ]);
  });

  it('takes a file once, however often it is named', async () => {
    const path = `${folder.path}/all/z.csv`;
    expect(await openInputs([path, path, `${folder.path}/all/./z.csv`])).toHaveLength(1);
  });

  it('gives the hash and size of each file', async () => {
    const [input] = await openInputs([`${folder.path}/all/a.csv`]);
    expect(input).toMatchObject({ bytes: 16, sha256: SHA256_OF_A });
  });

  it('refuses a damaged table in a folder too', async () => {
    folder.write('bad/broken.csv', '');
    expect((await appErrorOf(openInputs([`${folder.path}/bad`]))).message).toContain(
      'broken.csv: is empty',
    );
  });

  it('refuses a folder without tables', async () => {
    mkdirSync(`${folder.path}/nothing`);
    expect((await appErrorOf(openInputs([`${folder.path}/nothing`]))).message).toContain(
      'no table that is known',
    );
    folder.write('words/readme.md', 'Some words\n\nmore');
    expect((await appErrorOf(openInputs([`${folder.path}/words`]))).hint).toContain('readme.md');
  });

  it('has each source once, the one that takes anything last', () => {
    expect(new Set(SOURCES.map(({ id }) => id)).size).toBe(SOURCES.length);
    expect(FILE_SOURCES.at(-1)?.id).toBe('table');
    for (const source of SOURCES) {
      expect(source.selection).not.toBe('');
      expect(source.licence).not.toBe('');
    }
  });
});
