import { leastSquares, type Term } from '../../stats/leastSquares.js';
import type { Interval } from '../../domain/testResult.js';
import { createRandom, deriveSeed, randomInteger } from '../../stats/random.js';
import { denseCodes, type Clusters } from './clusters.js';
import type { Comparison } from './comparison.js';
import { errorsFor, pick, termsOf } from './fitExposure.js';
import type { Answer } from './measureHypothesis.js';
import { centred } from './rankCorrelation.js';

const REPLICATES = 1000;
const LEVEL = 0.95;

/**
 * The share of an outcome's variation that a category accounts for, in percent: epsilon squared (bias-corrected) of
 * the differences from the means of the first categorical confounder, usually the release year.
 *
 * The interval is a basic bootstrap over clusters, the test a joint Wald test with cluster-robust errors.
 *
 * @returns null where the category has one level
 */
export function varianceShare(
  comparison: Comparison,
  clusters: Clusters,
  seed: number,
): Answer | null {
  const { rows, outcome, exposure, confounders } = comparison;
  const codes = denseCodes(
    rows,
    Int32Array.from(exposure, (code) => (Number.isFinite(code) ? code : -1)),
  );
  if (codes.count < 2) return null;
  const within = confounders.find((item) => item.kind === 'category');
  const y = pick(outcome, rows);
  const held = within?.kind === 'category' ? denseCodes(rows, within.codes).codes : null;
  const crude = bootstrapShare(centred(y, null), codes, clusters, seed);
  const adjusted = held ? bootstrapShare(centred(y, held), codes, clusters, seed) : crude;
  const test = jointTest(comparison, codes, clusters);
  if (!Number.isFinite(test.p)) return null;
  return {
    ...adjusted,
    crude: held ? crude : null,
    n: rows.length,
    test: {
      method: test.method,
      statistic: test.statistic,
      df: test.df,
      p: test.p,
      pAdjusted: null,
    },
    effect: {
      name: 'epsilon squared',
      value: adjusted.estimate / 100,
      ci: { low: adjusted.ci.low / 100, high: adjusted.ci.high / 100, level: LEVEL },
      label: shareLabel(adjusted.ci.low / 100),
      rule: 'Cohen (1988): 0.01, 0.06, 0.14, read at the lower end of the interval',
    },
    driver: null,
  };
}

function shareLabel(low: number): string {
  if (low >= 0.14) return 'large';
  if (low >= 0.06) return 'medium';
  return low >= 0.01 ? 'small' : 'negligible';
}

interface Coded {
  readonly codes: Int32Array;
  readonly count: number;
}

function jointTest(
  comparison: Comparison,
  { codes, count }: Coded,
  clusters: Clusters,
): ReturnType<ReturnType<typeof leastSquares>['wald']> {
  const { rows, outcome, confounders } = comparison;
  const levels = Array.from({ length: count }, (_, index) => `level ${index}`);
  const category: Term = { kind: 'category', name: 'exposure', codes, levels };
  const fit = leastSquares({
    outcome: pick(outcome, rows),
    terms: [...confounders.flatMap((item) => termsOf(item, rows)), category],
    ...(clusters.by === null ? {} : { clusters: clusters.codes }),
    errors: errorsFor(clusters, true),
  });
  return fit.wald(
    levels
      .slice(1)
      .map((level) => `exposure=${level}`)
      .filter((name) => !fit.dropped.includes(name)),
  );
}

/** Sums of one cluster in one level: enough to compute the share for any resample of clusters. */
interface Part {
  readonly level: number;
  n: number;
  sum: number;
}

function bootstrapShare(
  y: Float64Array,
  { codes, count }: Coded,
  clusters: Clusters,
  seed: number,
): { estimate: number; ci: Interval } {
  const parts = Array.from({ length: clusters.count }, () => new Map<number, Part>());
  const squares = new Float64Array(clusters.count);
  y.forEach((value, i) => {
    const cluster = clusters.codes[i];
    const level = codes[i];
    const part = parts[cluster].get(level) ?? { level, n: 0, sum: 0 };
    part.n += 1;
    part.sum += value;
    parts[cluster].set(level, part);
    squares[cluster] += value * value;
  });
  const lists = parts.map((map) => [...map.values()]);
  const estimate = epsilonSquared(lists, squares, count, (index) => index);
  const random = createRandom(deriveSeed(seed, 'variance-share'));
  const replicates = Float64Array.from({ length: REPLICATES }, () =>
    epsilonSquared(lists, squares, count, () => randomInteger(random, lists.length)),
  ).sort();
  // Basic interval: the quantiles are mirrored at the estimate, which takes out the upward bias of resampled shares.
  const at = (p: number): number => replicates[Math.round(p * (REPLICATES - 1))];
  const tail = (1 - LEVEL) / 2;
  const ci = { low: 2 * estimate - at(1 - tail), high: 2 * estimate - at(tail), level: LEVEL };
  return { estimate, ci };
}

function epsilonSquared(
  lists: readonly (readonly Part[])[],
  squares: Float64Array,
  levels: number,
  draw: (index: number) => number,
): number {
  const n = new Float64Array(levels);
  const sum = new Float64Array(levels);
  let total = 0;
  for (let index = 0; index < lists.length; index += 1) {
    const cluster = draw(index);
    for (const part of lists[cluster]) {
      n[part.level] += part.n;
      sum[part.level] += part.sum;
    }
    total += squares[cluster];
  }
  const size = n.reduce((a, b) => a + b, 0);
  const mean = sum.reduce((a, b) => a + b, 0) / size;
  const all = total - size * mean * mean;
  let between = 0;
  let present = 0;
  for (let level = 0; level < levels; level += 1) {
    if (n[level] === 0) continue;
    present += 1;
    between += n[level] * (sum[level] / n[level] - mean) ** 2;
  }
  const noise = (all - between) / (size - present);
  return (100 * (between - (present - 1) * noise)) / all;
}
