import { titleKeys } from '../../transform/titleKeys.js';
import { codesOf, songCodes } from '../audit/songKeys.js';
import { joinedGroups } from '../evaluate/split.js';
import type { PopularitySet } from './popularitySet.js';

export interface RecordingRows {
  readonly songs: PopularitySet['songs'];
  /** Code of the work as the store knows it. */
  readonly works: Int32Array;
  /** NaN where unknown. */
  readonly minutes: Float64Array;
  readonly target: Float64Array;
  /** Whether equal targets say that it is one recording, as exact counts of streams do; chance joins a few too many. */
  readonly exactTarget: boolean;
}

/**
 * A code per row that all rows of one song share: versions of a work, titles of an artist that differ in signs alone,
 * and the same recording under several artists, which has the title and the length to the millisecond, or an exact count, in common.
 */
export function songUnits({
  songs,
  works,
  minutes,
  target,
  exactTarget,
}: RecordingRows): Int32Array {
  const byTitle = songs.titles.map((title, row) =>
    keyOf(titleKeys(title).workKey, minutes[row], row),
  );
  const byTarget = exactTarget ? [codesOf(Array.from(target, String))] : [];
  return joinedGroups([works, songCodes(songs), codesOf(byTitle), ...byTarget]);
}

function keyOf(text: string, minutes: number, row: number): string {
  return Number.isNaN(minutes) ? `row ${row}` : `${text} ${Math.round(minutes * 60_000)} ms`;
}
