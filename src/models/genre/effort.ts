import { classBoosting, CLASS_BOOSTING_DEFAULTS } from '../classify/classBoosting.js';
import { classForest } from '../classify/classForest.js';
import type { Classifier } from '../classify/classifier.js';
import { logisticRegression } from '../classify/logisticRegression.js';
import { majorityBaseline } from '../classify/majorityBaseline.js';
import { nearestNeighbours } from '../classify/nearestNeighbours.js';

/** How much work the study does; fixed by the number of songs. The settings were fixed after trials with other
 * software on the same public songs, so they are not wholly blind to the scores there. */
export interface Effort {
  readonly folds: number;
  readonly replicates: number;
  readonly boosting: Classifier;
  readonly forest: Classifier;
  /** Baseline first. */
  readonly others: readonly Classifier[];
}

/** From so many songs on all of the work is done. */
export const MANY_SONGS = 10_000;

const { limits } = CLASS_BOOSTING_DEFAULTS;

/** From {@link MANY_SONGS} on all of it; fewer trees, folds and draws below, where they would say little more. */
export function effortFor(songs: number): Effort {
  if (songs >= MANY_SONGS) {
    return {
      folds: 5,
      replicates: 1000,
      boosting: classBoosting({
        rounds: 120,
        learningRate: 0.1,
        limits: { ...limits, maxLeaves: 31 },
      }),
      forest: classForest({ trees: 50, maxBins: 64, minLeafRows: 5 }),
      others: [
        majorityBaseline,
        logisticRegression({ maxIterations: 60 }),
        nearestNeighbours({ k: 40 }),
      ],
    };
  }
  const isSmall = songs < 1000;
  return {
    folds: 3,
    replicates: isSmall ? 100 : 200,
    boosting: classBoosting({
      rounds: isSmall ? 3 : 6,
      learningRate: 0.4,
      maxBins: 32,
      limits: { ...limits, maxLeaves: 5, minLeafRows: 10 },
    }),
    forest: classForest({ trees: isSmall ? 4 : 8, maxBins: 32, minLeafRows: 5 }),
    others: [
      majorityBaseline,
      logisticRegression({ tolerance: 1e-3, maxIterations: 10 }),
      nearestNeighbours({ k: 20 }),
    ],
  };
}
