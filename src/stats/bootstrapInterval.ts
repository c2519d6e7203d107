import type { Interval } from '../domain/testResult.js';
import { normalQuantile } from './distributions/normalQuantile.js';
import { normalTail } from './distributions/normalTail.js';
import { moments } from './moments.js';
import { quantileSorted } from './quantileSorted.js';

export type IntervalKind = 'percentile' | 'bca';

/**
 * The interval of a bootstrap from its ascending replicates. BCa moves the two percentiles by the share of replicates
 * below the estimate (bias) and by the skewness of the jackknife values (acceleration); where either is undefined,
 * because all replicates lie on one side or the jackknife does not vary, it is null. Where all replicates are equal, the
 * interval is that point.
 */
export function bootstrapInterval(
  sorted: Float64Array,
  estimate: number,
  jackknife: () => Float64Array,
  kind: IntervalKind,
  level: number,
): Interval | null {
  const tail = (1 - level) / 2;
  const between = (low: number, high: number): Interval => ({
    low: quantileSorted(sorted, low),
    high: quantileSorted(sorted, high),
    level,
  });
  if (kind === 'percentile' || sorted[0] === sorted[sorted.length - 1])
    return between(tail, 1 - tail);
  const bias = normalQuantile(shareBelow(sorted, estimate));
  const acceleration = accelerationOf(jackknife());
  if (!Number.isFinite(bias) || Number.isNaN(acceleration)) return null;
  const moved = (z: number): number => {
    const sum = bias + z;
    return 1 - normalTail(bias + sum / (1 - acceleration * sum));
  };
  return between(moved(normalQuantile(tail)), moved(normalQuantile(1 - tail)));
}

/** Replicates below the estimate, those equal to it counted half. */
function shareBelow(sorted: Float64Array, estimate: number): number {
  let sum = 0;
  for (const value of sorted) sum += value < estimate ? 1 : value === estimate ? 0.5 : 0;
  return sum / sorted.length;
}

function accelerationOf(jackknife: Float64Array): number {
  const { mean, squares } = moments(jackknife);
  let cubes = 0;
  for (const value of jackknife) cubes += (mean - value) ** 3;
  return cubes / (6 * squares ** 1.5);
}
