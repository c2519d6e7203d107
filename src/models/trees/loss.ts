import { quantileSorted } from '../../stats/quantileSorted.js';
import type { GrownTree } from './growTree.js';
import type { Gradients } from './histogram.js';

/** What gradient boosting lowers: a sum over rows of one number's distance from its target. */
export interface Loss {
  readonly id: string;
  /** The one prediction for all rows with the least loss: where boosting starts. */
  start(target: Float64Array): number;
  /** Derivatives of the loss at the present predictions, written into `into`. */
  gradients(target: Float64Array, predicted: Float64Array, into: Gradients): void;
  /** Mean loss, for early stopping; its own unit. */
  mean(target: Float64Array, predicted: Float64Array): number;
  /** Better values for the leaves than −G / H, where the loss has no second derivative. */
  renew?(grown: GrownTree, target: Float64Array, predicted: Float64Array): void;
}

/** Half the squared error; its mean prediction is the mean. */
export const squaredLoss: Loss = {
  id: 'squared',
  start: (target) => target.reduce((sum, value) => sum + value, 0) / target.length,
  gradients(target, predicted, { first }) {
    for (let row = 0; row < target.length; row += 1) first[row] = predicted[row] - target[row];
  },
  mean(target, predicted) {
    let total = 0;
    for (let row = 0; row < target.length; row += 1) total += (target[row] - predicted[row]) ** 2;
    return total / (2 * target.length);
  },
};

/**
 * Pinball loss: its best prediction is the quantile at `level` (Koenker and Bassett 1978). Trees find where the sign
 * of the error changes, and each leaf then takes the quantile of its rows' errors.
 *
 * @param level between 0 and 1, both excluded
 */
export function quantileLoss(level: number): Loss {
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`the level of a quantile must lie between 0 and 1, got ${level}`);
  }
  return {
    id: `quantile-${level}`,
    start: (target) => quantileSorted(target.slice().sort(), level),
    gradients(target, predicted, { first }) {
      for (let row = 0; row < target.length; row += 1) {
        first[row] = predicted[row] > target[row] ? 1 - level : -level;
      }
    },
    mean(target, predicted) {
      let total = 0;
      for (let row = 0; row < target.length; row += 1) {
        const error = target[row] - predicted[row];
        total += error >= 0 ? level * error : (level - 1) * error;
      }
      return total / target.length;
    },
    renew({ tree, rows, leaves }, target, predicted) {
      for (const { node, start, end } of leaves) {
        const errors = Float64Array.from(
          rows.subarray(start, end),
          (row) => target[row] - predicted[row],
        );
        tree.value[node] = quantileSorted(errors.sort(), level);
      }
    },
  };
}
