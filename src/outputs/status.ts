import { cleanName } from './prose/index.js';
import type { Stamp, StampKey } from './stamp.js';

/** Whether outputs still match their data, with the reasons in words where they don't. */
export interface Freshness {
  readonly state: 'fresh' | 'stale' | 'unknown';
  readonly reasons: readonly string[];
}

/** What is there now, beside the stamp of the last report. */
export interface Present {
  readonly key: StampKey;
  /** SHA-256 of each output that the stamp lists; null where the file is gone. */
  readonly outputs: Readonly<Record<string, string | null>>;
}

/**
 * Decides whether a report is fresh: made from the same data by the same code with the same parameters, and its
 * files untouched since. Pure; file times play no part.
 *
 * @param stamp stamp of the last report, or null where there is none
 * @param present what is there now, or null where the data cannot be read
 */
export function freshness(stamp: Stamp | null, present: Present | null): Freshness {
  if (!stamp) return { state: 'unknown', reasons: ['no report has been made here yet'] };
  if (!present) return { state: 'unknown', reasons: ['the data of the report cannot be read'] };
  const reasons = [...keyReasons(stamp, present.key), ...outputReasons(stamp, present.outputs)];
  return { state: reasons.length === 0 ? 'fresh' : 'stale', reasons };
}

/** Exit code of `liner status`. */
export const STATUS_EXIT_CODES: Readonly<Record<Freshness['state'], 0 | 1 | 2>> = {
  fresh: 0,
  stale: 1,
  unknown: 2,
};

function keyReasons(stamp: Stamp, key: StampKey): string[] {
  const reasons: string[] = [];
  if (stamp.dataset !== key.dataset) {
    reasons.push(`the dataset is "${key.dataset}", the report was made from "${stamp.dataset}"`);
  }
  if (stamp.contentHash !== key.contentHash) reasons.push('the data in the store have changed');
  if (stamp.codeHash !== key.codeHash) reasons.push('the code has changed');
  return [...reasons, ...parameterReasons(stamp.parameters, key.parameters)];
}

function parameterReasons(old: Stamp['parameters'], now: Stamp['parameters']): string[] {
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
  return names
    .filter((name) => (old[name] ?? null) !== (now[name] ?? null))
    .map((name) => `${name} is ${shown(now[name])}, was ${shown(old[name])}`);
}

function outputReasons(stamp: Stamp, outputs: Present['outputs']): string[] {
  return Object.entries(stamp.outputs).flatMap(([path, hash]) => {
    const present = outputs[path] ?? null;
    if (present === null) return [`${path} is not there`];
    return present === hash ? [] : [`${path} was changed by hand`];
  });
}

function shown(value: string | number | boolean | null | undefined): string {
  return value === undefined || value === null ? 'not set' : cleanName(String(value));
}
