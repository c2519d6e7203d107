import { basename } from 'node:path';
import type { AppError } from '../../errors.js';
import { refuseBinary } from './encoding.js';
import { fileError } from './fileError.js';
import { inspectFile } from './inspectFile.js';
import { readHead } from './readHead.js';
import { listed, tableForm, type TableForm } from './tableForm.js';
import type { FileSource, OpenFile, OpenOptions, RecognisedFile } from '../fileSource.js';

/** A file that was told by its header but not yet read through. */
export interface HeadedFile extends RecognisedFile {
  readonly gzip: boolean;
  readonly form: TableForm;
}

/**
 * Tells what a file is by its header; the name plays no part. Of several sources that know the header, the first
 * in the list has it.
 *
 * @returns the recognised file, or the error to raise where no source knows the header
 * @throws AppError where the file is not a text table, is empty or has duplicate columns
 */
export async function recogniseFile(
  path: string,
  sources: readonly FileSource[],
  options: OpenOptions = {},
): Promise<HeadedFile | AppError> {
  const name = basename(path);
  const head = await readHead(path);
  refuseBinary(name, head.bytes);
  const form = tableForm(name, head);
  for (const source of sources) {
    const role = source.recognise(form.columns, options);
    if (role !== null) {
      return { path, name, source, role, columns: form.columns, gzip: head.gzip, form };
    }
  }
  return fileError(
    name,
    1,
    `no known header: ${listed(form.columns)}`,
    `Known are ${sources.map(({ title }) => title).join('; ')}. A table of tracks needs a title ` +
      'column (track_name, name, title, song) or a track id; name it with --map title=COLUMN.',
  );
}

/**
 * Reads a recognised file through once: hash, and encoding.
 *
 * @throws AppError where the file is not UTF-8 and neither its source nor the user says what it is instead
 */
export async function openFile(file: HeadedFile, options: OpenOptions = {}): Promise<OpenFile> {
  const { gzip, form, ...recognised } = file;
  const facts = await inspectFile(file.path, gzip, form);
  const isUtf8 = facts.firstBadLine === null;
  const isDeclared =
    options.encoding === 'iso-8859-1' || (file.source.latin1Roles ?? []).includes(file.role);
  if (!isUtf8 && !isDeclared) {
    throw fileError(
      file.name,
      facts.firstBadLine,
      'is not UTF-8 text',
      'Convert the file (iconv -f ISO-8859-1 -t UTF-8 in.csv > out.csv), or say --latin1.',
    );
  }
  const encoding = isUtf8 ? 'utf-8' : 'iso-8859-1';
  const table = { path: file.path, gzip, encoding, form, sha256: facts.sha256 } as const;
  return { ...recognised, table, bytes: facts.bytes };
}
