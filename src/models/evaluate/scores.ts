import type { Interval } from '../../domain/testResult.js';
import { clusterBootstrap } from '../../stats/clusterBootstrap.js';
import type { Random } from '../../stats/random.js';

/** One score with its interval over units drawn anew. */
export interface Score {
  readonly value: number;
  readonly ci: Interval | null;
}

/** How well out-of-fold predictions meet their targets. */
export interface Scores {
  /** Share of the target's variance around its own mean that is predicted; negative where the mean is better. */
  readonly r2: Score;
  /** Root of the mean squared error, in the unit of the target. */
  readonly rmse: Score;
  /** Mean absolute error, in the unit of the target. */
  readonly mae: Score;
  /** Standard deviation of the target: the RMSE of always saying the mean of the judged rows. */
  readonly targetSd: number;
  /** Rows that were judged. */
  readonly n: number;
}

export interface ScoreOptions {
  /** Code per row of what is independent, as in the split; rows of one code are drawn together. */
  readonly units: Int32Array;
  readonly random: Random;
  /** Draws of the bootstrap. */
  readonly replicates?: number;
}

/**
 * R², RMSE and MAE of predictions, with percentile intervals from a bootstrap of whole units. Rows whose prediction is NaN
 * were judged by no fold and stay out.
 *
 * @throws RangeError where no row was judged
 */
export function scorePredictions(
  target: Float64Array,
  predicted: Float64Array,
  { units, random, replicates = 1000 }: ScoreOptions,
): Scores {
  const clusters = units.map((unit, row) => (Number.isNaN(predicted[row]) ? -1 : unit));
  const judged = Int32Array.from(clusters.keys()).filter((row) => clusters[row] >= 0);
  if (judged.length === 0) throw new RangeError('scores need at least one judged row, got none');
  const scoreOf = (measure: (sums: ErrorSums) => number): Score => {
    const { estimate, ci } = clusterBootstrap({
      clusters,
      random,
      replicates,
      interval: 'percentile',
      statistic: (rows) => measure(errorSums(target, predicted, rows)),
    });
    return { value: estimate, ci };
  };
  const all = errorSums(target, predicted, judged);
  return {
    r2: scoreOf(r2Of),
    rmse: scoreOf(({ squares, n }) => Math.sqrt(squares / n)),
    mae: scoreOf(({ absolutes, n }) => absolutes / n),
    targetSd: Math.sqrt(all.spread / all.n),
    n: all.n,
  };
}

interface ErrorSums {
  readonly squares: number;
  readonly absolutes: number;
  /** Sum of squared distances of the target from its mean. */
  readonly spread: number;
  readonly n: number;
}

function r2Of({ squares, spread }: ErrorSums): number {
  return spread > 0 ? 1 - squares / spread : NaN;
}

function errorSums(target: Float64Array, predicted: Float64Array, rows: Int32Array): ErrorSums {
  let [squares, absolutes, sum] = [0, 0, 0];
  for (const row of rows) {
    const error = target[row] - predicted[row];
    squares += error * error;
    absolutes += Math.abs(error);
    sum += target[row];
  }
  const mean = sum / rows.length;
  let spread = 0;
  for (const row of rows) spread += (target[row] - mean) ** 2;
  return { squares, absolutes, spread, n: rows.length };
}
