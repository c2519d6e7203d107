import { ROUNDER, type Histogram } from './histogram.js';

/** What a cut of a leaf's rows into two is judged by; gradients in whole steps. */
export interface CutRules {
  readonly unit: number;
  /** Rows of the leaf. */
  readonly rows: number;
  /** Rows that either side must hold. */
  readonly leastRows: number;
  readonly lambda: number;
  /** Rows plus twice λ: the weights of both sides together. */
  readonly weight: number;
  /** Sum of the leaf's gradients over that weight. */
  readonly mean: number;
}

/** The best cut so far. */
export interface BestCut {
  score: number;
  /** Place in the histogram of the last bin on the left. */
  at: number;
  /** Packed sum of the left side. */
  packed: number;
}

/**
 * Tries every edge between the bins of one column, the left side growing from `first` by one bin at a time; a score
 * above the best so far takes its place. With weights a and b of the sides and the left side's gradients G, the gain of
 * a cut, GL²/a + GR²/b, is a constant of the leaf plus `weight` times D²/ab, where D = G − mean·a: so D²/ab is the score,
 * and cuts are compared without a division.
 *
 * @returns whether there is a better cut than before
 */
export function scanEdges(
  histogram: Histogram,
  start: number,
  end: number,
  first: number,
  rules: CutRules,
  best: BestCut,
): boolean {
  const { unit, leastRows, lambda, weight, mean } = rules;
  const mostRows = rules.rows - leastRows;
  const perUnit = 1 / unit;
  let { score } = best;
  let found = -1;
  let packed = first;
  for (let at = start; at < end; at += 1) {
    packed += histogram[at];
    const count = packed * perUnit + ROUNDER - ROUNDER;
    const a = count + lambda;
    const difference = packed - count * unit - mean * a;
    const product = a * (weight - a);
    // The score first: it fails most often, and a guess that mostly holds keeps the processor from waiting.
    if (
      difference * difference > score * product &&
      count >= leastRows &&
      count <= mostRows &&
      histogram[at] !== 0
    ) {
      score = (difference * difference) / product;
      found = at;
      best.packed = packed;
    }
  }
  if (found < 0) return false;
  best.score = score;
  best.at = found;
  return true;
}
