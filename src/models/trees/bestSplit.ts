import { ROUNDER, type Histogram, type HistogramPool, type LeafTotals } from './histogram.js';
import { scanEdges, type BestCut, type CutRules } from './scanEdges.js';
import type { TreeLimits } from './treeLimits.js';

/** A leaf that may be split: its sums, its histogram, and between what its value must stay. */
export interface LeafState extends LeafTotals {
  readonly histogram: Histogram;
  readonly lowest: number;
  readonly highest: number;
}

export type ChildState = Omit<LeafState, 'histogram'>;

/** The best way to split a leaf. */
export interface Split {
  readonly column: number;
  /** Twice what the split lowers the second-order loss by. */
  readonly gain: number;
  /** Numbers: the last bin that goes left. Categories: −1. */
  readonly bin: number;
  /** Categories: the bins that go left, missing values aside. Numbers: null. */
  readonly leftBins: readonly number[] | null;
  readonly isMissingLeft: boolean;
  readonly left: ChildState;
  readonly right: ChildState;
}

/** Categories with fewer rows in a leaf go with those that the leaf does not have. */
const MIN_CATEGORY_ROWS = 10;
/** Keeps rare categories near the middle of the order in which they are cut (LightGBM's cat_smooth). */
const CATEGORY_SMOOTHING = 10;
const NOTHING: LeafTotals = { gradient: 0, hessian: 0, count: 0 };
/** Gains below this part of the leaf's own score are rounding. */
const LEAST_GAIN = 1e-12;

/** What a leaf predicts: −G / (H + λ), held between its bounds. */
export function leafValue(leaf: ChildState, lambda: number): number {
  const value = leaf.hessian + lambda > 0 ? -leaf.gradient / (leaf.hessian + lambda) : 0;
  return Math.min(leaf.highest, Math.max(leaf.lowest, value));
}

/** The split with the largest gain above the limits; null where there is none. The first column and bin wins a tie. */
export function bestSplit(
  pool: HistogramPool,
  leaf: LeafState,
  columns: Int32Array,
  limits: TreeLimits,
): Split | null {
  const search = new SplitSearch(pool, leaf, limits);
  for (const column of columns) {
    if (pool.table.rules[column].kind === 'category') search.scanCategories(column);
    else search.scanNumbers(column);
  }
  return search.result();
}

class SplitSearch {
  #column = -1;
  #gain: number;
  #bin = -1;
  #isMissingLeft = false;
  #leftBins: readonly number[] | null = null;
  #leftGradient = 0;
  #leftHessian = 0;
  #leftCount = 0;
  readonly #isPlain: boolean;
  readonly #rules: CutRules;
  readonly #cut: BestCut = { score: 0, at: -1, packed: 0 };
  readonly #parentScore: number;

  constructor(
    readonly pool: HistogramPool,
    readonly leaf: LeafState,
    readonly limits: TreeLimits,
  ) {
    const isBounded = limits.monotone.some((direction) => direction !== 0);
    this.#isPlain = pool.hessianOffset === 0 && !isBounded;
    const { unit, step } = pool.gradients;
    const weight = leaf.count + 2 * limits.lambda;
    this.#rules = {
      unit,
      rows: leaf.count,
      leastRows: Math.max(limits.minLeafRows, limits.minLeafHessian),
      lambda: limits.lambda,
      weight,
      mean: leaf.gradient / step / weight,
    };
    const ownWeight = leaf.hessian + limits.lambda;
    const ownValue = this.#value(leaf.gradient, ownWeight);
    this.#parentScore = this.#score(leaf.gradient, ownWeight, ownValue);
    this.#gain = Math.max(limits.minGain, LEAST_GAIN * this.#parentScore);
  }

  /** Tries every edge between bins, with the missing values on either side where there are any. */
  scanNumbers(column: number): void {
    const { offsets, table } = this.pool;
    const hasMissing = this.leaf.histogram[offsets[column] + table.rules[column].count] !== 0;
    for (const isMissingLeft of hasMissing ? [true, false] : [false]) {
      if (this.#isPlain) this.#scanPlainEdges(column, isMissingLeft);
      else this.#scanEdges(column, isMissingLeft);
    }
  }

  /** The usual case, without second derivatives and bounds. */
  #scanPlainEdges(column: number, isMissingLeft: boolean): void {
    const { histogram } = this.leaf;
    const start = this.pool.offsets[column];
    const bins = this.pool.table.rules[column].count;
    const first = isMissingLeft ? histogram[start + bins] : 0;
    const end = start + (isMissingLeft ? bins - 1 : bins);
    const cut = this.#cut;
    cut.score = this.#scoreOf(this.#gain);
    if (!scanEdges(histogram, start, end, first, this.#rules, cut)) return;
    const { count, gradient } = this.#unpack(cut.packed);
    this.#keep(column, this.#gainOf(cut.score), gradient, count, count);
    this.#keepEdge(cut.at - start, isMissingLeft);
  }

  /** The constant part of a cut's gain: see `scanEdges`. */
  #constantGain(): number {
    const { gradient, count } = this.leaf;
    return (gradient * gradient) / (count + 2 * this.limits.lambda) - this.#parentScore;
  }

  #scoreOf(gain: number): number {
    const { step } = this.pool.gradients;
    return (gain - this.#constantGain()) / (this.#rules.weight * step * step);
  }

  #gainOf(score: number): number {
    const { step } = this.pool.gradients;
    return score * this.#rules.weight * step * step + this.#constantGain();
  }

  /** With second derivatives, bounds, or both. */
  #scanEdges(column: number, isMissingLeft: boolean): void {
    const { leaf } = this;
    const { histogram, hessian, count } = leaf;
    const { hessianOffset, gradients, offsets, table } = this.pool;
    const { minLeafRows, minLeafHessian, lambda } = this.limits;
    const { unit, step } = gradients;
    const perUnit = 1 / unit;
    const monotone = this.limits.monotone[column] ?? 0;
    const start = offsets[column];
    const missing = start + table.rules[column].count;
    const end = isMissingLeft ? missing - 1 : missing;
    let packed = isMissingLeft ? histogram[missing] : 0;
    let weight = isMissingLeft ? histogram[hessianOffset + missing] : 0;
    for (let at = start; at < end; at += 1) {
      if (histogram[at] === 0) continue;
      packed += histogram[at];
      const rows = packed * perUnit + ROUNDER - ROUNDER;
      weight = hessianOffset > 0 ? weight + histogram[hessianOffset + at] : rows;
      if (rows < minLeafRows || weight < minLeafHessian) continue;
      if (count - rows < minLeafRows || hessian - weight < minLeafHessian) break;
      const gradient = (packed - rows * unit) * step;
      const other = leaf.gradient - gradient;
      const a = weight + lambda;
      const b = hessian - weight + lambda;
      // Bounds only lower a gain: most cuts fail without them, and without a division.
      const scaled = gradient * gradient * b + other * other * a;
      if (!(scaled > (this.#gain + this.#parentScore) * a * b)) continue;
      const gain = this.#boundedGain(gradient, weight, monotone);
      if (gain <= this.#gain) continue;
      this.#keep(column, gain, gradient, weight, rows);
      this.#keepEdge(at - start, isMissingLeft);
    }
  }

  #keepEdge(bin: number, isMissingLeft: boolean): void {
    this.#bin = bin;
    this.#isMissingLeft = isMissingLeft;
    this.#leftBins = null;
  }

  /** Orders categories by their smoothed mean gradient and tries every cut in that order (Fisher 1958). */
  scanCategories(column: number): void {
    const bins = this.pool.table.rules[column].count;
    const enough = Math.min(MIN_CATEGORY_ROWS, this.leaf.count / 4);
    const order: number[] = [];
    // Missing values are a category like the others here: they have a bin of their own.
    for (let bin = 0; bin <= bins; bin += 1) {
      if (this.#totalsOf(column, bin).count >= enough) order.push(bin);
    }
    const key = (bin: number): number => {
      const { gradient, hessian } = this.#totalsOf(column, bin);
      return gradient / (hessian + CATEGORY_SMOOTHING);
    };
    order.sort((a, b) => key(a) - key(b) || a - b);
    this.#scanOrder(column, order);
    this.#scanOrder(column, order.reverse());
  }

  #scanOrder(column: number, order: readonly number[]): void {
    const { count, hessian } = this.leaf;
    const { minLeafRows, minLeafHessian } = this.limits;
    let left = NOTHING;
    for (let place = 0; place < order.length; place += 1) {
      left = added(left, this.#totalsOf(column, order[place]));
      if (left.count < minLeafRows || left.hessian < minLeafHessian) continue;
      if (count - left.count < minLeafRows || hessian - left.hessian < minLeafHessian) break;
      if (left.count === count) break;
      const gain = this.#boundedGain(left.gradient, left.hessian, 0);
      if (gain <= this.#gain) continue;
      this.#keep(column, gain, left.gradient, left.hessian, left.count);
      this.#bin = -1;
      this.#leftBins = order.slice(0, place + 1);
    }
  }

  #totalsOf(column: number, bin: number): LeafTotals {
    const { hessianOffset, offsets } = this.pool;
    const at = offsets[column] + bin;
    const { gradient, count } = this.#unpack(this.leaf.histogram[at]);
    const hessian = hessianOffset > 0 ? this.leaf.histogram[hessianOffset + at] : count;
    return { gradient, hessian, count };
  }

  #unpack(packed: number): { gradient: number; count: number } {
    const { unit, step } = this.pool.gradients;
    const count = Math.round(packed / unit);
    return { gradient: (packed - count * unit) * step, count };
  }

  #keep(
    column: number,
    gain: number,
    leftGradient: number,
    leftHessian: number,
    leftCount: number,
  ): void {
    this.#column = column;
    this.#gain = gain;
    this.#leftGradient = leftGradient;
    this.#leftHessian = leftHessian;
    this.#leftCount = leftCount;
  }

  /** What a leaf of these sums would predict, held between the bounds. */
  #value(gradient: number, weight: number): number {
    const { lowest, highest } = this.leaf;
    return Math.min(highest, Math.max(lowest, weight > 0 ? -gradient / weight : 0));
  }

  /** What a leaf lowers the loss by, twice. */
  #score(gradient: number, weight: number, value: number): number {
    return -(2 * gradient * value + weight * value * value);
  }

  #boundedGain(gradient: number, hessian: number, monotone: number): number {
    const { leaf, limits } = this;
    const weight = hessian + limits.lambda;
    const otherGradient = leaf.gradient - gradient;
    const otherWeight = leaf.hessian - hessian + limits.lambda;
    const left = this.#value(gradient, weight);
    const right = this.#value(otherGradient, otherWeight);
    if (monotone * (right - left) < 0) return Number.NEGATIVE_INFINITY;
    const gained = this.#score(gradient, weight, left);
    return gained + this.#score(otherGradient, otherWeight, right) - this.#parentScore;
  }

  result(): Split | null {
    if (this.#column < 0) return null;
    const { lowest, highest } = this.leaf;
    const left = {
      gradient: this.#leftGradient,
      hessian: this.#leftHessian,
      count: this.#leftCount,
      lowest,
      highest,
    };
    const right = {
      gradient: this.leaf.gradient - left.gradient,
      hessian: this.leaf.hessian - left.hessian,
      count: this.leaf.count - left.count,
      lowest,
      highest,
    };
    const { lambda, monotone } = this.limits;
    const direction = monotone[this.#column] ?? 0;
    // Halfway between the children's values: whatever grows below them keeps the order.
    const middle = (leafValue(left, lambda) + leafValue(right, lambda)) / 2;
    const below = { highest: middle };
    const above = { lowest: middle };
    return {
      column: this.#column,
      gain: this.#gain,
      bin: this.#bin,
      leftBins: this.#leftBins,
      isMissingLeft: this.#missingSide(left.count >= right.count),
      left: { ...left, ...(direction > 0 ? below : direction < 0 ? above : {}) },
      right: { ...right, ...(direction > 0 ? above : direction < 0 ? below : {}) },
    };
  }

  /** A side is learned from missing values; where the leaf has none, they follow the larger child. */
  #missingSide(isLeftLarger: boolean): boolean {
    const { offsets, table } = this.pool;
    const missing = table.rules[this.#column].count;
    if (this.leaf.histogram[offsets[this.#column] + missing] === 0) return isLeftLarger;
    return this.#leftBins === null ? this.#isMissingLeft : this.#leftBins.includes(missing);
  }
}

function added(a: LeafTotals, b: LeafTotals): LeafTotals {
  return {
    gradient: a.gradient + b.gradient,
    hessian: a.hessian + b.hessian,
    count: a.count + b.count,
  };
}
