import { utimesSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openInputs, sourceById } from '../../../src/sources/index.js';
import { parseMapOption } from '../../../src/sources/trackTable/parseMapOption.js';
import { LatestRelease } from '../../../src/sources/trackTable/latestRelease.js';
import type { OpenOptions } from '../../../src/sources/fileSource.js';
import { isRejection, transform } from '../../../src/transform/transform.js';
import { AppError } from '../../../src/errors.js';
import { appErrorOf } from '../../appErrorOf.js';
import { recordsOf } from '../collect.js';
import { tempFolder } from '../tempFolder.js';

const folder = tempFolder();
let count = 0;

async function open(text: string, options: OpenOptions = {}, extension = 'csv') {
  count += 1;
  const path = folder.write(`table${count}.${extension}`, text);
  utimesSync(path, new Date('2021-06-01'), new Date('2021-06-01'));
  const [input] = await openInputs([path], options);
  if (input === undefined) throw new Error('nothing was opened');
  return input;
}

async function payloads(text: string, options: OpenOptions = {}) {
  return (await recordsOf([await open(text, options)])).map(({ payload }) => payload);
}

async function fieldsOf(header: string, cells: string) {
  const { mapping } = await open(`${header}\n${cells}\n`);
  return Object.fromEntries((mapping?.columns ?? []).map(({ column, field }) => [column, field]));
}

async function unitsOf(text: string) {
  const { mapping } = await open(text);
  return Object.fromEntries((mapping?.units ?? []).map(({ column, unit }) => [column, unit]));
}

describe('columns of a table of tracks', () => {
  it.each([
    [
      'track_name,artist_name,track_popularity,duration_ms,track_album_release_date,track_genre',
      'A,B,5,200000,2019,pop',
      ['title', 'artists', 'popularity', 'duration', 'released', 'genres'],
    ],
    [
      'Track Name,ARTISTS,Popularity,Duration,Year,Genre',
      'A,B,5,200000,2019,pop',
      ['title', 'artists', 'popularity', 'duration', 'released', 'genres'],
    ],
    [
      'song,Artist,Stream,Explicit,Loudness',
      'A,B,5,yes,-4',
      ['title', 'artists', 'streams', 'explicit', 'loudness'],
    ],
    [
      'title,artist(s)_name,streams,danceability_%',
      'A,B,5,80',
      ['title', 'artists', 'streams', 'danceability'],
    ],
    [
      'Title,Artist,Top Genre,Beats Per Minute (BPM),Length (Duration)',
      'A,B,pop,120,201',
      ['title', 'artists', 'genres', 'tempo', 'duration'],
    ],
    ['id,name,loadness,available_market', 't1,A,-4,12', ['id', 'title', 'loudness', 'markets']],
  ])('%s', async (header, cells, fields) => {
    expect(Object.values(await fieldsOf(header, cells))).toEqual(fields);
  });

  it('gives a field to the best of its names and tells which columns are ignored', async () => {
    const { mapping } = await open(
      'id,track_id,name,artist,mood,year,release_date\n1,t1,A,B,calm,2019,2019-02-01\n',
    );
    expect(mapping?.columns.map(({ column, field }) => `${column}→${field}`)).toEqual([
      'track_id→id',
      'name→title',
      'artist→artists',
      'release_date→released',
    ]);
    expect(mapping?.ignored).toEqual(['id', 'mood', 'year']);
  });

  it('follows --map before names, and leaves out what it leaves empty', async () => {
    const text = 'tune,who,name,genre\nA,B,C,pop\n';
    const { mapping } = await open(text, { map: parseMapOption('title=tune,artists=Who,genres=') });
    expect(mapping?.columns).toEqual([
      { column: 'tune', field: 'title', by: 'option' },
      { column: 'who', field: 'artists', by: 'option' },
    ]);
    expect(mapping?.ignored).toEqual(['name', 'genre']);
  });

  it('refuses --map to a column that is not there', async () => {
    const error = await appErrorOf(
      open('name,artist\nA,B\n', { map: parseMapOption('title=nam') }),
    );
    expect(error.message).toContain('has no column "nam"');
    expect(error.hint).toContain('"name", "artist"');
  });

  it('refuses one column for two fields', async () => {
    const map = parseMapOption('title=name,artists=name');
    expect((await appErrorOf(open('name,x\nA,B\n', { map }))).message).toContain('two fields');
  });

  it('opens with --map a table that nobody knows', async () => {
    const map = parseMapOption('title=t,artists=a');
    expect(await payloads('t,a\nGlass,Ada\n', { map })).toEqual([
      { title: 'Glass', artists: 'Ada' },
    ]);
  });

  it('an index column without a name is ignored, not lost', async () => {
    const { mapping } = await open(',name,artist\n0,A,B\n');
    expect(mapping?.ignored).toEqual(['(column 1)']);
  });
});

describe('units of a table of tracks', () => {
  it.each([
    ['duration_ms', '214560', 'milliseconds'],
    ['duration', '214.5', 'seconds'],
    ['duration', '3.6', 'minutes'],
    ['duration_ms', '3.6', 'minutes'],
    ['length', '3:36', 'm:ss'],
  ])('%s of %s is in %s', async (column, value, unit) => {
    const units = await unitsOf(`name,artist,${column}\nA,B,${value}\nC,D,${value}\n`);
    expect(units[column]).toBe(unit);
  });

  it.each([
    ['Artist Name(s)', 'parted at ", " and ";", and lists'],
    ['Artist Name', 'parted at ";", and lists'],
  ])('names of the column %s are %s', async (column, unit) => {
    expect(await unitsOf(`name,${column}\nA,"B, C"\n`)).toEqual({ [column]: unit });
  });

  it('popularity and audio features are told apart by their values', async () => {
    const shares = 'name,artist,popularity,energy,valence\nA,B,0.4,0.9,0.1\nC,D,1,0.2,0.5\n';
    expect(await unitsOf(shares)).toMatchObject({
      popularity: '0–1',
      energy: '0–1',
      valence: '0–1',
    });
    const percents =
      'name,artist,popularity,energy_%,instrumentalness_%\nA,B,40,90,0\nC,D,1,20,1\n';
    expect(await unitsOf(percents)).toMatchObject({
      popularity: '0–100',
      'energy_%': '0–100',
      'instrumentalness_%': '0–100',
    });
  });

  it('zeros and ones alone do not make a share of popularity', async () => {
    expect(await unitsOf('name,artist,popularity\nA,B,0\nC,D,1\n')).toMatchObject({
      popularity: '0–100',
    });
  });

  it('says what each decision rests on', async () => {
    const { mapping } = await open("name,artists,duration\nA,\"['B', 'C']\",200\n");
    expect(mapping?.units.map(({ evidence }) => evidence)).toEqual([
      '1 of the first 1 cells are lists',
      'median 200 in the first 1 rows',
    ]);
  });

  it('parts names at a comma in plural columns only', async () => {
    expect(await payloads('name,artists\nA,"B, C"\n')).toEqual([
      { title: 'A', artistsByComma: 'B, C' },
    ]);
    expect(await payloads('name,artist\nA,"B, C"\n')).toEqual([{ title: 'A', artists: 'B, C' }]);
  });
});

describe('the date of a table of tracks', () => {
  it('is what the user says', async () => {
    const { mapping, source } = await open('name,artist,year\nA,B,2019\n', {
      observedAt: '2024-01-01',
    });
    expect(mapping).toMatchObject({ observedAt: '2024-01-01', observedFrom: 'as the user said' });
    expect(source.asOf).toBe('2024-01-01');
  });

  it('is otherwise the latest release date that is not in the future', async () => {
    const rows = Array.from({ length: 1500 }, (_, at) => `T${at},A,2018-03-0${1 + (at % 9)}`);
    const { mapping } = await open(
      `name,artist,release_date\n${rows.join('\n')}\nZ,A,2019-11\nY,A,2190-01-01\n`,
    );
    expect(mapping).toMatchObject({
      observedAt: '2019-11-30',
      observedFrom: 'the latest release date in the table',
    });
  });

  it('is otherwise the day on which the file was written', async () => {
    expect((await open('name,artist\nA,B\n')).mapping?.observedAt).toBe('2021-06-01');
  });

  it('passes over what is no date', () => {
    const latest = new LatestRelease('2020-01-01');
    for (const cell of ['', 'soon', '2190', '1999.0', '1999-02']) latest.see(cell);
    expect(latest.date).toBe('1999-12-31');
  });
});

describe('records of a table of tracks', () => {
  it('of tracks without artists load by id', async () => {
    const input = await open('id,name,popularity\nt1,A,5\nt2,B,6\n');
    const results = (await recordsOf([input])).map(transform);
    expect(results.some(isRejection)).toBe(false);
  });

  it('stand apart for each genre and playlist, and repeat under one key', async () => {
    const text = 'id,name,genre\nt1,A,pop\nt1,A,rock\nt1,A,pop\n';
    const keys = (await recordsOf([await open(text)])).map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
  });

  it('of a tab-separated file open no quotation', async () => {
    const input = await open('name\tartist\n"Heroes"\tRoyce 5\'9"\n', {}, 'tsv');
    expect((await recordsOf([input]))[0]?.payload).toEqual({
      title: '"Heroes"',
      artists: 'Royce 5\'9"',
    });
  });

  it('of a semicolon-separated file are parted at semicolons', async () => {
    expect(await payloads('name;artist\n"A;a";B\n')).toEqual([{ title: 'A;a', artists: 'B' }]);
  });

  it('belong to a source called after the file', async () => {
    const { source } = await open('name,artist\nA,B\n');
    expect(source.id).toMatch(/^table:table\d+$/);
    expect(sourceById(source.id)).toMatchObject({ id: source.id, title: source.title });
    expect(() => sourceById('nobody')).toThrow(AppError);
  });
});

describe('parseMapOption', () => {
  it('keeps commas that belong to a column', () => {
    expect([...parseMapOption('title=Song, full,artists=Who')]).toEqual([
      ['title', 'Song, full'],
      ['artists', 'Who'],
    ]);
  });

  it.each([
    ['title', 'needs field=column'],
    ['tune=Song', 'no field "tune"'],
    ['title=A,title=B', 'twice'],
  ])('refuses %s', (text, message) => {
    expect(() => parseMapOption(text)).toThrow(message);
  });
});
