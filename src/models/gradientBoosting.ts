import { createRandom } from '../stats/random.js';
import type { Regressor } from './regressor.js';
import { boost, type BoostOptions } from './trees/boost.js';
import { UNLIMITED, type TreeLimits } from './trees/growTree.js';
import { squaredLoss } from './trees/loss.js';
import { treeRegressor } from './trees/treeRegressor.js';

/** Settings of gradient boosting; whatever is left out is as in {@link BOOSTING_DEFAULTS}. */
export interface BoostingSettings extends Omit<BoostOptions, 'limits' | 'random' | 'validation'> {
  readonly limits: TreeLimits;
  /** Per column id 1 or −1 where the prediction must rise or fall with it. */
  readonly monotone: Readonly<Record<string, 1 | -1>>;
}

export const BOOSTING_DEFAULTS: BoostingSettings = {
  rounds: 600,
  learningRate: 0.04,
  rowShare: 0.8,
  maxBins: 255,
  loss: squaredLoss,
  patience: 50,
  limits: {
    ...UNLIMITED,
    maxLeaves: 31,
    minLeafRows: 20,
    lambda: 5,
    columnShare: 0.5,
  },
  monotone: {},
};

/**
 * Gradient boosting with the recipe of XGBoost (Chen and Guestrin 2016): second-order gains, an L2 penalty on leaves,
 * rows and columns drawn for each tree, histogram splits, a learned side for missing values; trees grow best leaf
 * first, as in LightGBM (Ke and others 2017).
 */
export function gradientBoosting(
  settings: Partial<BoostingSettings> = {},
  id = 'gradient_boosting',
  title = 'Gradient boosting',
): Regressor {
  const { limits, monotone, ...rest } = { ...BOOSTING_DEFAULTS, ...settings };
  return treeRegressor(id, title, (table, target, { seed, validation }) =>
    boost(table, target, {
      ...rest,
      limits: { ...limits, monotone: table.columns.map((column) => monotone[column.id] ?? 0) },
      random: createRandom(seed),
      validation,
    }),
  );
}
