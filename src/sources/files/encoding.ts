import { fileError } from './fileError.js';

/** Encodings of text that are read; ISO-8859-1 in its superset Windows-1252, as browsers do. */
export type Encoding = 'utf-8' | 'iso-8859-1';

const MAGIC: readonly {
  readonly bytes: readonly number[];
  readonly what: string;
  readonly hint: string;
}[] = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    what: 'a ZIP archive or a spreadsheet',
    hint: 'Unpack it, or save the sheet as CSV (UTF-8).',
  },
  {
    bytes: [0x25, 0x50, 0x44, 0x46],
    what: 'a PDF document',
    hint: 'Tables are read from CSV or TSV files.',
  },
  {
    bytes: [0x89, 0x50, 0x4e, 0x47],
    what: 'a PNG picture',
    hint: 'Tables are read from CSV or TSV files.',
  },
  { bytes: [0x50, 0x41, 0x52, 0x31], what: 'a Parquet file', hint: 'Write the table as CSV.' },
  {
    bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65],
    what: 'an SQLite database',
    hint: 'Write its table as CSV.',
  },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    what: 'an old Excel workbook',
    hint: 'Save the sheet as CSV (UTF-8).',
  },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], what: 'a 7z archive', hint: 'Unpack it first.' },
  {
    bytes: [0x1f, 0x8b],
    what: 'compressed twice (gzip inside gzip)',
    hint: 'Unpack it once: gunzip.',
  },
  {
    bytes: [0x28, 0xb5, 0x2f, 0xfd],
    what: 'zstd-compressed data',
    hint: 'Unpack it first; gzip is read as it is.',
  },
];

/** Text that is no table, told by how it begins. */
const OTHER_TEXT: readonly {
  readonly begins: RegExp;
  readonly what: string;
  readonly hint: string;
}[] = [
  {
    begins: /^\s*<(?:!doctype html|html)\b/i,
    what: 'a web page',
    hint: 'A download that needs a sign-in often saves its page instead of the file; fetch the file itself.',
  },
  { begins: /^\s*(?:\[\s*)?\{\s*"/, what: 'JSON', hint: 'Write it as CSV, one record per line.' },
];

/**
 * Refuses what is not a text table, judged by its first bytes: known binary forms, UTF-16 and UTF-32 (with or without a
 * byte order mark), web pages and JSON, and anything in which more than one byte in a hundred is a control character. A NUL or two
 * inside a name is left to the transform, which rejects that record alone.
 *
 * @param head the first bytes of the file, unpacked
 * @throws AppError naming the file, what it seems to be and what to do
 */
export function refuseBinary(file: string, head: Uint8Array): void {
  for (const { bytes, what, hint } of MAGIC) {
    if (bytes.every((byte, index) => head[index] === byte)) {
      throw fileError(file, null, `is ${what}, not a text table`, hint);
    }
  }
  const wide = wideForm(head);
  if (wide !== null) {
    const hint = `Save it as UTF-8, for example: iconv -f ${wide} -t UTF-8 in.csv > out.csv`;
    throw fileError(file, null, `is ${wide} text; tables must be UTF-8`, hint);
  }
  const beginning = new TextDecoder().decode(head.subarray(0, 256));
  for (const { begins, what, hint } of OTHER_TEXT) {
    if (begins.test(beginning)) throw fileError(file, null, `is ${what}, not a table`, hint);
  }
  const controls = head.reduce((count, byte) => count + (isControl(byte) ? 1 : 0), 0);
  if (controls > Math.max(2, head.length / 100)) {
    throw fileError(
      file,
      null,
      'is binary data, not a text table',
      'Tables are read from CSV or TSV files.',
    );
  }
}

function wideForm(head: Uint8Array): 'UTF-16' | 'UTF-32' | null {
  const [first, second, third, fourth] = head;
  if (first === 0xff && second === 0xfe && third === 0 && fourth === 0) return 'UTF-32';
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return 'UTF-32';
  if (first === 0xff && second === 0xfe) return 'UTF-16';
  if (first === 0xfe && second === 0xff) return 'UTF-16';
  const nuls = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nuls;
  const most = Math.max(even, odd);
  return most > head.length / 4 && Math.min(even, odd) < most / 4 ? 'UTF-16' : null;
}

/** Control characters but tab, line feed, carriage return, form feed and escape. */
function isControl(byte: number): boolean {
  return byte < 32 && ![9, 10, 12, 13, 27].includes(byte);
}
