import type { AbsorbedEffect, Term } from './term.js';

/** Rows in which nothing is missing: every number finite, every code ≥ 0. */
export function usableRows(
  outcome: ArrayLike<number>,
  terms: readonly Term[],
  absorb: AbsorbedEffect | undefined,
  clusters: Int32Array | undefined,
): Int32Array {
  const rows = outcome.length;
  const usable = new Uint8Array(rows);
  for (let row = 0; row < rows; row += 1) usable[row] = Number.isFinite(outcome[row]) ? 1 : 0;
  const requireCodes = (name: string, codes: Int32Array): void => {
    requireLength(name, codes.length, rows);
    for (let row = 0; row < rows; row += 1) if (codes[row] < 0) usable[row] = 0;
  };
  for (const term of terms) {
    if (term.kind === 'category') {
      requireCodes(term.name, term.codes);
      continue;
    }
    requireLength(term.name, term.values.length, rows);
    for (let row = 0; row < rows; row += 1) if (!Number.isFinite(term.values[row])) usable[row] = 0;
  }
  if (absorb) requireCodes(absorb.name, absorb.codes);
  if (clusters) requireCodes('clusters', clusters);
  const kept = new Int32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row += 1) if (usable[row]) kept[count++] = row;
  return kept.slice(0, count);
}

function requireLength(name: string, length: number, rows: number): void {
  if (length !== rows)
    throw new Error(`"${name}" must have ${rows} values like the outcome, got ${length}`);
}
