import type { TestResult } from '../domain/testResult.js';
import { present } from './present.js';
import { untestable } from './untestable.js';

/** Up to this product of the two sizes the distribution of D is computed exactly. */
const MOST_EXACT = 10_000;

/**
 * Two-sample Kolmogorov–Smirnov test: do two samples come from one distribution, whatever the difference? D (also the
 * estimate) is the largest distance between the two empirical distribution functions.
 *
 * Exact, and conditional on ties, where the product of sizes is at most 10,000; otherwise Kolmogorov's limit, which is
 * conservative with ties. Missing values are left out; untestable (NaN) where a sample is empty. Checked against R `ks.test`
 * (exact, with and without ties) and scipy `ks_2samp`.
 *
 * @example
 * kolmogorovSmirnov([1, 2, 3], [4, 5, 6]).p; // 0.1
 */
export function kolmogorovSmirnov(a: ArrayLike<number>, b: ArrayLike<number>): TestResult {
  const [first, second] = [present(a).sort(), present(b).sort()];
  const [na, nb] = [first.length, second.length];
  const isExact = na * nb <= MOST_EXACT;
  const method = `two-sample Kolmogorov–Smirnov test, ${isExact ? 'exact' : 'asymptotic'}`;
  if (na === 0 || nb === 0) return untestable(method, 'D', na + nb);
  const steps = merge(first, second);
  const d = largestDistance(steps, na, nb);
  return {
    method,
    statistic: { name: 'D', value: d },
    df: null,
    p: isExact
      ? exactTail(d, na, nb, steps.ends)
      : kolmogorovTail(d * Math.sqrt((na * nb) / (na + nb))),
    estimate: d,
    ci: null,
    effect: null,
    n: na + nb,
  };
}

/** The two samples in one ascending sequence. */
interface Steps {
  /** How many of the first sample are among the first k + 1 values. */
  readonly fromFirst: Int32Array;
  /** 1 where the next value differs, so that the distribution functions are defined between the two. */
  readonly ends: Uint8Array;
}

function merge(a: Float64Array, b: Float64Array): Steps {
  const total = a.length + b.length;
  const fromFirst = new Int32Array(total);
  const ends = new Uint8Array(total);
  let [i, j] = [0, 0];
  let previous = NaN;
  for (let k = 0; k < total; k += 1) {
    const takeFirst = j >= b.length || (i < a.length && a[i] <= b[j]);
    const value = takeFirst ? a[i++] : b[j++];
    if (k > 0) ends[k - 1] = value === previous ? 0 : 1;
    previous = value;
    fromFirst[k] = i;
  }
  ends[total - 1] = 1;
  return { fromFirst, ends };
}

function largestDistance({ fromFirst, ends }: Steps, na: number, nb: number): number {
  let largest = 0;
  fromFirst.forEach((count, k) => {
    if (ends[k]) largest = Math.max(largest, Math.abs(count / na - (k + 1 - count) / nb));
  });
  return largest;
}

/**
 * P(D ≥ d) over all orders in which the values could have come to the two samples: along lattice paths, the probability
 * that a path to (i, j) has been at least d off the diagonal where a run of ties ended.
 */
function exactTail(d: number, na: number, nb: number, ends: Uint8Array): number {
  const limit = (0.5 + Math.floor(d * na * nb - 1e-7)) / (na * nb);
  const outside = (i: number, j: number): boolean =>
    i + j > 0 && ends[i + j - 1] === 1 && Math.abs(i / na - j / nb) >= limit;
  const shares = new Float64Array(nb + 1);
  for (let i = 0; i <= na; i += 1) {
    for (let j = 0; j <= nb; j += 1) {
      const fewerA = i > 0 ? (i / (i + j)) * shares[j] : 0;
      const fewerB = j > 0 ? (j / (i + j)) * shares[j - 1] : 0;
      shares[j] = outside(i, j) ? 1 : fewerA + fewerB;
    }
  }
  return Math.min(1, shares[nb]);
}

/** Upper tail of Kolmogorov's limiting distribution; for small x by the series that converges there. */
function kolmogorovTail(x: number): number {
  if (x < 0.2) return 1;
  if (x < 1) {
    let sum = 0;
    for (let k = 1; k <= 20; k += 1) sum += Math.exp(-(((2 * k - 1) * Math.PI) ** 2) / (8 * x * x));
    return 1 - (Math.sqrt(2 * Math.PI) / x) * sum;
  }
  let tail = 0;
  for (let k = 1; k <= 20; k += 1) tail += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * x * x);
  return tail;
}
