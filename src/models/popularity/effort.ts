import type { ModelSpec } from '../modelSpec.js';

/** How much is computed; declared by the number of rows alone, never by what comes out. */
export interface Effort {
  readonly id: 'full' | 'small' | 'least';
  readonly folds: number;
  readonly boosting: ModelSpec;
  /** The settings of boosting in words. */
  readonly words: string;
  readonly forest: ModelSpec;
  /** Draws behind each interval. */
  readonly replicates: number;
  /** Trees of the audit's small model. */
  readonly auditRounds: number;
  /** Shuffles of each column. */
  readonly repeats: number;
  /** Rows that Shapley values are computed for. */
  readonly shapRows: number;
  /** Columns whose dependence is shown, and on how many rows. */
  readonly curves: number;
  readonly curveRows: number;
  readonly shares: readonly number[];
  readonly surrogateRows: number;
}

/** Fewer rows give no score worth telling. */
export const LEAST_ROWS = 300;
const SMALL_ROWS = 1000;
const FULL_ROWS = 10_000;

function boosting(
  rounds: number,
  learningRate: number,
  maxLeaves: number,
): Pick<Effort, 'boosting' | 'words'> {
  const settings = { rounds, learningRate, limits: { maxLeaves } };
  return {
    boosting: { model: 'gradient_boosting', settings },
    words: `${rounds} trees × ${maxLeaves} leaves, learning rate ${learningRate}`,
  };
}

const FULL: Effort = {
  id: 'full',
  folds: 5,
  ...boosting(600, 0.04, 31),
  forest: { model: 'random_forest', settings: { trees: 100 } },
  replicates: 1000,
  auditRounds: 60,
  repeats: 3,
  shapRows: 120,
  curves: 6,
  curveRows: 400,
  shares: [0.1, 0.25, 0.5, 0.75, 1],
  surrogateRows: 2000,
};

const SMALL: Effort = {
  id: 'small',
  folds: 3,
  ...boosting(40, 0.1, 8),
  forest: { model: 'random_forest', settings: { trees: 5 } },
  replicates: 100,
  auditRounds: 10,
  repeats: 1,
  shapRows: 30,
  curves: 3,
  curveRows: 40,
  shares: [0.25, 1],
  surrogateRows: 150,
};

const LEAST: Effort = { ...SMALL, id: 'least', ...boosting(15, 0.2, 8), auditRounds: 5 };

/** The effort for a number of rows; null where they are too few. */
export function effortFor(rows: number): Effort | null {
  if (rows < LEAST_ROWS) return null;
  if (rows < SMALL_ROWS) return LEAST;
  return rows < FULL_ROWS ? SMALL : FULL;
}
