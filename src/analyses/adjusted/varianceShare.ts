import { gather } from '../../stats/gather.js';
import { leastSquares, type Term } from '../../stats/leastSquares.js';
import type { Interval } from '../../domain/testResult.js';
import { orderOf } from '../../stats/orderOf.js';
import { createRandom, deriveSeed, randomInteger } from '../../stats/random.js';
import { denseCodes, type Clusters } from './clusters.js';
import type { Comparison } from './comparison.js';
import { errorsFor, termsOf } from './fitExposure.js';
import type { Answer } from './answer.js';
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
  const y = gather(outcome, rows);
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
    outcome: gather(outcome, rows),
    terms: [...confounders.flatMap((item) => termsOf(item, rows)), category],
    ...(clusters.by === null ? {} : { clusters: clusters.codes }),
    errors: errorsFor(clusters),
  });
  return fit.wald(
    levels
      .slice(1)
      .map((level) => `exposure=${level}`)
      .filter((name) => !fit.dropped.includes(name)),
  );
}

/** What the clusters add to each level: enough to compute the share for any resample of clusters. */
interface Parts {
  /** Where the parts of each cluster start; one longer than the clusters. */
  readonly start: Int32Array;
  readonly level: Int32Array;
  /** Rows of a cluster in a level, and their sum. */
  readonly n: Float64Array;
  readonly sum: Float64Array;
  /** Sum of squares of each cluster. */
  readonly squares: Float64Array;
  readonly levels: number;
}

function partsOf(y: Float64Array, { codes, count }: Coded, clusters: Clusters): Parts {
  const order = orderOf(y.map((_, row) => clusters.codes[row] * count + codes[row]));
  const start = new Int32Array(clusters.count + 1);
  const level = new Int32Array(y.length);
  const n = new Float64Array(y.length);
  const sum = new Float64Array(y.length);
  const squares = new Float64Array(clusters.count);
  let last = -1;
  let previous = -1;
  for (const row of order) {
    const cluster = clusters.codes[row];
    if (cluster !== previous || level[last] !== codes[row]) {
      last += 1;
      level[last] = codes[row]!;
    }
    n[last] += 1;
    sum[last] += y[row];
    squares[cluster] += y[row] * y[row];
    start[cluster + 1] = last + 1;
    previous = cluster;
  }
  return { start, level, n, sum, squares, levels: count };
}

function bootstrapShare(
  y: Float64Array,
  coded: Coded,
  clusters: Clusters,
  seed: number,
): { estimate: number; ci: Interval } {
  const parts = partsOf(y, coded, clusters);
  const estimate = epsilonSquared(parts, (index) => index);
  const random = createRandom(deriveSeed(seed, 'variance-share'));
  const replicates = Float64Array.from({ length: REPLICATES }, () =>
    epsilonSquared(parts, () => randomInteger(random, clusters.count)),
  ).sort();
  // Basic interval: the quantiles are mirrored at the estimate, which takes out the upward bias of resampled shares.
  const at = (p: number): number => replicates[Math.round(p * (REPLICATES - 1))];
  const tail = (1 - LEVEL) / 2;
  const ci = { low: 2 * estimate - at(1 - tail), high: 2 * estimate - at(tail), level: LEVEL };
  return { estimate, ci };
}

/** @param draw the cluster that stands in each place */
function epsilonSquared(parts: Parts, draw: (place: number) => number): number {
  const { start, squares, levels } = parts;
  const n = new Float64Array(levels);
  const sum = new Float64Array(levels);
  let total = 0;
  for (let place = 0; place < squares.length; place += 1) {
    const cluster = draw(place);
    for (let part = start[cluster]; part < start[cluster + 1]; part += 1) {
      const level = parts.level[part];
      n[level] += parts.n[part];
      sum[level] += parts.sum[part];
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
