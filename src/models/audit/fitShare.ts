import { moments } from '../../stats/moments.js';
import { solveSymmetric } from '../solveSymmetric.js';

/** So small a penalty changes no share that anybody reads, and keeps columns that say the same from failing. */
const PENALTY = 1e-10;

/**
 * The share of a target's variance that least squares on some columns and a constant explains (R²); NaN where the
 * target does not vary.
 *
 * @example
 * fitShare([Float64Array.of(1, 2, 3)], Float64Array.of(5, 7, 9)); // 1.0000
 */
export function fitShare(columns: readonly Float64Array[], target: Float64Array): number {
  const y = moments(target);
  if (!(y.squares > 0)) return NaN;
  const centred = columns.map(standardised).filter((column) => column !== null);
  const size = centred.length;
  const gram = new Float64Array(size * size);
  const products = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const value = dot(centred[i], centred[j]);
      gram[i * size + j] = value;
      gram[j * size + i] = value;
    }
    gram[i * size + i] += PENALTY;
    products[i] = dot(centred[i], target);
  }
  const coefficients = solveSymmetric(gram, products);
  let left = 0;
  for (let row = 0; row < target.length; row += 1) {
    let error = target[row] - y.mean;
    for (let i = 0; i < size; i += 1) error -= coefficients[i] * centred[i][row];
    left += error * error;
  }
  return 1 - left / y.squares;
}

/** Mean 0 and sum of squares 1; null where nothing varies. */
function standardised(values: Float64Array): Float64Array | null {
  const { mean, squares } = moments(values);
  if (!(squares > 0)) return null;
  const scale = 1 / Math.sqrt(squares);
  return values.map((value) => (value - mean) * scale);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i] * b[i];
  return sum;
}
