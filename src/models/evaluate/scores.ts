import type { Interval } from '../../domain/testResult.js';
import { quantileSorted } from '../../stats/quantileSorted.js';
import { randomInteger, type Random } from '../../stats/random.js';

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
  const judged = Int32Array.from(predicted.keys()).filter(
    (row) => !Number.isNaN(predicted[row]) && units[row] >= 0,
  );
  if (judged.length === 0) throw new RangeError('scores need at least one judged row, got none');
  const { byUnit, all } = sumErrors(target, predicted, units, judged);
  const drawn = Array.from({ length: replicates }, () => drawUnits(byUnit, random));
  const scoreOf = (measure: (sums: ErrorSums) => number): Score => ({
    value: measure(all),
    ci: byUnit.length < 2 ? null : intervalOf(Float64Array.from(drawn, measure)),
  });
  return {
    r2: scoreOf(r2Of),
    rmse: scoreOf(({ squares, n }) => Math.sqrt(squares / n)),
    mae: scoreOf(({ absolutes, n }) => absolutes / n),
    targetSd: Math.sqrt(spreadOf(all) / all.n),
    n: all.n,
  };
}

/** Sums over rows from which every score follows, so that a draw of units need not visit their rows. */
interface ErrorSums {
  squares: number;
  absolutes: number;
  n: number;
  /** Of the target's distance from its mean over all judged rows, so that large targets lose no digits. */
  distances: number;
  distancesSquared: number;
}

function noErrors(): ErrorSums {
  return { squares: 0, absolutes: 0, n: 0, distances: 0, distancesSquared: 0 };
}

function sumErrors(
  target: Float64Array,
  predicted: Float64Array,
  units: Int32Array,
  judged: Int32Array,
): { readonly byUnit: readonly ErrorSums[]; readonly all: ErrorSums } {
  const mean = judged.reduce((sum, row) => sum + target[row], 0) / judged.length;
  const sums = new Map<number, ErrorSums>();
  const all = noErrors();
  for (const row of judged) {
    const unit = sums.get(units[row]) ?? noErrors();
    sums.set(units[row], unit);
    const [error, distance] = [target[row] - predicted[row], target[row] - mean];
    const squares = error * error;
    const one = {
      squares,
      absolutes: Math.abs(error),
      n: 1,
      distances: distance,
      distancesSquared: distance * distance,
    };
    add(unit, one);
    add(all, one);
  }
  return { byUnit: [...sums.values()], all };
}

function add(to: ErrorSums, one: ErrorSums): void {
  to.squares += one.squares;
  to.absolutes += one.absolutes;
  to.n += one.n;
  to.distances += one.distances;
  to.distancesSquared += one.distancesSquared;
}

/** As many units as there are, drawn with replacement. */
function drawUnits(byUnit: readonly ErrorSums[], random: Random): ErrorSums {
  const sums = noErrors();
  for (let i = 0; i < byUnit.length; i += 1)
    add(sums, byUnit[randomInteger(random, byUnit.length)]);
  return sums;
}

/** The middle 95 % of the draws; none where more than a tenth of them has no score. */
function intervalOf(values: Float64Array): Interval | null {
  const present = values.filter((value) => !Number.isNaN(value)).sort();
  if (present.length === 0 || present.length < 0.9 * values.length) return null;
  return { low: quantileSorted(present, 0.025), high: quantileSorted(present, 0.975), level: 0.95 };
}

function r2Of(sums: ErrorSums): number {
  const spread = spreadOf(sums);
  return spread > 0 ? 1 - sums.squares / spread : NaN;
}

/** Sum of squared distances of the target from its mean over the rows of the sums. */
function spreadOf({ distances, distancesSquared, n }: ErrorSums): number {
  return distancesSquared - (distances * distances) / n;
}
