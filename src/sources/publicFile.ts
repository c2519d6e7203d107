import type { FileSource } from './fileSource.js';
import type { Source } from './source.js';
import { tableInput } from './files/tableInput.js';

/** A published dataset that is one file with known columns. */
export interface PublicFileSpec extends Omit<Source, 'kinds' | 'asOf'> {
  readonly asOf: string;
  readonly kind: string;
  /** Columns that tell the file from any other; it may have more. */
  readonly signature: readonly string[];
  /** Columns whose values together are a row's identity. */
  readonly keyColumns: readonly string[];
}

/** Makes a source of a published file. */
export function publicFile(spec: PublicFileSpec): FileSource {
  const { kind, signature, keyColumns, ...described } = spec;
  const source: FileSource = {
    ...described,
    kinds: [kind],
    recognise: (columns) => (signature.every((name) => columns.includes(name)) ? 'file' : null),
    open: (files) =>
      Promise.resolve(
        files.map((file) =>
          tableInput(file, {
            source,
            kind,
            observedAt: spec.asOf,
            key: (payload) => keyColumns.map((column) => payload[column] ?? '').join('|'),
          }),
        ),
      ),
  };
  return source;
}
