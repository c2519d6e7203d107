/** Mean and central sums of powers of values without missing ones. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  /** Unbiased (n − 1) variance; exactly 0 where all values are equal. */
  readonly variance: number;
  /** Sum of squared deviations from the mean. */
  readonly squares: number;
}

/**
 * Mean and sample variance in two passes with the correction of Chan, Golub and LeVeque (1983), so that a large
 * mean costs no precision. NaN for the mean of nothing and the variance of fewer than two values.
 */
export function moments(values: ArrayLike<number>): Moments {
  const n = values.length;
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += values[i];
  const rough = sum / n;
  let drift = 0;
  let squares = 0;
  for (let i = 0; i < n; i += 1) {
    const deviation = values[i] - rough;
    drift += deviation;
    squares += deviation * deviation;
  }
  squares = isConstant(values) ? 0 : Math.max(0, squares - (drift * drift) / n);
  return { n, mean: rough + drift / n, variance: n > 1 ? squares / (n - 1) : NaN, squares };
}

function isConstant(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i += 1) if (values[i] !== values[0]) return false;
  return true;
}
