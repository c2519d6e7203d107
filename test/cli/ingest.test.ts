import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { OUTCOMES, type LedgerEntry } from '../../src/domain/record.js';
import { workplace } from './workplace.js';

const place = workplace();

const TRACKS = [
  'Song,Artist,Popularity,duration,year,Explicit,Genre,Stream,Mood',
  'Low Tide,Marla Finch,71,3.5,2019,0,pop,1200,calm',
  'High Noon,Marla Finch; Otto Vale,64,4.25,2018,1,rock,900,loud',
  'Paper Sun,Otto Vale,not a number,2.75,2017,0,rock,100,calm',
  '',
].join('\n');
place.write('my-tracks.csv', TRACKS);

interface Ingested {
  readonly source: string;
  readonly origin: string;
  readonly ledger: readonly LedgerEntry[];
}

async function ingestJson(...args: string[]): Promise<readonly Ingested[]> {
  const { code, stdout, stderr } = await place.liner('ingest', '--json', ...args);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return JSON.parse(stdout) as Ingested[];
}

/** Rows of every table but that of the runs, where failed ones stand too. */
async function rowsButRuns(): Promise<Record<string, number>> {
  const { stdout } = await place.liner('db', 'info', '--json');
  const { rows } = JSON.parse(stdout) as { rows: Record<string, number> };
  return { ...rows, ingest_runs: 0 };
}

function addsUp(entry: LedgerEntry): boolean {
  return entry.read === OUTCOMES.reduce((sum, outcome) => sum + entry[outcome], 0);
}

describe('liner ingest --dry-run', () => {
  it('shows columns, units and what is ignored, and loads nothing', async () => {
    const { code, stdout, stderr } = await place.liner('ingest', 'my-tracks.csv', '--dry-run');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Song → title');
    expect(stdout).toContain('Artist → artists');
    expect(stdout).toContain('Stream → streams');
    expect(stdout).toContain('duration: minutes');
    expect(stdout).toMatch(/^ +Popularity: 0–100/m);
    expect(stdout).toContain('ignored: Mood');
    expect((await place.liner('rejected')).stdout).toBe('Nothing was rejected.\n');
    const { rows } = JSON.parse((await place.liner('db', 'info', '--json')).stdout) as {
      rows: Record<string, number>;
    };
    expect(rows['songs']).toBe(0);
    expect(rows['ingest_runs']).toBe(0);
  });

  it('gives the mapping as JSON', async () => {
    const { stdout } = await place.liner('ingest', 'my-tracks.csv', '--dry-run', '--json');
    const [input] = JSON.parse(stdout) as { mapping: { columns: unknown; ignored: unknown } }[];
    expect(input?.mapping.ignored).toEqual(['Mood']);
    expect(input?.mapping.columns).toContainEqual({
      column: 'Song',
      field: 'title',
      by: 'name',
    });
  });

  it.each([
    ['track_name,artists', 'track_name → title', 'artists → artists'],
    ['name,artist_name', 'name → title', 'artist_name → artists'],
    ['title,track_artist', 'title → title', 'track_artist → artists'],
    ['song,Artist', 'song → title', 'Artist → artists'],
    ['Track,Artist', 'Track → title', 'Artist → artists'],
    ['TRACK NAME,ARTIST NAME', 'TRACK NAME → title', 'ARTIST NAME → artists'],
  ])('knows %s', async (header, ...lines) => {
    place.write('names.csv', `${header}\nA,B\n`);
    const { stdout } = await place.liner('ingest', 'names.csv', '--dry-run');
    for (const line of lines) expect(stdout).toContain(line);
  });

  it.each([
    ['popularity', 'popularity'],
    ['track_popularity', 'popularity'],
    ['duration_ms', 'duration'],
    ['release_date', 'released'],
    ['track_album_release_date', 'released'],
    ['year', 'released'],
    ['explicit', 'explicit'],
    ['genre', 'genres'],
    ['track_genre', 'genres'],
    ['playlist_genre', 'genres'],
    ['streams', 'streams'],
    ['loudness', 'loudness'],
    ['LOUDNESS', 'loudness'],
  ])('knows the column %s', async (column, field) => {
    place.write('column.csv', `name,artist,${column}\nA,B,\n`);
    const { stdout } = await place.liner('ingest', 'column.csv', '--dry-run');
    expect(stdout).toContain(`${column} → ${field}`);
  });

  it('takes the columns that --map names', async () => {
    place.write('odd.csv', 'Titel,Wer,name\nLow Tide,Marla Finch,x\n');
    const args = ['ingest', 'odd.csv', '--dry-run', '--map', 'title=Titel,artists=Wer'];
    const { stdout } = await place.liner(...args);
    expect(stdout).toContain('Titel → title (--map)');
    expect(stdout).toContain('Wer → artists (--map)');
    expect(stdout).toContain('ignored: name');
    const wrong = await place.liner('ingest', 'odd.csv', '--map', 'title=Nirgends');
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('odd.csv has no column "Nirgends"');
  });
});

describe('liner ingest', () => {
  it('prints the mapping, then a ledger that adds up', async () => {
    const { code, stdout, stderr } = await place.liner('ingest', 'my-tracks.csv');
    expect(code).toBe(0);
    expect(stdout.indexOf('Song → title')).toBeLessThan(stdout.indexOf('read'));
    expect(stdout).toMatch(/^table:my-tracks +track +3 +2 +0 +0 +0 +1$/m);
    expect(stderr).toBe('1 rejected: `liner rejected` shows why\n');
  });

  it('changes nothing the second time', async () => {
    const [again] = await ingestJson('my-tracks.csv');
    expect(again?.ledger).toEqual([
      expect.objectContaining({ read: 3, loaded: 0, updated: 0, unchanged: 2, rejected: 1 }),
    ]);
    expect(again?.ledger.every(addsUp)).toBe(true);
  });

  it('keeps what was refused, with file, line, field, reason and value', async () => {
    const { code, stdout } = await place.liner('rejected');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^table:my-tracks my-tracks\.csv:4 .*Popularity.* got "not a number"$/m);
    const letters = JSON.parse((await place.liner('rejected', '--json')).stdout) as object[];
    expect(letters[0]).toMatchObject({
      source: 'table:my-tracks',
      origin: 'my-tracks.csv',
      line: 4,
      field: 'Popularity',
      reason: 'Popularity must be a number',
      value: 'not a number',
    });
  });

  it('loads tab-separated and compressed files and whole folders', async () => {
    const tabs = TRACKS.replaceAll(',', '\t');
    place.write('exports/tabs.tsv', tabs);
    place.write('exports/packed.csv.gz', gzipSync(TRACKS));
    place.write('exports/packed-tabs.bin', gzipSync(tabs));
    place.write('exports/README.txt', 'Not a table.\n');
    const done = await ingestJson('exports');
    expect(done.map(({ origin }) => origin).sort()).toEqual([
      'packed-tabs.bin',
      'packed.csv.gz',
      'tabs.tsv',
    ]);
    for (const { ledger } of done) {
      expect(ledger).toEqual([expect.objectContaining({ read: 3, rejected: 1, duplicate: 0 })]);
      expect(ledger.every(addsUp)).toBe(true);
    }
  });

  it('counts a repeated row as a duplicate', async () => {
    place.write('twice.csv', 'name,artist\nOnce,Marla Finch\nOnce,Marla Finch\n');
    const [input] = await ingestJson('twice.csv');
    expect(input?.ledger).toEqual([
      expect.objectContaining({ read: 2, loaded: 1, duplicate: 1, rejected: 0 }),
    ]);
  });

  it('is quiet on stderr with -q', async () => {
    const { stderr, stdout } = await place.liner('ingest', '-q', 'my-tracks.csv');
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^table:my-tracks/m);
  });

  it('says what to do where nothing is given and no public data are at hand', async () => {
    const { code, stdout, stderr } = await place.liner('ingest');
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(`no public data in ${join(place.path, 'data/raw')}`);
    expect(stderr).toContain('`liner datasets` says where to get it');
  });

  it('refuses a table with neither a title nor an id, with what was seen', async () => {
    place.write('numbers.csv', 'energy,tempo\n0.5,120\n');
    const { code, stderr } = await place.liner('ingest', 'numbers.csv');
    expect(code).toBe(3);
    expect(stderr).toContain('numbers.csv, line 1: no known header: "energy", "tempo"');
    expect(stderr).toContain('--map title=COLUMN');
  });

  it('refuses titles without artists or ids', async () => {
    place.write('titles.csv', 'title\nLow Tide\n');
    const { code, stderr } = await place.liner('ingest', 'titles.csv');
    expect(code).toBe(3);
    expect(stderr).toContain('a table of titles without artists or track ids');
  });

  it('calls a file of which nothing could be used a finding', async () => {
    place.write('useless.csv', 'name,artist,popularity\nA,B,high\nC,D,low\n');
    const { code, stdout, stderr } = await place.liner('ingest', 'useless.csv');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^table:useless +track +2 +0 +0 +0 +0 +2$/m);
    expect(stderr).toContain('every record of useless.csv was rejected');
  });

  it('says that a path leads nowhere', async () => {
    const { code, stderr } = await place.liner('ingest', 'gone.csv');
    expect(code).toBe(3);
    expect(stderr).toContain(`there is no file or folder ${join(place.path, 'gone.csv')}`);
  });
});

describe('a file that changes while it is read', () => {
  it('is an error, and leaves nothing of itself in the store', async () => {
    const rows = Array.from({ length: 30_000 }, (_, i) => `Song ${i},Artist ${i % 50},50`);
    const path = place.write('shrinking.csv', `name,artist,popularity\n${rows.join('\n')}\n`);
    let notes = 0;
    const countingClock = () => {
      // The clock is asked once per input, after the file was recognised and before it is read.
      if (notes++ === 0) rmSync(path);
      return new Date('2026-01-02T03:04:05Z');
    };
    const before = await rowsButRuns();
    const { code, stderr } = await place.linerWith(
      { now: countingClock },
      'ingest',
      'shrinking.csv',
    );
    expect(code).toBe(3);
    expect(stderr).toContain('shrinking.csv');
    expect(await rowsButRuns()).toEqual(before);
  });
});
