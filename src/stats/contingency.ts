/** A 2 × 2 table: exposed with and without the outcome, then unexposed with and without it. */
export interface Contingency {
  readonly exposedCases: number;
  readonly exposedOthers: number;
  readonly unexposedCases: number;
  readonly unexposedOthers: number;
}

/** Adds a half to every cell where one is zero (Haldane 1956, Anscombe 1956); says whether it did. */
export function withoutZeros(table: Contingency): { table: Contingency; corrected: boolean } {
  const { exposedCases, exposedOthers, unexposedCases, unexposedOthers } = table;
  const corrected = Math.min(exposedCases, exposedOthers, unexposedCases, unexposedOthers) === 0;
  const add = corrected ? 0.5 : 0;
  return {
    corrected,
    table: {
      exposedCases: exposedCases + add,
      exposedOthers: exposedOthers + add,
      unexposedCases: unexposedCases + add,
      unexposedOthers: unexposedOthers + add,
    },
  };
}

/** Number of observations. */
export function contingencyTotal(table: Contingency): number {
  return table.exposedCases + table.exposedOthers + table.unexposedCases + table.unexposedOthers;
}

/** Whether either a row or a column is empty, so that nothing can be compared. */
export function isDegenerate({
  exposedCases: a,
  exposedOthers: b,
  unexposedCases: c,
  unexposedOthers: d,
}: Contingency): boolean {
  return a + b === 0 || c + d === 0 || a + c === 0 || b + d === 0;
}
