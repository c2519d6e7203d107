import type { TestResult } from '../domain/testResult.js';
import { correlationInterval } from './correlationInterval.js';
import { normalTail } from './distributions/normalTail.js';
import { EFFECT_RULES, effectLabel } from './effectLabel.js';
import { kendallCounts, type KendallCounts } from './kendallCounts.js';
import { presentPairs } from './presentPairs.js';
import { untestable } from './untestable.js';

/** Up to this many pairs without ties the distribution of tau is computed exactly. */
const MOST_EXACT = 33;

/**
 * Kendall's rank correlation tau-b: the surplus of concordant over discordant pairs of pairs, corrected for ties. O(n log n)
 * after Knight (1966). Test: exact up to 33 pairs without ties, otherwise the normal approximation with the variance
 * corrected for ties; interval by Fisher's z with the standard error √(0.437/(n − 4)) (Fieller, Hartley and Pearson 1957;
 * Bonett and Wright 2000).
 *
 * Pairs with a missing side are left out. Untestable (NaN) with fewer than 3 pairs or a constant side; the interval
 * needs 5. Checked against scipy `kendalltau`.
 *
 * @example
 * kendall([1, 2, 3, 4], [1, 3, 2, 4]).estimate; // 0.6667
 */
export function kendall(x: ArrayLike<number>, y: ArrayLike<number>, level = 0.95): TestResult {
  const pairs = presentPairs(x, y);
  const n = pairs.x.length;
  const counts = kendallCounts(pairs.x, pairs.y);
  const tau = tauB(counts);
  const method = "Kendall's rank correlation (tau-b)";
  if (n < 3 || Number.isNaN(tau)) return untestable(method, 'z', n, Number.isNaN(tau) ? null : tau);
  const tieless = counts.tiedX.pairs === 0 && counts.tiedY.pairs === 0;
  const isExact = tieless && n <= MOST_EXACT;
  const z = counts.surplus / Math.sqrt(surplusVariance(counts));
  const ci = correlationInterval(tau, Math.sqrt(0.437 / (n - 4)), level);
  const rule = EFFECT_RULES.correlation;
  return {
    method: isExact ? `${method}, exact` : method,
    statistic: { name: 'z', value: z },
    df: null,
    p: isExact ? exactP(n, counts.discordant) : Math.min(1, 2 * normalTail(Math.abs(z))),
    estimate: tau,
    ci,
    effect: {
      name: "Kendall's tau-b",
      value: tau,
      ci,
      label: effectLabel(tau, rule),
      rule: rule.source,
    },
    n,
  };
}

function tauB({ n, surplus, tiedX, tiedY }: KendallCounts): number {
  const pairs = (n * (n - 1)) / 2;
  const scale = Math.sqrt((pairs - tiedX.pairs) * (pairs - tiedY.pairs));
  return scale > 0 ? Math.max(-1, Math.min(1, surplus / scale)) : NaN;
}

/** Variance of concordant − discordant without association (Kendall 1970, with ties on both sides). */
export function surplusVariance({ n, tiedX, tiedY }: KendallCounts): number {
  const m = n * (n - 1);
  return (
    (m * (2 * n + 5) - tiedX.cubic - tiedY.cubic) / 18 +
    (2 * tiedX.pairs * tiedY.pairs) / m +
    (n > 2 ? (tiedX.triples * tiedY.triples) / (9 * m * (n - 2)) : 0)
  );
}

/** Two-sided p of so many inversions in a random permutation. */
function exactP(n: number, discordant: number): number {
  const most = (n * (n - 1)) / 2;
  const fewer = Math.min(discordant, most - discordant);
  let shares = Float64Array.of(1);
  for (let size = 2; size <= n; size += 1) {
    const next = new Float64Array(fewer + 1);
    for (let k = 0; k <= fewer; k += 1) {
      for (let move = 0; move < size && move <= k; move += 1)
        next[k] += (shares[k - move] ?? 0) / size;
    }
    shares = next;
  }
  return Math.min(1, 2 * shares.reduce((sum, share) => sum + share, 0));
}
