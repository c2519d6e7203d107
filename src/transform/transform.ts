import type { DraftRecord } from '../domain/draft.js';
import type { RawRecord, Rejection } from '../domain/record.js';
import { TRANSFORMS } from './kinds/index.js';
import { FieldProblem, type RecordTransform } from './recordTransform.js';

const BY_KIND = indexByKind(TRANSFORMS);

const LONGEST_VALUE = 200;

/**
 * Checks a raw record and puts it into standard units, or says why not. One bad field rejects the whole record:
 * a value that is neither right nor missing is never turned into "missing" in silence.
 *
 * @throws Error for a kind that no transform is listed for, which is a bug of its source
 */
export function transform(record: RawRecord): DraftRecord | Rejection {
  if (record.defect !== undefined) return reject(record, record.defect);
  const kind = BY_KIND.get(record.kind);
  if (kind === undefined) throw new Error(`no transform for records of kind "${record.kind}"`);
  const draft = kind.toDraft(record);
  if (draft instanceof FieldProblem) {
    const field = record.columns?.[draft.field] ?? draft.field;
    const value = record.payload[draft.field] ?? '';
    return reject(record, { field, reason: `${field} ${draft.reason}`, value });
  }
  const { source, key, observedAt, origin, line } = record;
  return { source, kind: record.kind, key, observedAt, origin, line, draft };
}

/** Whether a transformed record was rejected. */
export function isRejection(result: DraftRecord | Rejection): result is Rejection {
  return 'reason' in result;
}

function reject(record: RawRecord, why: Pick<Rejection, 'field' | 'reason' | 'value'>): Rejection {
  const { source, kind, origin, line, key } = record;
  return {
    source,
    kind,
    origin,
    line,
    key: printable(key),
    field: printable(why.field),
    reason: why.reason,
    value: printable(why.value),
  };
}

/** Cut at 200 characters, with NUL shown as ␀ and broken surrogates replaced: a database can hold it. */
function printable(text: string): string {
  const points = Array.from(text.slice(0, 2 * LONGEST_VALUE));
  const cut = points.length > LONGEST_VALUE || text.length > 2 * LONGEST_VALUE;
  const shown = cut ? `${points.slice(0, LONGEST_VALUE - 1).join('')}…` : text;
  return shown.replaceAll('\u0000', '␀').replace(/\p{Surrogate}/gu, '\ufffd');
}

function indexByKind(transforms: readonly RecordTransform[]): ReadonlyMap<string, RecordTransform> {
  const index = new Map<string, RecordTransform>();
  for (const entry of transforms) {
    if (index.has(entry.kind))
      throw new Error(`two transforms for records of kind "${entry.kind}"`);
    index.set(entry.kind, entry);
  }
  return index;
}
