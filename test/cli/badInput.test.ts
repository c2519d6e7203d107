import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../src/domain/record.js';
import { workplace } from './workplace.js';

const place = workplace();

function utf16(text: string): Uint8Array {
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
}

/** Files that cannot be read at all: name, content, what the message says besides the name. */
const UNREADABLE: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
  ['empty.csv', '', /is empty/],
  ['header-only.csv', 'name,artist\n', /has a header but no rows/],
  ['unknown.csv', 'a,b\n1,2\n', /line 1: no known header: "a", "b"/],
  ['twice.csv', 'name,artist,name\nA,B,C\n', /line 1: the header names "name" more than once/],
  ['binary.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 1, 2, 3]), /binary|PNG/i],
  ['utf16.csv', utf16('name,artist\nA,B\n'), /UTF-16/],
  ['latin1.csv', Buffer.from('name,artist\nA,B\nCaf\u00e9,D\n', 'latin1'), /line 3: is not UTF-8/],
  [
    'unclosed.csv',
    'name,artist\nA,B\n"C,D\nE,F\n',
    /line 3: the quotation that opens in field "name"/,
  ],
  [
    'huge.csv',
    `name,artist\nA,B\n${'x'.repeat(10_000_000)},B\n`,
    /line 3: field "name" makes the record longer than the limit/,
  ],
  ['broken.csv.gz', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]), /gzip|compressed/i],
];

describe('a file that cannot be read', () => {
  it.each(UNREADABLE)('%s is named, with the reason', async (name, content, reason) => {
    place.write(name, content);
    const { code, stdout, stderr } = await place.liner('ingest', name);
    expect(code).toBe(3);
    expect(stdout).toBe('');
    expect(stderr).toContain(name);
    expect(stderr).toMatch(reason);
    expect(stderr).not.toContain('unexpected error');
  });

  it('cannot colour the terminal through a column name', async () => {
    place.write('colours.csv', 'a\u001b[31m,b\u202e\n1,2\n');
    const { stderr } = await place.liner('ingest', 'colours.csv');
    // eslint-disable-next-line no-control-regex -- the escape is what must not be there
    expect(stderr).not.toMatch(/[\u001b\u202e]/);
  });
});

/** Tables with rows of which some are refused: name → content, rows read, and the dead letters' line, field, reason. */
interface BadTable {
  readonly content: string;
  readonly read: number;
  readonly letters: readonly (readonly [line: number, field: string, reason: RegExp])[];
}

const NUMBERS = ['1e309', '-3', 'NaN', '1,234', '0012', '101', '50'];
const DATES = ['0000', '2019-02-30', '2190-01-01', '2019-02-28', '14/06/2019'];

const TABLES: Readonly<Record<string, BadTable>> = {
  'numbers.csv': {
    content: `name,artist,popularity\n${NUMBERS.map((n, i) => `S${i},A,"${n}"`).join('\n')}\n`,
    read: 7,
    letters: [
      [2, 'popularity', /finite/],
      [3, 'popularity', /between 0 and 100/],
      [5, 'popularity', /without thousands separators/],
      [7, 'popularity', /between 0 and 100/],
    ],
  },
  'dates.csv': {
    content: `name,artist,release_date\n${DATES.map((d, i) => `D${i},A,${d}`).join('\n')}\n`,
    read: 5,
    letters: [
      [2, 'release_date', /must lie between/],
      [3, 'release_date', /day of the calendar/],
      [4, 'release_date', /must lie between/],
      [6, 'release_date', /must be a date/],
    ],
  },
  'columns.csv': {
    content: 'Track,Artist,Duration (s)\nA,B,-3\n,D,180\nE,F,200\n',
    read: 3,
    letters: [
      [2, 'Duration (s)', /^Duration \(s\) must be between 0.001 and 86400$/],
      [3, 'Track', /^Track is missing$/],
    ],
  },
  'ragged.csv': {
    content: 'name,artist,popularity\nA,B\nC,D,50\nE,F,50,more\n',
    read: 3,
    letters: [
      [2, '(row)', /has 2 fields where the header has 3/],
      [4, '(row)', /has 4 fields where the header has 3/],
    ],
  },
  'bom-crlf.csv': {
    content: '\ufeffname,artist,popularity\r\nBom,Crlf,50\r\n',
    read: 1,
    letters: [],
  },
};

describe('bad rows', () => {
  interface Letter {
    readonly origin: string;
    readonly line: number;
    readonly field: string;
    readonly reason: string;
    readonly value: string;
  }
  let ledgers = new Map<string, LedgerEntry>();
  let letters: readonly Letter[] = [];

  it('are kept as dead letters, and the rest is loaded', async () => {
    for (const [name, { content }] of Object.entries(TABLES)) place.write(`bad/${name}`, content);
    const { code, stdout } = await place.liner('ingest', 'bad', '--json', '--as-of', '2020-01-21');
    expect(code).toBe(0);
    const done = JSON.parse(stdout) as { origin: string; ledger: [LedgerEntry] }[];
    ledgers = new Map(done.map(({ origin, ledger }) => [origin, ledger[0]]));
    letters = JSON.parse((await place.liner('rejected', '--json')).stdout) as Letter[];
  }, 60_000);

  it.each(Object.entries(TABLES))('%s: the books add up', (name, table) => {
    const ledger = ledgers.get(name);
    const rejected = table.letters.length;
    expect(ledger).toMatchObject({ read: table.read, rejected, loaded: table.read - rejected });
  });

  it.each(Object.entries(TABLES))('%s: line, field and reason are named', (name, table) => {
    const own = letters.filter(({ origin }) => origin === name);
    expect(own.map(({ line }) => line)).toEqual(table.letters.map(([line]) => line));
    for (const [index, [, field, reason]] of table.letters.entries()) {
      if (field !== '') expect(own[index]?.field).toBe(field);
      expect(own[index]?.reason).toMatch(reason);
      expect(own[index]?.value.length).toBeLessThanOrEqual(201);
    }
  });

  it('reads other encodings where the user says so', async () => {
    const { code, stdout } = await place.liner('ingest', 'latin1.csv', '--latin1', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([{ ledger: [{ read: 2, loaded: 2 }] }]);
  });

  it('shows control characters of a file name, never obeys them', async () => {
    place.write('\u001b[31mred.csv', 'name,artist\nA,B\n');
    const { code, stdout } = await place.liner('ingest', '\u001b[31mred.csv', '--dry-run');
    expect(code).toBe(0);
    expect(stdout).toContain('\\u001b[31mred.csv: Table of tracks \\u001b[31mred');
    expect(stdout).not.toContain('\u001b');
  });
});
