import type { Encoding } from './files/encoding.js';
import type { Table } from './files/readRows.js';
import type { ColumnMap } from './trackTable/parseMapOption.js';
import type { Input, Source } from './source.js';

/** A file whose header a source knows. */
export interface RecognisedFile {
  readonly path: string;
  readonly name: string;
  readonly source: FileSource;
  /** Which of the source's files it is, for example `listens`; see {@link FileSource.recognise}. */
  readonly role: string;
  readonly columns: readonly string[];
}

/** A recognised file that was read through once: hashed, and its encoding settled. */
export interface OpenFile extends RecognisedFile {
  readonly table: Table;
  readonly bytes: number;
}

export interface OpenOptions {
  /** Columns named by the user, for tables of tracks: field → column. */
  readonly map?: ColumnMap;
  /** The day that a table of tracks speaks of (ISO); the published files have their own. */
  readonly observedAt?: string;
  /** Encoding of files that are not UTF-8; without it they are refused. */
  readonly encoding?: Encoding;
}

/** A source whose records stand in files. */
export interface FileSource extends Source {
  /** Which of its files has these columns, or null. Content decides, never the file's name. */
  recognise(columns: readonly string[], options: OpenOptions): string | null;
  /** Files that are ISO-8859-1 by their publisher's own account. */
  readonly latin1Roles?: readonly string[];
  /** Opens the files of one folder that belong together. */
  open(files: readonly OpenFile[], options: OpenOptions): Promise<readonly Input[]>;
}
