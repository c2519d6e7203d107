import type { TestResult } from '../domain/testResult.js';
import { moments } from './moments.js';
import { present } from './present.js';
import { shuffle, type Random } from './random.js';
import { untestable } from './untestable.js';

export interface PermutationOptions {
  readonly a: ArrayLike<number>;
  readonly b: ArrayLike<number>;
  readonly random: Random;
  /** Difference of two samples, 0 without one; mean(a) − mean(b) if left out. */
  readonly statistic?: (a: Float64Array, b: Float64Array) => number;
  /** 9,999 if left out. */
  readonly permutations?: number;
}

/**
 * Two-sample permutation test: how often does a random division of all the values differ as much as the real one?
 * Assumes only that the values are exchangeable without an effect. All divisions are counted where there are no more than
 * `permutations`; otherwise so many are drawn and p = (1 + as extreme)/(1 + drawn) (Phipson and Smyth 2010), two-sided by
 * absolute value.
 *
 * Missing values are left out. Untestable (NaN) where a sample is empty, all values are equal, or the statistic is NaN.
 * Checked against scipy `permutation_test` (exact).
 *
 * @example
 * permutationTest({ a: [1, 2, 3], b: [7, 8, 9], random: createRandom(1) }).p; // 0.1
 */
export function permutationTest(options: PermutationOptions): TestResult {
  const { random, permutations = 9999, statistic = differenceOfMeans } = options;
  const [a, b] = [present(options.a), present(options.b)];
  const all = new Float64Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  const observed = a.length > 0 && b.length > 0 ? statistic(a, b) : NaN;
  const isExact = choose(all.length, a.length) <= permutations;
  const method = `permutation test, ${isExact ? 'exact' : 'drawn'}`;
  if (Number.isNaN(observed) || !(moments(all).squares > 0)) {
    return untestable(method, 'difference', all.length, Number.isNaN(observed) ? null : observed);
  }
  const bar = Math.abs(observed) * (1 - 1e-12);
  const extreme = (division: Float64Array): boolean =>
    Math.abs(statistic(division.subarray(0, a.length), division.subarray(a.length))) >= bar;
  return {
    method,
    statistic: { name: 'difference', value: observed },
    df: null,
    p: isExact ? exactP(all, a.length, extreme) : drawnP(all, permutations, random, extreme),
    estimate: observed,
    ci: null,
    effect: null,
    n: all.length,
  };
}

function differenceOfMeans(a: Float64Array, b: Float64Array): number {
  return moments(a).mean - moments(b).mean;
}

function choose(n: number, k: number): number {
  let count = 1;
  for (let i = 1; i <= Math.min(k, n - k); i += 1) count = (count * (n - i + 1)) / i;
  return count;
}

function drawnP(
  all: Float64Array,
  permutations: number,
  random: Random,
  extreme: (division: Float64Array) => boolean,
): number {
  const division = all.slice();
  let count = 1;
  for (let i = 0; i < permutations; i += 1) {
    shuffle(division, random);
    if (extreme(division)) count += 1;
  }
  return count / (permutations + 1);
}

function exactP(
  all: Float64Array,
  size: number,
  extreme: (division: Float64Array) => boolean,
): number {
  const division = new Float64Array(all.length);
  let [count, total] = [0, 0];
  for (const chosen of combinations(all.length, size)) {
    let [inside, outside] = [0, size];
    chosen.forEach((flag, i) => (division[flag ? inside++ : outside++] = all[i]!));
    total += 1;
    if (extreme(division)) count += 1;
  }
  return count / total;
}

/** Every way to choose `size` of `n`, as flags that are reused. */
function* combinations(n: number, size: number): Generator<Uint8Array> {
  const chosen = Int32Array.from({ length: size }, (_, i) => i);
  for (;;) {
    const flags = new Uint8Array(n);
    for (const i of chosen) flags[i] = 1;
    yield flags;
    let at = size - 1;
    while (at >= 0 && chosen[at] === n - size + at) at -= 1;
    if (at < 0) return;
    chosen[at] += 1;
    for (let i = at + 1; i < size; i += 1) chosen[i] = chosen[i - 1] + 1;
  }
}
