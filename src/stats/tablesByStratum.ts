import type { Contingency } from './contingency.js';

/**
 * Counts a 2 × 2 table in each stratum, for {@link mantelHaenszel}; strata in order of their code.
 *
 * @param exposed 1 or 0, NaN for missing.
 * @param cases 1 or 0, NaN for missing.
 * @param strata code of each row, −1 for missing.
 * @throws Error where the columns differ in length.
 */
export function tablesByStratum(
  exposed: ArrayLike<number>,
  cases: ArrayLike<number>,
  strata: ArrayLike<number>,
): Contingency[] {
  if (exposed.length !== cases.length || exposed.length !== strata.length) {
    throw new Error(
      `columns need equal lengths, got ${exposed.length}, ${cases.length}, ${strata.length}`,
    );
  }
  const tables = new Map<number, [number, number, number, number]>();
  for (let i = 0; i < exposed.length; i += 1) {
    const code = strata[i];
    if (!(code >= 0) || Number.isNaN(exposed[i]) || Number.isNaN(cases[i])) continue;
    const table = tables.get(code) ?? [0, 0, 0, 0];
    table[(exposed[i] ? 0 : 2) + (cases[i] ? 0 : 1)] += 1;
    tables.set(code, table);
  }
  return [...tables]
    .sort(([a], [b]) => a - b)
    .map(([, [exposedCases, exposedOthers, unexposedCases, unexposedOthers]]) => ({
      exposedCases,
      exposedOthers,
      unexposedCases,
      unexposedOthers,
    }));
}
