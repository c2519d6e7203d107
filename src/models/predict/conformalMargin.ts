import { quantileSorted } from '../../stats/quantileSorted.js';

/** Out-of-fold bounds of an interval, and what they were to hold. */
export interface Bounds {
  readonly target: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/**
 * How much wider (below 0: narrower) quantile intervals must be on both sides to hold a share of what they have not
 * seen: conformalised quantile regression (Romano, Patterson and Candès 2019), on out-of-fold bounds.
 *
 * @param rows rows to learn the margin from
 * @example
 * const bounds = { target: Float64Array.of(1, 5, 9), low: Float64Array.of(2, 2, 2), high: Float64Array.of(8, 8, 8) };
 * conformalMargin(bounds, [0, 1, 2], 1); // 1
 */
export function conformalMargin(
  { target, low, high }: Bounds,
  rows: ArrayLike<number>,
  share: number,
): number {
  const outside = Float64Array.from(rows, (row) =>
    Math.max(low[row] - target[row], target[row] - high[row]),
  );
  return quantileSorted(outside.sort(), Math.min(1, (share * (rows.length + 1)) / rows.length));
}

/**
 * The share of rows that lie within their intervals, each fold with the margin that the other folds teach: so no row
 * helped to set its own margin.
 */
export function measuredCoverage(
  bounds: Bounds,
  folds: readonly { readonly test: Int32Array }[],
  share: number,
): number {
  const { target, low, high } = bounds;
  let [held, judged] = [0, 0];
  folds.forEach(({ test }, index) => {
    const others = folds.filter((_, other) => other !== index);
    const margin = conformalMargin(
      bounds,
      others.flatMap((fold) => [...fold.test]),
      share,
    );
    for (const row of test) {
      judged += 1;
      if (target[row] >= low[row] - margin && target[row] <= high[row] + margin) held += 1;
    }
  });
  return held / judged;
}
