import type { RawRecord } from '../domain/record.js';
import { readRows } from './files/readRows.js';
import type { OpenFile } from './fileSource.js';
import type { Input, Source } from './source.js';

type Payload = Readonly<Record<string, string>>;

/** How the rows of a file become records. */
export interface TableInputSpec {
  readonly source: Source;
  readonly kind: string;
  readonly observedAt: string;
  readonly notes?: readonly string[];
  readonly mapping?: Input['mapping'];
  /** The fields of a row by name; without it, one field per column. */
  readonly payload?: (cells: readonly string[]) => Payload;
  /** Identity of a row within source and kind. */
  readonly key: (payload: Payload) => string;
}

/** An input that yields one record per row of a file. */
export function tableInput(file: OpenFile, spec: TableInputSpec): Input {
  const { source, notes, mapping } = spec;
  return {
    source,
    origin: file.name,
    sha256: file.table.sha256,
    bytes: file.bytes,
    ...(mapping === undefined ? {} : { mapping }),
    ...(notes === undefined || notes.length === 0 ? {} : { notes }),
    records: () => recordsOf(file, spec),
  };
}

async function* recordsOf(file: OpenFile, spec: TableInputSpec): AsyncGenerator<RawRecord> {
  const { source, kind, observedAt, key } = spec;
  const payloadOf = spec.payload ?? columnPayload(file.columns);
  const shared = { source: source.id, kind, observedAt, origin: file.name };
  for await (const { line, cells, defect } of readRows(file.table)) {
    if (defect === undefined) {
      const payload = payloadOf(cells);
      yield { ...shared, line, key: key(payload), payload };
    } else {
      yield { ...shared, line, key: `line ${line}`, payload: {}, defect };
    }
  }
}

/** One field per column, under the column's own name. */
export function columnPayload(columns: readonly string[]): (cells: readonly string[]) => Payload {
  return (cells) => {
    const payload: Record<string, string> = {};
    columns.forEach((column, index) => {
      payload[column] = cells[index] ?? '';
    });
    return payload;
  };
}
