import type { Interval } from '../../domain/testResult.js';
import { studentQuantile } from '../../stats/distributions/studentQuantile.js';
import { studentTail } from '../../stats/distributions/studentTail.js';
import { gather } from '../../stats/gather.js';
import { gatherCodes } from '../../stats/gatherCodes.js';
import { rank } from '../../stats/rank.js';

/** A rank correlation with an interval that respects clusters. */
export interface RankCorrelation {
  readonly estimate: number;
  readonly ci: Interval;
  readonly t: number;
  readonly df: number;
  readonly p: number;
  readonly n: number;
}

/**
 * Spearman's correlation, optionally of the differences from group means of the ranks (a partial rank correlation
 * given the group), with a cluster-robust error from the influence function and Fisher's z for the interval.
 *
 * Rows whose group has one member say nothing within groups and are left out.
 *
 * @param groups group of each row, dense from 0; null for the plain correlation
 * @param clusters cluster of each row, dense from 0
 * @returns null where either variable does not vary within groups
 */
export function rankCorrelation(
  x: Float64Array,
  y: Float64Array,
  groups: Int32Array | null,
  clusters: Int32Array,
  level = 0.95,
): RankCorrelation | null {
  const kept = groups ? rowsInPairs(groups) : new Int32Array(x.length).map((_, row) => row);
  const a = standardise(centred(rank(gather(x, kept)), groups && gatherCodes(groups, kept)));
  const b = standardise(centred(rank(gather(y, kept)), groups && gatherCodes(groups, kept)));
  if (!a || !b || kept.length < 4) return null;
  const n = kept.length;
  const r = a.reduce((sum, value, i) => sum + value * b[i], 0) / n;
  const sums = new Map<number, number>();
  for (let i = 0; i < n; i += 1) {
    const influence = a[i] * b[i] - (r / 2) * (a[i] ** 2 + b[i] ** 2);
    const cluster = clusters[kept[i]];
    sums.set(cluster, (sums.get(cluster) ?? 0) + influence);
  }
  const count = sums.size;
  if (count < 2 || Math.abs(r) >= 1) return null;
  const squares = [...sums.values()].reduce((sum, value) => sum + value * value, 0);
  const se = Math.sqrt((squares * count) / (count - 1)) / n;
  return { ...inference(r, se, count - 1, level), n };
}

function inference(r: number, se: number, df: number, level: number): Omit<RankCorrelation, 'n'> {
  // On Fisher's scale the error is that of r divided by 1 − r² (delta method).
  const z = Math.atanh(r);
  const seZ = se / (1 - r * r);
  const margin = studentQuantile(1 - (1 - level) / 2, df) * seZ;
  const t = z / seZ;
  return {
    estimate: r,
    ci: { low: Math.tanh(z - margin), high: Math.tanh(z + margin), level },
    t,
    df,
    p: Math.min(1, 2 * studentTail(Math.abs(t), df)),
  };
}

/** Differences from the group means, or from the overall mean without groups. */
export function centred(values: Float64Array, groups: Int32Array | null): Float64Array {
  const sums = new Map<number, { sum: number; n: number }>();
  values.forEach((value, i) => {
    const group = groups ? groups[i] : 0;
    const entry = sums.get(group) ?? { sum: 0, n: 0 };
    entry.sum += value;
    entry.n += 1;
    sums.set(group, entry);
  });
  return values.map((value, i) => {
    const entry = sums.get(groups ? groups[i] : 0)!;
    return value - entry.sum / entry.n;
  });
}

function standardise(values: Float64Array): Float64Array | null {
  const sd = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
  return sd > 1e-12 ? values.map((value) => value / sd) : null;
}

function rowsInPairs(groups: Int32Array): Int32Array {
  const counts = new Map<number, number>();
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  return groups.map((_, row) => row).filter((row) => (counts.get(groups[row]) ?? 0) > 1);
}
