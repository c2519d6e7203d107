/** A positive semi-definite matrix inverted on the columns that carry information. */
export interface Inverse {
  /** Symmetric; rows and columns of dropped columns are zero. */
  readonly matrix: Float64Array;
  /** 1 for columns that were kept, 0 for those that earlier columns already explain. */
  readonly kept: Uint8Array;
  readonly rank: number;
}

/** A column is collinear if less than this share of its sum of squares is left by the columns before it. */
const TOLERANCE = 1e-10;

/**
 * Inverts a symmetric positive semi-definite matrix by Cholesky decomposition, in column order; a column that
 * is a linear combination of earlier ones is dropped, as R's `lm` does, instead of failing.
 */
export function invertGram(matrix: Float64Array, size: number): Inverse {
  const { lower, kept } = decompose(matrix, size);
  const inverseLower = invertLower(lower, kept, size);
  const result = new Float64Array(size * size);
  for (let k = 0; k < size; k += 1) {
    if (!kept[k]) continue;
    for (let i = 0; i <= k; i += 1) {
      const left = inverseLower[k * size + i];
      if (left === 0) continue;
      for (let j = 0; j <= k; j += 1) result[i * size + j] += left * inverseLower[k * size + j];
    }
  }
  return { matrix: result, kept, rank: kept.reduce((sum, flag) => sum + flag, 0) };
}

function decompose(matrix: Float64Array, size: number): { lower: Float64Array; kept: Uint8Array } {
  const lower = new Float64Array(size * size);
  const kept = new Uint8Array(size);
  for (let j = 0; j < size; j += 1) {
    const pivot = remainder(matrix, lower, size, j, j);
    if (!(pivot > TOLERANCE * matrix[j * size + j])) continue;
    kept[j] = 1;
    const root = Math.sqrt(pivot);
    lower[j * size + j] = root;
    for (let i = j + 1; i < size; i += 1) {
      lower[i * size + j] = remainder(matrix, lower, size, i, j) / root;
    }
  }
  return { lower, kept };
}

function remainder(
  matrix: Float64Array,
  lower: Float64Array,
  size: number,
  i: number,
  j: number,
): number {
  let sum = matrix[i * size + j];
  for (let k = 0; k < j; k += 1) sum -= lower[i * size + k] * lower[j * size + k];
  return sum;
}

function invertLower(lower: Float64Array, kept: Uint8Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let j = 0; j < size; j += 1) {
    if (!kept[j]) continue;
    inverse[j * size + j] = 1 / lower[j * size + j];
    for (let i = j + 1; i < size; i += 1) {
      if (!kept[i]) continue;
      let sum = 0;
      for (let k = j; k < i; k += 1) sum -= lower[i * size + k] * inverse[k * size + j];
      inverse[i * size + j] = sum / lower[i * size + i];
    }
  }
  return inverse;
}
