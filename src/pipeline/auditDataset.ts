import type { FeatureTable } from '../features/featureTable.js';
import { auditLeaks } from '../models/audit/auditLeaks.js';
import type { AuditResult } from '../models/audit/auditResult.js';
import {
  auditSubjectOf,
  TRAINING_SPLITS,
  trainingSet,
  type TrainingRecipe,
} from '../models/predict/trainingSet.js';
import { requireTrainingSet } from './trainModel.js';

export interface AuditRequest {
  readonly seed: number;
  readonly recipes: readonly TrainingRecipe[];
  readonly onStep?: (label: string, done: number, total: number) => void;
}

/**
 * Audits recipes on every split that they can be judged by.
 *
 * @throws AppError 'input' where there are too few songs with a popularity
 */
export async function auditDataset(
  features: FeatureTable,
  { seed, recipes, onStep }: AuditRequest,
): Promise<readonly AuditResult[]> {
  const results: AuditResult[] = [];
  const total = recipes.length * TRAINING_SPLITS.length;
  for (const recipe of recipes) {
    const set = requireTrainingSet(trainingSet(features, recipe));
    for (const split of TRAINING_SPLITS) {
      onStep?.(`${recipe}, ${split}`, results.length, total);
      const subject = auditSubjectOf(set, split, { model: 'gradient_boosting' }, seed);
      results.push(await auditLeaks(subject, { seed }));
    }
  }
  return results;
}
