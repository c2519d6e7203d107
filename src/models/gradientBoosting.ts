import { z } from 'zod';
import { createRandom } from '../stats/random.js';
import { modelKind } from './modelKind.js';
import type { Regressor } from './regressor.js';
import { MAX_BINS } from './trees/binColumns.js';
import { boost } from './trees/boost.js';
import { quantileLoss, squaredLoss, type Loss } from './trees/loss.js';
import { someTreeLimits, UNLIMITED, type TreeLimits } from './trees/treeLimits.js';
import { treeRegressor } from './trees/treeRegressor.js';

const boostingSettings = z.strictObject({
  /** Trees at most. */
  rounds: z.int().min(1).default(600),
  /** What part of each tree's prediction is added. */
  learningRate: z.number().gt(0).max(1).default(0.04),
  /** Share of the rows that each tree learns from. */
  rowShare: z.number().gt(0).max(1).default(0.8),
  maxBins: z.int().min(2).max(MAX_BINS).default(MAX_BINS),
  /** Trees without a lower loss on the validation rows after which it stops. */
  patience: z.int().min(1).default(50),
  limits: someTreeLimits.default({}),
  /** Per column id 1 or −1 where the prediction must rise or fall with it. */
  monotone: z.record(z.string(), z.union([z.literal(1), z.literal(-1)])).default({}),
});

/** Settings of gradient boosting; the defaults stand in for those left out. */
export type BoostingSettings = Readonly<z.input<typeof boostingSettings>>;

export const BOOSTING_LIMITS: TreeLimits = {
  ...UNLIMITED,
  maxLeaves: 31,
  minLeafRows: 20,
  lambda: 5,
  columnShare: 0.5,
};

/**
 * Gradient boosting with the recipe of XGBoost (Chen and Guestrin 2016): second-order gains, an L2 penalty on leaves,
 * rows and columns drawn for each tree, histogram splits, a learned side for missing values; trees grow best leaf
 * first, as in LightGBM (Ke and others 2017).
 */
export function gradientBoosting(settings: BoostingSettings = {}): Regressor {
  return boosting('gradient_boosting', 'Gradient boosting', settings, squaredLoss);
}

/** Gradient boosting of a quantile of the target instead of its mean, for prediction intervals. */
export function quantileBoosting(
  settings: BoostingSettings & { readonly level: number },
): Regressor {
  const { level, ...rest } = settings;
  return boosting(
    'gradient_boosting_quantile',
    'Gradient boosting of a quantile',
    rest,
    quantileLoss(level),
  );
}

function boosting(id: string, title: string, settings: BoostingSettings, loss: Loss): Regressor {
  const { limits, monotone, ...rest } = boostingSettings.parse(settings);
  return treeRegressor(id, title, (table, target, { seed, validation }) =>
    boost(table, target, {
      ...rest,
      loss,
      limits: {
        ...BOOSTING_LIMITS,
        ...limits,
        monotone: table.columns.map((column) => monotone[column.id] ?? 0),
      },
      random: createRandom(seed),
      validation,
    }),
  );
}

export const gradientBoostingKind = modelKind(boostingSettings, gradientBoosting);

export const quantileBoostingKind = modelKind(
  boostingSettings.extend({ level: z.number().gt(0).lt(1).default(0.5) }),
  quantileBoosting,
);
