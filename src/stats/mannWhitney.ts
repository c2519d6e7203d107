import type { TestResult } from '../domain/testResult.js';
import { cliffsDelta } from './cliffsDelta.js';
import { normalTail } from './distributions/normalTail.js';
import { present } from './present.js';
import { tieSums } from './tieSums.js';
import { untestable } from './untestable.js';

/** Up to this many values in both samples, and without ties, the distribution of U is computed exactly. */
const MOST_EXACT = 20;

/**
 * Mann–Whitney U test (Wilcoxon rank sum): does a value of one sample tend to exceed one of the other? The
 * estimate is P(a > b) + P(a = b)/2, 0.5 without a difference, with the interval of Cliff's delta, which is the effect.
 *
 * Exact up to 20 values in each sample without ties, otherwise the normal approximation with corrections for ties and
 * continuity. Missing values are left out; untestable (NaN) where a sample is empty or all values are equal. Checked
 * against scipy `mannwhitneyu`.
 *
 * @example
 * mannWhitney([1, 2, 3], [4, 5, 6]).p; // 0.1
 */
export function mannWhitney(a: ArrayLike<number>, b: ArrayLike<number>, level = 0.95): TestResult {
  const [first, second] = [present(a), present(b)];
  const [na, nb] = [first.length, second.length];
  const n = na + nb;
  const effect = cliffsDelta(first, second, level);
  const method = 'Mann–Whitney U test';
  if (!effect) return untestable(method, 'U', n);
  const superiority = (effect.value + 1) / 2;
  const u = Math.round(2 * superiority * na * nb) / 2;
  const ties = tieSums([first, second]);
  const sd = Math.sqrt(((na * nb) / 12) * (n + 1 - ties.cubes / (n * (n - 1))));
  if (!(sd > 0)) return untestable(method, 'U', n, superiority);
  const isExact = ties.cubes === 0 && na <= MOST_EXACT && nb <= MOST_EXACT;
  const z = (Math.abs(u - (na * nb) / 2) - 0.5) / sd;
  const ci = effect.ci && { low: (effect.ci.low + 1) / 2, high: (effect.ci.high + 1) / 2, level };
  return {
    method: `${method}, ${isExact ? 'exact' : 'normal approximation corrected for ties and continuity'}`,
    statistic: { name: 'U', value: u },
    df: null,
    p: isExact ? exactP(Math.min(u, na * nb - u), na, nb) : Math.min(1, 2 * normalTail(z)),
    estimate: superiority,
    ci,
    effect,
    n,
  };
}

/** Two-sided p: twice the share of all splits with a U as small. Shares follow Mann and Whitney's (1947) recursion. */
function exactP(u: number, na: number, nb: number): number {
  const least = Math.floor(u);
  let rows = Array.from({ length: nb + 1 }, () => unit(least));
  for (let i = 1; i <= na; i += 1) {
    const next = [unit(least)];
    for (let j = 1; j <= nb; j += 1) {
      const [fewerA, fewerB] = [rows[j], next[j - 1]];
      const row = new Float64Array(least + 1);
      for (let k = 0; k <= least; k += 1) {
        row[k] = ((k >= j ? fewerA[k - j] : 0) * i + fewerB[k] * j) / (i + j);
      }
      next.push(row);
    }
    rows = next;
  }
  return Math.min(1, 2 * rows[nb].reduce((sum, share) => sum + share, 0));
}

/** All the probability on U = 0. */
function unit(least: number): Float64Array {
  const shares = new Float64Array(least + 1);
  shares[0] = 1;
  return shares;
}
