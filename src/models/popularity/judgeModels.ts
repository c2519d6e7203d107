import { createRandom, deriveSeed } from '../../stats/random.js';
import { auditLeaks } from '../audit/auditLeaks.js';
import { crossValidate } from '../evaluate/crossValidate.js';
import { scorePredictions, type Score } from '../evaluate/scores.js';
import { searchSpec, type Found } from '../evaluate/search.js';
import { timeFold } from '../evaluate/split.js';
import { makeRegressor, type ModelSpec } from '../modelSpec.js';
import type { Effort } from './effort.js';
import { barsOf, isMet } from './goals.js';
import {
  futureYear,
  judgedSubject,
  songsApart,
  type JudgedSubject,
  type SplitId,
} from './judgedSubject.js';
import type {
  PopularityEvaluation,
  PopularityResult,
  PopularityScore,
} from './popularityResult.js';
import type { PopularitySet } from './popularitySet.js';
import { RECIPES, type RecipeId } from './recipes.js';

/** What is judged: one model on one recipe and split of a set. */
export interface Judging {
  readonly set: PopularitySet;
  readonly recipe: RecipeId;
  readonly split: SplitId;
  readonly spec: ModelSpec;
  readonly effort: Effort;
  readonly seed: number;
}

/** Scores, with the predictions that they rest on: NaN for rows that no fold judged. */
export interface Judged {
  readonly evaluation: PopularityEvaluation;
  readonly predicted: Float64Array;
  readonly subject: JudgedSubject;
}

/** Judges one model out-of-fold; null where the rows cannot be parted so. */
export async function judgeModel(judging: Judging): Promise<Judged | null> {
  const { set, recipe, split, spec, effort, seed } = judging;
  const subject = subjectOf(judging);
  const { table, target, split: parted } = subject;
  if (!parted.folds.some(({ train, test }) => train.length > 0 && test.length > 0)) return null;
  const predicted = await crossValidate(subject.spec, table, target, parted, { seed });
  const random = createRandom(deriveSeed(seed, `popularity.${set.task.id}.${recipe}.${split}`));
  const { replicates } = effort;
  const scores = scorePredictions(target, predicted, { units: subject.groups, random, replicates });
  const judged = { r2: plain(scores.r2), rmse: plain(scores.rmse), mae: plain(scores.mae) };
  const bars = barsOf(spec.model === 'gradient_boosting' ? set.task : NO_TASK, recipe, split);
  const evaluation: PopularityEvaluation = {
    task: set.task.id,
    recipe,
    split,
    model: spec.model,
    title: makeRegressor(spec).title,
    n: scores.n,
    ...judged,
    targetSd: scores.targetSd,
    bias: biasOf(target, predicted, scores.n),
    ...bars,
    met: isMet(bars, judged),
    barMet:
      set.task.target === 'popularity' ? judged.r2.value > 0.6 || judged.rmse.value < 15 : null,
  };
  return { evaluation, predicted, subject };
}

const NO_TASK = { source: '', target: '', available: 0 };

function subjectOf({ set, recipe, split, spec, effort, seed }: Judging): JudgedSubject {
  return judgedSubject(set, RECIPES[recipe], split, spec, { seed, folds: effort.folds });
}

/** Asks whether the scores can come from a leak. */
export async function auditJudged(
  { subject, predicted, evaluation }: Judged,
  { effort, seed }: Pick<Judging, 'effort' | 'seed'>,
): Promise<PopularityResult['audits'][number]> {
  const result = await auditLeaks(
    { ...subject, predicted },
    {
      seed,
      rounds: effort.auditRounds,
      replicates: Math.min(200, effort.replicates),
    },
  );
  return { ...result, checks: [...result.checks], task: evaluation.task };
}

/** Leaves of the trees that may be tried on the last year before the future. */
const LEAVES = [
  { maxLeaves: 31, minLeafRows: 20 },
  { maxLeaves: 15, minLeafRows: 50 },
] as const;

/**
 * The size of trees for predicting the future, chosen on the year before it: trained on what came earlier still. No row
 * of the future takes part. Null where there is no such year.
 */
export async function chooseForTime(judging: Judging): Promise<Found | null> {
  const { set, seed, spec } = judging;
  const future = futureYear(set.years);
  if (future === null) return null;
  const subject = subjectOf({ ...judging, split: 'time' });
  const past = set.years.map((year) => (year < future ? year : NaN));
  const fold = songsApart(timeFold(past, future - 1), subject.groups);
  if (fold.train.length === 0 || fold.test.length === 0) return null;
  const candidates = LEAVES.map((limits) => ({
    ...subject.spec,
    settings: { ...spec.settings, limits },
  }));
  const inner = { ...subject.split, id: 'inner', folds: [fold] };
  return searchSpec(candidates, subject.table, subject.target, inner, { seed });
}

function biasOf(target: Float64Array, predicted: Float64Array, n: number): number {
  let sum = 0;
  predicted.forEach((value, row) => {
    if (!Number.isNaN(value)) sum += value - target[row];
  });
  return sum / n;
}

/** A score as it stands in a result; a share of no variance counts as none predicted. */
export function plain({ value, ci }: Score): PopularityScore {
  return { value: Number.isNaN(value) ? 0 : value, low: ci?.low ?? null, high: ci?.high ?? null };
}
