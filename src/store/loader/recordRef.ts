import type { DraftRecord } from '../../domain/draft.js';
import { compactKey } from './keys.js';

/** The scheme of the ids that records without an id are given. */
export const RECORD_SCHEME = 'record';

/** Two lengths that differ by no more are one recording: what rounding and silence at the ends make out, in ms. */
const LENGTH_TOLERANCE_MS = 2000;

/**
 * The id that stands in for a record without one: its source, the length it gives and its key, so that it means the
 * same song when it is read again, whatever songs of that name have come since.
 *
 * @example
 * recordRef(record, 181_000); // gives { scheme: 'record', value: 'spotify_youtube/181000/video_track/ada vale|…' }
 */
export function recordRef(
  { source, kind, key }: Pick<DraftRecord, 'source' | 'kind' | 'key'>,
  durationMs: number | null,
): { readonly scheme: string; readonly value: string } {
  const value = `${prefixOf(source)}${durationMs ?? '-'}/${compactKey(`${kind}/${key}`)}`;
  return { scheme: RECORD_SCHEME, value };
}

/**
 * Whether a further record of a source can mean the song that its earlier ones meant: only where the lengths agree,
 * each with each. A missing length agrees with any.
 *
 * @param earlier values of {@link recordRef}, of any source
 */
export function agreesInLength(
  source: string,
  durationMs: number | null,
  earlier: readonly string[],
): boolean {
  return earlier.every((value) => {
    const length = lengthGivenBy(source, value);
    return length === null || isSameLength(length, durationMs) !== false;
  });
}

/** Whether one of the records is the source's. */
export function isKnownTo(source: string, records: readonly string[]): boolean {
  return records.some((value) => value.startsWith(prefixOf(source)));
}

/** Null where one of the lengths is missing. */
export function isSameLength(left: number | null, right: number | null): boolean | null {
  return left === null || right === null ? null : Math.abs(left - right) <= LENGTH_TOLERANCE_MS;
}

function prefixOf(source: string): string {
  return `${compactKey(source)}/`;
}

function lengthGivenBy(source: string, value: string): number | null {
  const prefix = prefixOf(source);
  if (!value.startsWith(prefix)) return null;
  const length = Number(value.slice(prefix.length, value.indexOf('/', prefix.length)));
  return Number.isNaN(length) ? null : length;
}
