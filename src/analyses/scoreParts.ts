import type { Interval } from '../domain/testResult.js';

/** The ends of a score's interval as a study gives them; null where there is none. */
export interface ScoreEnds {
  readonly low: number | null;
  readonly high: number | null;
}

/** The interval of a score, in `scale` times its unit; null where an end is missing. */
export function intervalOf({ low, high }: ScoreEnds, scale = 1): Interval | null {
  return low === null || high === null
    ? null
    : { low: low * scale, high: high * scale, level: 0.95 };
}

/** A score and the ends of its interval as cells, in `scale` times its unit. */
export function cellsOf(
  { value, low, high }: ScoreEnds & { readonly value: number },
  scale = 1,
): readonly [value: number, low: number | null, high: number | null] {
  return [value * scale, low === null ? null : low * scale, high === null ? null : high * scale];
}
