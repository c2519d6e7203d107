import type {
  PopularityEvaluation,
  PopularityResult,
} from '../../models/popularity/popularityResult.js';
import { BASELINES, HONEST, isBaseline, NAIVE, PREFERRED, splitOrder } from './modelNames.js';

/** A recipe whose scores are kept back, and why. */
export interface Refusal {
  readonly task: string;
  readonly recipe: string;
  readonly split: string;
  readonly check: string;
  readonly reason: string;
}

/** What an evaluation is in the text: all columns, those known at release, or no model at all. */
export type Role = 'all' | 'release' | 'baseline';

export interface Lead {
  readonly role: Role;
  readonly evaluation: PopularityEvaluation;
}

/**
 * The checks that failed. The naive split breaks songs apart by design, so that its audit says nothing about a
 * recipe.
 */
export function refusalsOf({ audits }: PopularityResult): readonly Refusal[] {
  return audits
    .filter(({ split }) => split !== NAIVE)
    .flatMap(({ task, recipe, split, checks }) =>
      checks
        .filter(({ passed }) => !passed)
        .map(({ title, reason }) => ({ task, recipe, split, check: title, reason })),
    );
}

/** Evaluations of recipes whose audits passed: a failed check of one split puts all scores of its recipe in doubt. */
export function believedEvaluations(result: PopularityResult): readonly PopularityEvaluation[] {
  const refused = new Set(refusalsOf(result).map(({ task, recipe }) => `${task}\n${recipe}`));
  return result.evaluations.filter(({ task, recipe }) => !refused.has(`${task}\n${recipe}`));
}

/**
 * The evaluations that the text speaks of, by task and split: the fullest recipe, the fullest of what is known at release
 * and a baseline, the leading task first. Recipes by their order, models by {@link PREFERRED}: scores choose nothing.
 */
export function leadsOf(result: PopularityResult): readonly Lead[] {
  const believed = believedEvaluations(result);
  const claims = new Map(result.recipes.map((recipe) => [recipe.id, recipe.claims]));
  const place = new Map(result.recipes.map((recipe, index) => [recipe.id, index]));
  const leading = leadingTask(result);
  const tasks = [...result.tasks].sort((a, b) => Number(b === leading) - Number(a === leading));
  return tasks.flatMap((task) => {
    const ofTask = believed.filter((one) => one.task === task.id);
    const splits = [...new Set(ofTask.map(({ split }) => split))];
    return splits
      .sort((a, b) => splitOrder(a) - splitOrder(b))
      .flatMap((split): readonly Lead[] => {
        const here = ofTask.filter((one) => one.split === split);
        const models = here.filter((one) => !isBaseline(one));
        const all = fullest(models, place);
        const early = models.filter(({ recipe }) => claims.get(recipe) === 'release');
        const release = fullest(early, place);
        const baseline = firstModel(here, BASELINES);
        return [
          ...lead('all', all),
          ...(release?.recipe === all?.recipe ? [] : lead('release', release)),
          ...lead('baseline', baseline),
        ];
      });
  });
}

function lead(role: Role, evaluation: PopularityEvaluation | undefined): readonly Lead[] {
  return evaluation ? [{ role, evaluation }] : [];
}

function fullest(
  evaluations: readonly PopularityEvaluation[],
  place: ReadonlyMap<string, number>,
): PopularityEvaluation | undefined {
  const of = (one: PopularityEvaluation): number => place.get(one.recipe) ?? -1;
  const last = Math.max(...evaluations.map(of));
  return firstModel(
    evaluations.filter((one) => of(one) === last),
    PREFERRED,
  );
}

function firstModel(
  evaluations: readonly PopularityEvaluation[],
  order: readonly string[],
): PopularityEvaluation | undefined {
  for (const model of order) {
    const found = evaluations.find((one) => one.model === model);
    if (found) return found;
  }
  return undefined;
}

/** The task that the explanations are about: what they name, or the first. */
export function leadingTask(result: PopularityResult): PopularityResult['tasks'][number] | null {
  const named = result.importance[0]?.task;
  return result.tasks.find(({ id }) => id === named) ?? result.tasks[0] ?? null;
}

/** Whether what the leading model rests on may be told: its recipe on whole songs was audited and kept. */
export function mayExplain(result: PopularityResult): boolean {
  const task = leadingTask(result)?.id;
  const fullestRecipe = result.recipes
    .map(({ id }) => id)
    .filter((recipe) =>
      result.evaluations.some(
        (one) => one.task === task && one.recipe === recipe && !isBaseline(one),
      ),
    )
    .at(-1);
  return leadsOf(result).some(
    ({ role, evaluation }) =>
      role === 'all' &&
      evaluation.task === task &&
      evaluation.split === HONEST &&
      evaluation.recipe === fullestRecipe,
  );
}
