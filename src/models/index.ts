import { decisionTreeKind } from './decisionTree.js';
import { gradientBoostingKind, quantileBoostingKind } from './gradientBoosting.js';
import { groupMeanKind } from './groupMeanBaseline.js';
import { meanKind } from './meanBaseline.js';
import type { ModelKind } from './modelKind.js';
import { randomForestKind } from './randomForest.js';
import { ridgeKind } from './ridgeRegression.js';

/** All models that predict a number, the simplest first. One more is its file and one more line here. */
export const MODELS: readonly ModelKind[] = [
  meanKind,
  groupMeanKind,
  ridgeKind,
  decisionTreeKind,
  randomForestKind,
  gradientBoostingKind,
  quantileBoostingKind,
];

const ids = MODELS.map(({ id }) => id);
const twice = ids.find((id, index) => ids.indexOf(id) !== index);
if (twice !== undefined) throw new Error(`two models have the id "${twice}"`);
