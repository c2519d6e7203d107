import { open } from 'node:fs/promises';
import { createRandom, randomNormal } from '../../dist/stats/random.js';

/**
 * Friedman's first problem (1991): of uniform columns five tell the target, with noise of variance 1; the rest say nothing.
 *
 * @returns the columns, the target last
 */
export function friedman(rows, columns, seed) {
  const random = createRandom(seed);
  const values = Array.from({ length: columns }, () => Float64Array.from({ length: rows }, random));
  const [a, b, c, d, e] = values;
  const target = Float64Array.from(
    { length: rows },
    (_, i) =>
      10 * Math.sin(Math.PI * a[i] * b[i]) +
      20 * (c[i] - 0.5) ** 2 +
      10 * d[i] +
      5 * e[i] +
      randomNormal(random),
  );
  return [...values, target];
}

/** Columns as raw doubles, one after the other, which NumPy reads too. */
export async function writeColumns(path, columns) {
  const file = await open(path, 'w');
  try {
    for (const column of columns) await file.write(new Uint8Array(column.buffer));
  } finally {
    await file.close();
  }
}
