import { stringify } from './csvText.js';
import { describe, expect, it } from 'vitest';
import { QuotedParser } from '../../../src/sources/files/quotedParser.js';
import { LineParser } from '../../../src/sources/files/lineParser.js';
import { decodeText } from '../../../src/sources/files/decodeText.js';
import { collect } from '../collect.js';
import type { Row } from '../../../src/sources/files/row.js';
import fc from '../../fastCheck.js';

const form = (columns: number, quoted: boolean) => ({
  delimiter: quoted ? (',' as const) : ('\t' as const),
  quoted,
  columns: Array.from({ length: columns }, (_, at) => `c${at}`),
});

async function parsed(pieces: readonly string[], columns: number): Promise<readonly Row[]> {
  const parser = new QuotedParser('x.csv', form(columns, true));
  const rows: Row[] = [];
  for (const piece of pieces) rows.push(...(await parser.push(piece)));
  return [...rows, ...(await parser.end())];
}

describe('QuotedParser', () => {
  it('gives back what was written, wherever the text is cut, with the line of each record', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'ö', '🎵', ',', '"', '\n', ' '),
      maxLength: 6,
    });
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(table, fc.nat(), async (rows, seed) => {
        const text = stringify([['c0', 'c1', 'c2'], ...rows]);
        const points = Array.from(text);
        const cut = seed % points.length;
        const pieces = [points.slice(0, cut).join(''), points.slice(cut).join('')];
        const read = await parsed(pieces, 3);
        expect(read.map(({ cells }) => cells)).toEqual(rows);
        for (const { line, cells } of read) {
          const before = text
            .split('\n')
            .slice(0, line - 1)
            .join('\n');
          const rest = text.slice(before.length + 1);
          expect(rest.startsWith(stringify([cells]).trimEnd())).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('LineParser', () => {
  it('opens no quotation, whatever the quotes', () => {
    const parser = new LineParser(form(2, false));
    const rows = [
      ...parser.push('id\tname\n1\t"Wei'),
      ...parser.push('rd" Al\n\n2\tRoyce 5\'9"'),
      ...parser.end(),
    ];
    expect(rows).toEqual([
      { line: 2, cells: ['1', '"Weird" Al'] },
      { line: 4, cells: ['2', 'Royce 5\'9"'] },
    ]);
  });

  it('marks ragged rows', () => {
    const parser = new LineParser(form(2, false));
    expect(parser.push('a\tb\n1\t2\t3\n')[0]?.defect?.reason).toContain(
      '3 fields where the header has 2',
    );
  });
});

describe('decodeText', () => {
  it('joins characters and line ends that chunks cut', async () => {
    const bytes = Buffer.from('\ufeffa\r\nBjörk 🎵\rz\r');
    for (let size = 1; size < 6; size += 1) {
      const chunks = (async function* () {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
      })();
      expect((await collect(decodeText(chunks, 'utf-8'))).join('')).toBe('a\nBjörk 🎵\nz\n');
    }
  });
});
