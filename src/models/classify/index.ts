import type { Classifier } from './classifier.js';
import { classBoosting } from './classBoosting.js';
import { classForest, classTree } from './classForest.js';
import { logisticRegression } from './logisticRegression.js';
import { majorityBaseline } from './majorityBaseline.js';
import { nearestNeighbours } from './nearestNeighbours.js';

/** All classifiers with their defaults, the baseline first. To add one: its file, and a line here. */
export const classifiers: readonly Classifier[] = [
  majorityBaseline,
  logisticRegression(),
  nearestNeighbours(),
  classTree(),
  classForest(),
  classBoosting(),
];
