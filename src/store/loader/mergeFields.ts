import type { DatePrecision, ReleaseDate } from '../../domain/draft.js';
import { sourceRank } from './fieldPriority.js';

export type FieldValue = string | number | boolean | ReleaseDate | null;
export type Fields = Readonly<Record<string, FieldValue>>;

/** The fields of an entity that came from one source. */
export interface FieldOrigin {
  readonly source: string;
  readonly fields: readonly string[];
}

const FINENESS: Readonly<Record<DatePrecision, number>> = { year: 0, month: 1, day: 2 };

function isRelease(value: FieldValue | undefined): value is ReleaseDate {
  return typeof value === 'object' && value !== null;
}

function originOf(field: string, origins: readonly FieldOrigin[]): string | undefined {
  return origins.find(({ fields }) => fields.includes(field))?.source;
}

function wins(current: FieldValue, incoming: FieldValue, betterRank: boolean): boolean {
  if (isRelease(current) && isRelease(incoming)) {
    const finer = FINENESS[incoming.precision] - FINENESS[current.precision];
    if (finer !== 0) return finer > 0;
  }
  return betterRank;
}

/**
 * Decides field by field whether an incoming value replaces the stored one.
 *
 * A value fills a gap; null never overwrites; otherwise the source of better rank wins, and among equals the stored
 * value stays. A finer release date (day before month before year) wins whatever the ranks. A better source that says
 * the same wins too: the value is then its own, and no source in between can replace it. So the result does not depend
 * on the order in which sources of different rank come.
 *
 * @param existing stored values; null where there is none
 * @param incoming values of one record; absent and null mean the same
 * @param existingProvenance the source of each stored value
 * @param priority sources, best first, see `fieldPriority.ts`
 * @returns the names of the fields that are the incoming source's from now on
 * @example
 * mergeFields({ title: null }, { title: 'Hey' }, [], 'a', ['a']); // ['title']
 */
export function mergeFields(
  existing: Fields,
  incoming: Fields,
  existingProvenance: readonly FieldOrigin[],
  source: string,
  priority: readonly string[],
): readonly string[] {
  const changed: string[] = [];
  for (const field of Object.keys(incoming)) {
    const value = incoming[field] ?? null;
    const current = existing[field] ?? null;
    if (value === null) continue;
    if (current === null) {
      changed.push(field);
      continue;
    }
    const origin = originOf(field, existingProvenance);
    const betterRank =
      origin === undefined || sourceRank(priority, source) < sourceRank(priority, origin);
    if (wins(current, value, betterRank)) changed.push(field);
  }
  return changed;
}
