import type { FeatureTable } from '../features/featureTable.js';
import { auditLeaks } from '../models/audit/auditLeaks.js';
import type { AuditResult } from '../models/audit/auditResult.js';
import { judgedSubject, type SplitId } from '../models/popularity/judgedSubject.js';
import type { PopularityData } from '../models/popularity/popularityData.js';
import { RECIPES } from '../models/popularity/recipes.js';
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

/** Splits of the study that promise something; rows at random do not. */
const STUDIED_SPLITS = ['songs', 'albums', 'artists', 'time'] as const satisfies readonly SplitId[];
const STUDIED_FOLDS = 5;

/** Audits every recipe of the study of popularity on every split, for the set that leads it; none where there is none. */
export async function auditStudied(
  [leading]: PopularityData,
  { seed, onStep }: Pick<AuditRequest, 'seed' | 'onStep'>,
): Promise<readonly AuditResult[]> {
  const results: AuditResult[] = [];
  if (leading === undefined) return results;
  const recipes = Object.values(RECIPES);
  for (const recipe of recipes) {
    for (const split of STUDIED_SPLITS) {
      onStep?.(
        `study, ${recipe.id}, ${split}`,
        results.length,
        recipes.length * STUDIED_SPLITS.length,
      );
      const learner = { model: 'gradient_boosting' };
      const options = { seed, folds: STUDIED_FOLDS };
      const subject = judgedSubject(leading, recipe, split, learner, options);
      if (subject.split.folds.length === 0) continue;
      const result = await auditLeaks(subject, { seed });
      results.push({ ...result, recipe: `study: ${recipe.id}` });
    }
  }
  return results;
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
