import type { Confounder } from './confounders.js';

type Category = Extract<Confounder, { kind: 'category' }>;

/**
 * One category out of several: every combination that occurs is a level, so that songs are compared only inside
 * a cell (genre and year at once) and no additivity is assumed. Numeric confounders are left out.
 *
 * @param size rows of the feature table
 * @returns null where fewer than two categories are given
 */
export function stratumOf(confounders: readonly Confounder[], size: number): Confounder | null {
  const categories = confounders.filter((item) => item.kind === 'category');
  if (categories.length < 2) return null;
  const levels: string[] = [];
  const known = new Map<number, number>();
  const codes = new Int32Array(size).fill(-1);
  for (let row = 0; row < size; row += 1) {
    const cell = cellOf(categories, row);
    if (cell < 0) continue;
    let code = known.get(cell);
    if (code === undefined) {
      code = levels.push(categories.map((item) => item.codes[row]).join('|')) - 1;
      known.set(cell, code);
    }
    codes[row] = code;
  }
  return { id: categories.map((item) => item.id).join(' × '), kind: 'category', codes, levels };
}

/** A number for the combination of a row, −1 where a category is not known. */
function cellOf(categories: readonly Category[], row: number): number {
  let cell = 0;
  for (const { codes, levels } of categories) {
    const code = codes[row] ?? -1;
    if (code < 0) return -1;
    cell = cell * levels.length + code;
  }
  return cell;
}
