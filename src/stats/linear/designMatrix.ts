import { gather } from '../gather.js';
import type { Grouping } from './grouping.js';
import { sumOfSquares } from './sumOfSquares.js';
import type { SparseMatrix } from './sparseMatrix.js';
import type { Term } from './term.js';

/** The name of the constant term; it exists where no effect is absorbed. */
export const INTERCEPT = 'intercept';

/** One column of the design: a centred and scaled number, or the indicator of a level. */
export interface DesignColumn {
  readonly name: string;
  /** What was subtracted before scaling (the mean of a number); 0 where group means were. */
  readonly centre: number;
  /** One unit of the column in units of the variable. */
  readonly scale: number;
}

/** The explanatory side of a least-squares fit. */
export interface Design {
  readonly matrix: SparseMatrix;
  readonly columns: readonly DesignColumn[];
  /** Names that have no column: constant numbers, levels without rows or without their reference. */
  readonly empty: readonly string[];
  /** Whether the first column is the constant. */
  readonly intercept: boolean;
}

interface Numbers extends DesignColumn {
  readonly values: Float64Array;
}

interface Levels {
  /** Design column of each code, −1 for the reference. */
  readonly column: Int32Array;
  readonly codes: Int32Array;
}

/**
 * Builds the design matrix of the usable rows. Numbers are centred and scaled, so that X'X is well
 * conditioned; categories become one indicator for each level but the reference. With an absorbed effect
 * every column is taken as its difference from the group's mean.
 */
export function designMatrix(
  terms: readonly Term[],
  rows: Int32Array,
  absorb: Grouping | null,
): Design {
  const empty: string[] = [];
  const columns: DesignColumn[] = absorb ? [] : [{ name: INTERCEPT, centre: 0, scale: 1 }];
  const numbers: Numbers[] = [];
  for (const term of terms) {
    if (term.kind !== 'number') continue;
    const column = standardised(term.name, term.values, rows, absorb);
    if (column) numbers.push(column);
    else empty.push(term.name);
  }
  columns.push(...numbers.map(({ name, centre, scale }) => ({ name, centre, scale })));
  const categories = terms.flatMap((term) =>
    term.kind === 'category' ? [indicators(term, rows, columns, empty)] : [],
  );
  const matrix = absorb
    ? withinMatrix(numbers, categories, rows, absorb, columns.length)
    : plainMatrix(numbers, categories, rows, columns.length);
  return { matrix, columns, empty, intercept: absorb === null };
}

function standardised(
  name: string,
  all: ArrayLike<number>,
  rows: Int32Array,
  absorb: Grouping | null,
): Numbers | null {
  const values = gather(all, rows);
  const largest = largestOf(values);
  const centre = centreValues(values, absorb);
  const scale = Math.sqrt(sumOfSquares(values) / values.length);
  if (!(scale > 1e-12 * largest)) return null;
  for (let i = 0; i < values.length; i += 1) values[i] /= scale;
  return { name, values, centre: absorb ? 0 : centre, scale };
}

function largestOf(values: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < values.length; i += 1) largest = Math.max(largest, Math.abs(values[i]));
  return largest;
}

/** Subtracts the mean, or each group's mean, in place; gives the overall mean. */
export function centreValues(values: Float64Array, absorb: Grouping | null): number {
  const overall = subtractMean(values);
  if (!absorb) return overall;
  const sums = new Float64Array(absorb.groups);
  for (let i = 0; i < values.length; i += 1) sums[absorb.of[i]] += values[i];
  for (let i = 0; i < values.length; i += 1) {
    const group = absorb.of[i];
    values[i] -= sums[group] / (absorb.start[group + 1] - absorb.start[group]);
  }
  return overall;
}

/** Two passes, so that a large mean does not spoil small differences. */
function subtractMean(values: Float64Array): number {
  let mean = 0;
  for (let pass = 0; pass < 2; pass += 1) {
    let sum = 0;
    for (let i = 0; i < values.length; i += 1) sum += values[i];
    const shift = values.length === 0 ? 0 : sum / values.length;
    for (let i = 0; i < values.length; i += 1) values[i] -= shift;
    mean += shift;
  }
  return mean;
}

function indicators(
  term: Extract<Term, { kind: 'category' }>,
  rows: Int32Array,
  columns: DesignColumn[],
  empty: string[],
): Levels {
  const counts = new Int32Array(term.levels.length);
  for (const row of rows) counts[term.codes[row]] += 1;
  const wanted = term.reference === undefined ? -1 : term.levels.indexOf(term.reference);
  if (term.reference !== undefined && wanted < 0) {
    throw new Error(`"${term.name}" has no level "${term.reference}" to compare with`);
  }
  const comparable = wanted < 0 || counts[wanted] > 0;
  const reference = wanted >= 0 && comparable ? wanted : counts.findIndex((count) => count > 0);
  const column = new Int32Array(term.levels.length).fill(-1);
  term.levels.forEach((level, code) => {
    if (code === reference && comparable) return;
    const name = `${term.name}=${level}`;
    if (counts[code] === 0 || !comparable) empty.push(name);
    if (counts[code] === 0 || code === reference) return;
    column[code] = columns.length;
    columns.push({ name: comparable ? name : `${name} (no reference)`, centre: 0, scale: 1 });
  });
  return { column, codes: term.codes };
}

function plainMatrix(
  numbers: readonly Numbers[],
  categories: readonly Levels[],
  rows: Int32Array,
  columns: number,
): SparseMatrix {
  const widest = rows.length * (1 + numbers.length + categories.length);
  const index = new Int32Array(widest);
  const value = new Float64Array(widest);
  const start = new Int32Array(rows.length + 1);
  let at = 0;
  for (let i = 0; i < rows.length; i += 1) {
    index[at] = 0;
    value[at++] = 1;
    for (let k = 0; k < numbers.length; k += 1) {
      index[at] = k + 1;
      value[at++] = numbers[k].values[i]!;
    }
    for (const { column, codes } of categories) {
      const found = column[codes[rows[i]]];
      if (found < 0) continue;
      index[at] = found;
      value[at++] = 1;
    }
    start[i + 1] = at;
  }
  return { rows: rows.length, columns, start, index, value };
}

/** Indicators less their group's mean are zero but for levels that occur in the group: still sparse. */
function withinMatrix(
  numbers: readonly Numbers[],
  categories: readonly Levels[],
  rows: Int32Array,
  absorb: Grouping,
  columns: number,
): SparseMatrix {
  const shares = groupShares(categories, rows, absorb);
  const start = new Int32Array(rows.length + 1);
  for (let i = 0; i < rows.length; i += 1) {
    start[i + 1] = start[i] + numbers.length + shares[absorb.of[i]].length;
  }
  const index = new Int32Array(start[rows.length]);
  const value = new Float64Array(index.length);
  for (let i = 0; i < rows.length; i += 1) {
    let at = start[i];
    for (let k = 0; k < numbers.length; k += 1) {
      index[at] = k;
      value[at++] = numbers[k].values[i]!;
    }
    const own = new Set(categories.map(({ column, codes }) => column[codes[rows[i]]]));
    for (const [column, share] of shares[absorb.of[i]]) {
      index[at] = column;
      value[at++] = (own.has(column) ? 1 : 0) - share;
    }
  }
  return { rows: rows.length, columns, start, index, value };
}

/** For each group the indicator columns that vary in it, with the share of its rows that have them. */
function groupShares(
  categories: readonly Levels[],
  rows: Int32Array,
  absorb: Grouping,
): readonly (readonly (readonly [number, number])[])[] {
  return Array.from({ length: absorb.groups }, (_, group) => {
    const members = absorb.members.subarray(absorb.start[group], absorb.start[group + 1]);
    const counts = new Map<number, number>();
    for (const i of members) {
      for (const { column, codes } of categories) {
        const found = column[codes[rows[i]]];
        if (found >= 0) counts.set(found, (counts.get(found) ?? 0) + 1);
      }
    }
    return [...counts]
      .filter(([, count]) => count < members.length)
      .sort(([a], [b]) => a - b)
      .map(([column, count]) => [column, count / members.length] as const);
  });
}
