import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { fileError } from './fileError.js';
import { LARGEST_RECORD_BYTES } from './limits.js';
import { longestField } from './longestField.js';
import { readBytes } from './readBytes.js';
import type { TableForm } from './tableForm.js';
import { Utf8Check } from './utf8Check.js';

/** What one pass over a file tells of it before its rows are read. */
export interface FileFacts {
  /** Of the bytes on disk, compressed or not. */
  readonly sha256: string;
  readonly bytes: number;
  /** The first line that is not UTF-8, or null. */
  readonly firstBadLine: number | null;
}

/**
 * Hashes a file and checks its encoding in one pass with bounded memory.
 *
 * @throws AppError where the file cannot be read, or a line is longer than any record may be
 */
export async function inspectFile(
  path: string,
  gzip: boolean,
  form: TableForm,
): Promise<FileFacts> {
  const hash = createHash('sha256');
  let bytes = 0;
  const check = new Utf8Check();
  const onBytes = (chunk: Uint8Array) => {
    hash.update(chunk);
    bytes += chunk.length;
  };
  for await (const chunk of readBytes(path, { gzip, onBytes })) {
    check.push(chunk);
    if (check.pending.length > LARGEST_RECORD_BYTES) throw lineTooLong(path, check, form);
  }
  return { sha256: hash.digest('hex'), bytes, firstBadLine: check.end() };
}

function lineTooLong(path: string, { line, pending }: Utf8Check, form: TableForm): Error {
  const limit = `longer than the limit of ${LARGEST_RECORD_BYTES} bytes for a record`;
  const field = longestField(new TextDecoder().decode(pending), form);
  return fileError(
    basename(path),
    line,
    line === 1 ? `the header is ${limit}` : `field "${field}" makes the record ${limit}`,
    'Cut the field, or check that this is a table with one record per line.',
  );
}
