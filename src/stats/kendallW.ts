import type { TestResult } from '../domain/testResult.js';
import { chiSquaredTail } from './distributions/chiSquaredTail.js';
import { effectLabel } from './effectLabel.js';
import { rank } from './rank.js';
import { untestable } from './untestable.js';

const RULE = { source: 'Schmidt (1997): 0.3, 0.5, 0.7', thresholds: [0.3, 0.5, 0.7] } as const;

/**
 * Kendall's coefficient of concordance W: how far several rankings of the same things agree, from 0 to 1, corrected for
 * ties. Test by the chi-squared approximation m(n − 1)W with n − 1 degrees of freedom (good for 7 things or more).
 *
 * @param rankings one list of scores or ranks for each judge, the same things in the same order; a thing that any
 *   judge left out (NaN) is left out.
 * @returns untestable (NaN) with fewer than 2 judges or 2 things, or where a judge ranks all alike in every list. The effect is
 *   W itself. Checked against scipy `friedmanchisquare`, whose statistic is the same.
 * @example
 * kendallW([[1, 2, 3], [1, 2, 3]]).estimate; // 1
 */
export function kendallW(rankings: readonly ArrayLike<number>[]): TestResult {
  const method = "Kendall's coefficient of concordance";
  const judges = rankings.length;
  const length = rankings[0]?.length ?? 0;
  if (rankings.some((ranking) => ranking.length !== length)) {
    throw new Error(`rankings need equal lengths, got ${rankings.map((r) => r.length).join(', ')}`);
  }
  const things = Array.from({ length }, (_, i) => i).filter((i) =>
    rankings.every((ranking) => !Number.isNaN(ranking[i])),
  );
  const n = things.length;
  const ranks = rankings.map((ranking) => rank(things.map((i) => ranking[i])));
  const middle = (judges * (n + 1)) / 2;
  let squares = 0;
  for (let i = 0; i < n; i += 1) {
    squares += (ranks.reduce((sum, list) => sum + list[i], 0) - middle) ** 2;
  }
  const ties = ranks.reduce((sum, list) => sum + tieCubes(list), 0);
  const most = judges * judges * (n ** 3 - n) - judges * ties;
  if (judges < 2 || n < 2 || !(most > 0)) return untestable(method, 'chi-squared', n);
  const w = (12 * squares) / most;
  const statistic = judges * (n - 1) * w;
  return {
    method,
    statistic: { name: 'chi-squared', value: statistic },
    df: n - 1,
    p: chiSquaredTail(statistic, n - 1),
    estimate: w,
    ci: null,
    effect: {
      name: "Kendall's W",
      value: w,
      ci: null,
      label: effectLabel(w, RULE),
      rule: RULE.source,
    },
    n,
  };
}

function tieCubes(ranks: Float64Array): number {
  const counts = new Map<number, number>();
  for (const value of ranks) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].reduce((sum, run) => sum + run ** 3 - run, 0);
}
