import { DecisionTreeRegression, type CartNode } from 'ml-cart';
import { z } from 'zod';
import { createRandom, deriveSeed, shuffle } from '../../stats/random.js';
import type { ModelTable } from '../modelTable.js';
import { surrogateColumns, type SurrogateColumn } from './surrogateColumns.js';

const conditionSchema = z.object({
  column: z.string(),
  relation: z.enum(['below', 'at_least', 'is', 'is_not', 'missing', 'present']),
  /** The number to compare with, or the level of a category; null for missing and present. */
  value: z.union([z.number(), z.string()]).nullable(),
});

export const surrogateSchema = z.object({
  /** Leaves from left to right: what must hold, what is predicted then, and the share of the drawn rows. */
  rules: z.array(
    z.object({
      conditions: z.array(conditionSchema),
      prediction: z.number(),
      share: z.number(),
    }),
  ),
  /** R² of the rules against the model's predictions on rows that the tree has not seen; null where there are too few. */
  fidelity: z.number().nullable(),
  /** Rows that the tree was fitted on. */
  fitted: z.int(),
  /** Rows that the fidelity was measured on. */
  judged: z.int(),
});

/** One thing that must hold for a rule. */
export type SurrogateCondition = Readonly<z.infer<typeof conditionSchema>>;

/** A large model in a few readable rules, and how far these say the same. */
export type Surrogate = Readonly<z.infer<typeof surrogateSchema>>;

export interface SurrogateOptions {
  readonly seed: number;
  /** Columns that the rules may ask; all when left out. The time grows with their number. */
  readonly columns?: readonly string[];
  /** Rows to fit on, at most; the time grows with their square. */
  readonly rows?: number;
  readonly depth?: number;
}

/** The time of ml-cart grows with the square of the rows. */
const MOST_ROWS = 2000;
const DEPTH = 3;
/** A leaf of fewer rows is not worth a rule. */
const FEWEST_ROWS = 20;

/**
 * Fits a small tree (CART by ml-cart) to what a model predicts on a seeded draw of rows, and reads it as rules; its
 * fidelity is the R² against the model's predictions on other rows (Craven and Shavlik 1996). It explains the model, not
 * the world.
 *
 * @param table columns as a reader knows them; missing numbers count as the median, and may be asked for as such
 * @param predicted what the model predicts, one number per row
 * @throws RangeError where the lengths differ
 */
export function surrogate(
  table: ModelTable,
  predicted: Float64Array,
  { seed, columns, rows = MOST_ROWS, depth = DEPTH }: SurrogateOptions,
): Surrogate {
  if (predicted.length !== table.size) {
    throw new RangeError(`a surrogate needs ${table.size} predictions, got ${predicted.length}`);
  }
  const drawn = Int32Array.from({ length: table.size }, (_, row) => row);
  shuffle(drawn, createRandom(deriveSeed(seed, 'models.surrogate')));
  const most = Math.min(rows, Math.ceil(table.size / 2));
  const [fit, judge] = [drawn.slice(0, most), drawn.slice(most, 2 * most)];
  const asked = surrogateColumns(table, columns);
  const design = (of: Int32Array) => Array.from(of, (row) => asked.map(({ cell }) => cell(row)));
  const targets = (of: Int32Array) => Array.from(of, (row) => predicted[row]);
  const [cells, target] = [design(fit), targets(fit)];
  if (asked.length === 0 || fit.length <= FEWEST_ROWS || target.every((one) => one === target[0])) {
    return constantRule(target, judge.length);
  }
  const tree = new DecisionTreeRegression({
    maxDepth: depth,
    minNumSamples: FEWEST_ROWS,
    // What is called gain is the error that is left: at the default of 0 a split that leaves none is not made.
    gainThreshold: -1,
  });
  tree.train(cells, target);
  return {
    rules: rulesOf(tree.root, asked, cells, target),
    fidelity: shareOf(targets(judge), judge.length > 0 ? tree.predict(design(judge)) : []),
    fitted: fit.length,
    judged: judge.length,
  };
}

function constantRule(target: readonly number[], judged: number): Surrogate {
  const rules = target.length > 0 ? [{ conditions: [], prediction: meanOf(target), share: 1 }] : [];
  return { rules, fidelity: null, fitted: target.length, judged };
}

type Cells = readonly (readonly number[])[];

function rulesOf(
  root: CartNode,
  columns: readonly SurrogateColumn[],
  cells: Cells,
  target: readonly number[],
): Surrogate['rules'] {
  const walk = (
    { left, right, splitColumn = 0, splitValue = 0 }: CartNode,
    rows: readonly number[],
    above: readonly SurrogateCondition[],
  ): Surrogate['rules'] => {
    if (!left || !right) {
      const prediction = meanOf(rows.map((row) => target[row]));
      return [{ conditions: [...above], prediction, share: rows.length / target.length }];
    }
    const below = rows.filter((row) => cells[row][splitColumn] < splitValue);
    const rest = rows.filter((row) => !(cells[row][splitColumn] < splitValue));
    const { condition } = columns[splitColumn];
    return [
      ...walk(left, below, withCondition(above, condition(splitValue, true))),
      ...walk(right, rest, withCondition(above, condition(splitValue, false))),
    ];
  };
  return walk(root, [...target.keys()], []);
}

/** A closer bound takes the place of a wider one; a level that is makes those that are not superfluous. */
function withCondition(
  above: readonly SurrogateCondition[],
  added: SurrogateCondition,
): readonly SurrogateCondition[] {
  const { column, relation } = added;
  const isReplaced = (one: SurrogateCondition): boolean =>
    one.column === column &&
    ((one.relation === relation && relation !== 'is_not') ||
      (relation === 'is' && one.relation === 'is_not'));
  return [...above.filter((one) => !isReplaced(one)), added];
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** R²; null where nothing varies or nothing is there. */
function shareOf(actual: readonly number[], predicted: readonly number[]): number | null {
  const mean = meanOf(actual);
  const all = actual.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const left = actual.reduce((sum, value, row) => sum + (value - predicted[row]) ** 2, 0);
  return all > 0 ? 1 - left / all : null;
}
