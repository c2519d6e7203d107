import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { decodeText } from './decodeText.js';
import type { Encoding } from './encoding.js';
import { fileError } from './fileError.js';
import { readBytes } from './readBytes.js';
import { LineParser } from './lineParser.js';
import { QuotedParser } from './quotedParser.js';
import type { Row } from './row.js';
import type { TableForm } from './tableForm.js';

/** A table whose form and encoding are known, ready to be read. */
export interface Table {
  readonly path: string;
  readonly gzip: boolean;
  readonly encoding: Encoding;
  readonly form: TableForm;
  /** Hash of the file when it was inspected; what is read must be the same. */
  readonly sha256: string;
}

/**
 * The rows of a table, header and blank lines left out, in batches as they are read: memory stays bounded. A row with too few or
 * too many fields, or a quote character inside an unquoted field, comes with a `defect`; damage after which no
 * later row can be trusted ends the reading.
 *
 * @throws AppError for a quotation that is not closed, a record beyond the limit, and a file that changes,
 * shrinks or vanishes while it is read
 */
export async function* readRows(table: Table): AsyncGenerator<readonly Row[]> {
  const file = basename(table.path);
  const hash = createHash('sha256');
  const parser = table.form.quoted
    ? new QuotedParser(file, table.form)
    : new LineParser(table.form);
  const onBytes = (chunk: Uint8Array) => {
    hash.update(chunk);
  };
  const bytes = readBytes(table.path, { gzip: table.gzip, onBytes });
  try {
    for await (const text of decodeText(bytes, table.encoding)) {
      yield await parser.push(text);
    }
  } catch (error) {
    throw isDecodingError(error) ? changed(file) : error;
  }
  yield await parser.end();
  if (hash.digest('hex') !== table.sha256) throw changed(file);
}

function isDecodingError(error: unknown): boolean {
  return (
    error instanceof TypeError &&
    'code' in error &&
    error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
  );
}

function changed(file: string): Error {
  return fileError(
    file,
    null,
    'the file changed while it was being read',
    'Nothing after the change can be trusted. Run again when the file is complete.',
  );
}
