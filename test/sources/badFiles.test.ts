import { appendFileSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openInputs } from '../../src/sources/index.js';
import { isRejection, transform } from '../../src/transform/transform.js';
import { appErrorOf } from '../appErrorOf.js';
import { recordsOf } from './collect.js';
import { tempFolder } from './tempFolder.js';

const folder = tempFolder();
const HEADER = 'track_name,artist,popularity';

function opened(name: string, content: string | Uint8Array) {
  return openInputs([folder.write(name, content)]);
}

async function errorOf(name: string, content: string | Uint8Array) {
  return appErrorOf(opened(name, content).then(recordsOf));
}

describe('a file that cannot be read as a table is refused by name', () => {
  it.each([
    ['empty.csv', '', 'empty.csv: is empty'],
    ['blank.csv', '\n  \n', 'blank.csv: is empty'],
    ['header.csv', `${HEADER}\n`, 'header.csv: has a header but no rows'],
    ['header-alone.csv', HEADER, 'header-alone.csv: has a header but no rows'],
    ['unknown.csv', 'a,b\n1,2\n', 'unknown.csv, line 1: no known header: "a", "b"'],
    [
      'twice.csv',
      'title,artist,title\nA,B,C\n',
      'twice.csv, line 1: the header names "title" more than once',
    ],
    [
      'titles.csv',
      'title,popularity\nA,5\n',
      'titles.csv, line 1: a table of titles without artists or track ids',
    ],
    [
      'open.csv',
      '"title,artist\nA,B\n',
      'open.csv, line 1: a quotation in the header is not closed',
    ],
  ])('%s', async (name, content, message) => {
    const error = await errorOf(name, content);
    expect(error.message).toContain(message);
    expect(error.exitCode).toBe(3);
  });

  it.each([
    [
      'le.csv',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`${HEADER}\nA,B,1\n`, 'utf16le')]),
      'UTF-16',
    ],
    ['wide.csv', Buffer.from([0xff, 0xfe, 0, 0, 0x74, 0, 0, 0]), 'UTF-32'],
    ['page.csv', Buffer.from('<!DOCTYPE html><html><title>404</title>\n</html>\n'), 'a web page'],
    ['records.csv', Buffer.from('[{"title": "A", "artist": "B"}]\n'), 'JSON'],
    [
      'twice.csv.gz',
      gzipSync(gzipSync(`${HEADER}\nA,B,1\n`)),
      'compressed twice (gzip inside gzip)',
    ],
    ['bare.csv', Buffer.from(`${HEADER}\nA,B,1\n`, 'utf16le'), 'UTF-16'],
    ['zip.csv', Buffer.from('PK\u0003\u0004whatever'), 'ZIP archive'],
    ['pdf.csv', Buffer.from('%PDF-1.7 …'), 'PDF'],
    [
      'noise.csv',
      Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 37) % 31)),
      'binary data',
    ],
  ])('%s is not text, and the hint says what to do', async (name, content, what) => {
    const error = await errorOf(name, content);
    expect(error.message).toContain(name);
    expect(error.message).toContain(what);
    expect(error.hint).toBeTruthy();
  });

  it('a path that is not there is named', async () => {
    const error = await appErrorOf(openInputs([`${folder.path}/nowhere.csv`]));
    expect(error.message).toContain('nowhere.csv');
  });
});

describe('a record beyond the limit', () => {
  const long = 'x'.repeat(3_000_000);

  it.each([
    ['long.csv', `${HEADER}\nA,B,1\nC,${long},2\n`, 'long.csv, line 3: field "artist" makes'],
    ['quoted.csv', `${HEADER}\n"A, b","${long}",2\n`, 'quoted.csv, line 2: field "artist" makes'],
    ['long-header.csv', `${HEADER},${long}\nA,B,1,2\n`, 'long-header.csv, line 1: the header is'],
  ])('%s is refused by line and field', async (name, content, message) => {
    expect((await errorOf(name, content)).message).toContain(message);
  });
});

describe('links in a folder', () => {
  it('that lead nowhere or round in a circle are told of, not stumbled over', async () => {
    const good = folder.write('links/good.csv', `${HEADER}\nA,B,1\n`);
    symlinkSync('..', join(dirname(good), 'round'));
    symlinkSync('gone', join(dirname(good), 'notes'));
    symlinkSync('self', join(dirname(good), 'self'));
    const [input] = await openInputs([dirname(good)]);
    expect(input?.notes).toEqual([
      'passed over: notes: the file is not there (any more)',
      'passed over: self: is a link that leads round in a circle',
    ]);
    symlinkSync('gone.csv', join(dirname(good), 'lost.csv'));
    const error = await appErrorOf(openInputs([dirname(good)]));
    expect(error.message).toBe('lost.csv: the file is not there (any more)');
  });
});

describe('encodings', () => {
  const latin1 = Buffer.from(`${HEADER}\nA,Plain,1\nB,Bj\xf6rn,2\n`, 'latin1');

  it('refuses a file that is not UTF-8, naming the first such line', async () => {
    const error = await errorOf('latin1.csv', latin1);
    expect(error.message).toBe('latin1.csv, line 3: is not UTF-8 text');
    expect(error.hint).toContain('--latin1');
  });

  it('reads it where the user says what it is', async () => {
    const path = folder.write('declared.csv', latin1);
    const records = await recordsOf(await openInputs([path], { encoding: 'iso-8859-1' }));
    expect(records.map(({ payload }) => payload['artists'])).toEqual(['Plain', 'Björn']);
  });

  it('passes over a byte order mark and CRLF', async () => {
    const records = await recordsOf(
      await opened('bom.csv', `\ufeff${HEADER}\r\nA,B,1\r\nC,D,2\r\n`),
    );
    expect(
      records.map(({ line, payload }) => [line, payload['title'], payload['popularity']]),
    ).toEqual([
      [2, 'A', '1'],
      [3, 'C', '2'],
    ]);
  });
});

describe('damage inside a file', () => {
  it('an unclosed quotation is refused with the line on which it opens', async () => {
    const error = await errorOf('quote.csv', `${HEADER}\nA,B,1\nC,"D,2\nE,F,3\n`);
    expect(error.message).toBe(
      'quote.csv, line 3: the quotation that opens in field "artist" is not closed',
    );
  });

  it('also where a later quotation seems to close it', async () => {
    const error = await errorOf('quote2.csv', `${HEADER}\nA,B,1\nC,"D,2\nE,"F, G",3\n`);
    expect(error.message).toContain(
      'quote2.csv, line 3: the quotation that opens in field "artist"',
    );
    expect(error.message).toContain('line 4');
  });

  it.each([
    ['a line', `A,${'z'.repeat(10_000_000)},1\n`],
    ['a quoted field of many lines', `A,"${'zzzzzzzzz\n'.repeat(1_000_000)}",1\n`],
  ])('a 10 MB field in %s is refused with the limit', async (_, row) => {
    const error = await errorOf('huge.csv', `${HEADER}\nX,Y,1\n${row}`);
    expect(error.message).toContain('huge.csv, line 3');
    expect(error.message).toContain('limit of 1048576 bytes');
  });

  it('a ragged row is a dead letter with its line, and the others load', async () => {
    const text = `${HEADER}\nA,"two\nlines",1\nB\nC,D,2,3\n\nE,F,4\n`;
    const results = (await recordsOf(await opened('ragged.csv', text))).map(transform);
    expect(results.map(isRejection)).toEqual([false, true, true, false]);
    expect(
      results
        .filter(isRejection)
        .map(({ line, field, reason, value }) => [line, field, reason, value]),
    ).toEqual([
      [4, '(row)', 'the row has 1 field where the header has 3', 'B'],
      [5, '(row)', 'the row has 4 fields where the header has 3', 'C,D,2,3'],
    ]);
  });

  it('a quote inside an unquoted field rejects that row alone, once', async () => {
    const text = `${HEADER}\nA,Royce 5'9" and 5" more,1\nB,C,2\n`;
    const results = (await recordsOf(await opened('inch.csv', text))).map(transform);
    expect(results.map(isRejection)).toEqual([true, false]);
    expect(results[0]).toMatchObject({ line: 2, field: 'artist', origin: 'inch.csv' });
    expect(results[1]).toMatchObject({ line: 3 });
  });
});

describe('a file that changes while it is read', () => {
  const rows = Array.from({ length: 60_000 }, (_, at) => `Title ${at},Artist ${at},50`).join('\n');

  it.each([
    ['shrinks', (path: string) => truncateSync(path, 500)],
    ['grows', (path: string) => appendFileSync(path, '\nLate,Comer,1')],
  ])('is refused where it %s', async (_, change) => {
    const path = folder.write('moving.csv', `${HEADER}\n${rows}`);
    const inputs = await openInputs([path]);
    change(path);
    const error = await appErrorOf(recordsOf(inputs));
    expect(error.message).toContain('moving.csv: the file changed while it was being read');
  });

  it('is refused where it is gone', async () => {
    const path = folder.write('gone.csv', `${HEADER}\n${rows}`);
    const inputs = await openInputs([path]);
    rmSync(path);
    expect((await appErrorOf(recordsOf(inputs))).message).toContain(
      'gone.csv: the file is not there',
    );
  });
});

describe('compressed files', () => {
  it('are told by their content and read alike', async () => {
    const text = `${HEADER}\nA,B,1\n`;
    const [plain] = await recordsOf(await opened('same.csv', text));
    const [packed] = await recordsOf(await opened('same.csv.gz', gzipSync(text)));
    expect(packed?.payload).toEqual(plain?.payload);
    expect(packed?.source).toBe('table:same');
  });

  it('are refused where they are cut short', async () => {
    const packed = gzipSync(`${HEADER}\n${'A,B,1\n'.repeat(1000)}`);
    const error = await errorOf('cut.csv.gz', packed.subarray(0, packed.length - 20));
    expect(error.message).toContain('cut.csv.gz: the compressed data is damaged or cut short');
  });
});
