import type { RawRecord } from '../../domain/record.js';
import { readRows } from './readRows.js';
import type { OpenFile } from '../fileSource.js';
import type { Input, Source } from '../source.js';

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
  /** Fields whose columns have other names in the file. */
  readonly columns?: RawRecord['columns'];
  /** Work to do before the first row, and the records that come of it. */
  readonly before?: () => Promise<readonly RawRecord[]>;
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
  const { kind, observedAt, key, columns } = spec;
  const named = columns === undefined ? {} : { columns };
  const source = spec.source.id;
  const origin = file.name;
  const payloadOf = spec.payload ?? columnPayload(file.columns);
  if (spec.before !== undefined) yield* await spec.before();
  for await (const rows of readRows(file.table)) {
    for (const { line, cells, defect } of rows) {
      if (defect === undefined) {
        const payload = payloadOf(cells);
        yield { source, kind, observedAt, origin, line, key: key(payload), payload, ...named };
      } else {
        const nothing = { key: `line ${line}`, payload: {} };
        yield { source, kind, observedAt, origin, line, ...nothing, defect };
      }
    }
  }
}

/** One field per column, under the column's own name. */
export function columnPayload(columns: readonly string[]): (cells: readonly string[]) => Payload {
  return (cells) => {
    const payload: Record<string, string> = {};
    for (const [index, column] of columns.entries()) payload[column] = cells[index] ?? '';
    return payload;
  };
}
