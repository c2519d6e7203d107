import type { Confounder } from './confounders.js';

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
  const known = new Map<string, number>();
  const codes = Int32Array.from({ length: size }, (_, row) => {
    const parts = categories.map((item) => item.codes[row] ?? -1);
    if (parts.some((code) => code < 0)) return -1;
    const key = parts.join('|');
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, levels.length);
    levels.push(key);
    return levels.length - 1;
  });
  return { id: categories.map((item) => item.id).join(' × '), kind: 'category', codes, levels };
}
