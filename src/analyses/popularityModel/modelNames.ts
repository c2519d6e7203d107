import type { PopularityEvaluation } from '../../models/popularity/popularityResult.js';
import { idPart } from '../idPart.js';

/** Models that know nothing of a song but, at most, its genre; the better of them first. */
export const BASELINES: readonly string[] = ['genre_mean', 'mean'];

/** The model that the text speaks of, the first that was judged: declared beforehand, not chosen by its score. */
export const PREFERRED: readonly string[] = [
  'gradient_boosting',
  'random_forest',
  'ridge',
  'decision_tree',
];

/** Splits from the one that flatters to the hardest. */
export const SPLITS: readonly { readonly id: string; readonly title: string }[] = [
  { id: 'rows', title: 'Rows at random (naive)' },
  { id: 'songs', title: 'Whole songs' },
  { id: 'albums', title: 'Whole albums' },
  { id: 'artists', title: 'Whole artists' },
  { id: 'time', title: 'Later releases' },
];

/** The split that lets versions of one song stand on both sides: shown for what it pretends, never believed. */
export const NAIVE = 'rows';

/** The split that scores are told by where nothing else is said. */
export const HONEST = 'songs';

export function splitTitle(id: string): string {
  return SPLITS.find((split) => split.id === id)?.title ?? id;
}

/** Place of a split in the order of {@link SPLITS}; unknown ones stand last. */
export function splitOrder(id: string): number {
  const place = SPLITS.findIndex((split) => split.id === id);
  return place === -1 ? SPLITS.length : place;
}

export function isBaseline({ model }: Pick<PopularityEvaluation, 'model'>): boolean {
  return BASELINES.includes(model);
}

/** Id of the finding on one score. */
export function scoreId(
  measure: 'r2' | 'rmse',
  { task, recipe, split, model }: Pick<PopularityEvaluation, 'task' | 'recipe' | 'split' | 'model'>,
): string {
  return ['models', measure, ...[task, recipe, split, model].map(idPart)].join('.');
}

/** Id of the finding on the distance to a goal. */
export function gapId(measure: 'r2' | 'rmse', evaluation: PopularityEvaluation): string {
  return scoreId(measure, evaluation).replace(/^models\./, 'models.gap-');
}
