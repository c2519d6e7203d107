import type { TestResult } from '../domain/testResult.js';
import { correlationTest, productMoment } from './pearson.js';
import { presentPairs } from './presentPairs.js';
import { rank } from './rank.js';
import { untestable } from './untestable.js';

/**
 * Spearman's rank correlation: how steadily one side rises with the other. Ties share average ranks. Test by the t
 * approximation with n − 2 degrees of freedom; interval by Fisher's z with the standard error √((1 + ρ²/2)/(n − 3)) of
 * Bonett and Wright (2000).
 *
 * Pairs with a missing side are left out. Untestable (NaN) with fewer than 3 pairs or a constant side; the interval
 * needs 4. Checked against scipy `spearmanr`.
 *
 * @example
 * spearman([1, 2, 3, 4], [1, 10, 100, 1000]).estimate; // 1
 */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>, level = 0.95): TestResult {
  const pairs = presentPairs(x, y);
  const n = pairs.x.length;
  const rho = productMoment(rank(pairs.x), rank(pairs.y));
  const method = "Spearman's rank correlation";
  if (n < 3 || Number.isNaN(rho)) return untestable(method, 't', n, Number.isNaN(rho) ? null : rho);
  const se = Math.sqrt((1 + (rho * rho) / 2) / (n - 3));
  return correlationTest(method, "Spearman's rho", rho, n, se, level);
}
