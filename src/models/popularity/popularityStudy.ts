import type { ModelSpec } from '../modelSpec.js';
import type { Study, StudyOptions } from '../study.js';
import { effortFor, LEAST_ROWS, type Effort } from './effort.js';
import { errorDetails } from './errorGroups.js';
import { explainModel } from './explainModel.js';
import type { SplitId } from './judgedSubject.js';
import {
  auditJudged,
  chooseForTime,
  judgeModel,
  type Judged,
  type Judging,
} from './judgeModels.js';
import { learningCurve } from './learningCurve.js';
import { loadPopularityData, type PopularityData } from './popularityData.js';
import {
  popularityResultSchema,
  type PopularityResult,
  type PopularityTask,
} from './popularityResult.js';
import type { PopularitySet } from './popularitySet.js';
import { RECIPES, type RecipeId } from './recipes.js';

/**
 * How well popularity can be predicted: gradient boosting on recipes from sound alone to everything, judged under splits
 * that keep songs, albums, artists and the future apart; other models beside it; an audit of every score; and what the
 * leading model draws from and where it is wrong.
 */
export const popularityStudy: Study<PopularityData, PopularityResult> = {
  id: 'popularity',
  title: 'Models of popularity',
  schema: popularityResultSchema,
  load: (reader, { features }) => loadPopularityData(reader, features),
  run: (data, options) => judgePopularity(data, options),
};

type Step = readonly [recipe: RecipeId, split: SplitId];

/** What boosting is judged on in the leading set, the main one first. */
const STEPS: Readonly<Record<Effort['id'], readonly Step[]>> = {
  full: [
    ['everything', 'songs'],
    ['base', 'songs'],
    ['release', 'songs'],
    ['audio', 'songs'],
    ['everything', 'albums'],
    ['everything', 'artists'],
    ['release', 'artists'],
    ['everything', 'rows'],
  ],
  small: [
    ['everything', 'songs'],
    ['release', 'songs'],
  ],
  least: [['everything', 'songs']],
};

/** The recipe that a set beside the leading one is judged on. */
const OTHER_RECIPE = { popularity: 'base', log10_streams: 'everything' } as const;

/** The study itself, without a store. */
export async function judgePopularity(
  sets: PopularityData,
  options: StudyOptions,
  effort: Effort | null = effortFor(sets[0]?.table.size ?? 0),
): Promise<PopularityResult> {
  const [leading, ...others] = sets;
  const size = leading?.table.size ?? 0;
  if (leading === undefined || effort === null) {
    return { ...NOTHING, note: `not enough data: n = ${size}, needed ${LEAST_ROWS}` };
  }
  const bench = new Bench(effort, options);
  const parts = await judgeLeading(bench, leading);
  if (effort.id === 'full') for (const set of others) await judgeOther(bench, set);
  await bench.finish();
  const judged = effort.id === 'full' ? sets : [leading];
  return {
    note: null,
    tasks: judged.map(describeTask),
    recipes: Object.values(RECIPES).map(({ id, title, meaning, claims }) => ({
      id,
      title,
      meaning,
      claims,
    })),
    settings: bench.settings,
    evaluations: bench.evaluations,
    audits: bench.audits,
    ...parts,
  };
}

const DETAILS = {
  importance: [],
  shap: [],
  dependence: [],
  calibration: [],
  residuals: [],
  learningCurve: [],
  worst: [],
  surrogate: null,
} satisfies Partial<PopularityResult>;

const NOTHING: Omit<PopularityResult, 'note'> = {
  tasks: [],
  recipes: [],
  settings: [],
  evaluations: [],
  audits: [],
  ...DETAILS,
};

/** Collects what is judged, step by step. */
class Bench {
  readonly evaluations: PopularityResult['evaluations'] = [];
  readonly audits: PopularityResult['audits'] = [];
  readonly settings: PopularityResult['settings'] = [];
  readonly #unaudited: (readonly [Judged, Judging])[] = [];
  #done = 0;

  constructor(
    readonly effort: Effort,
    readonly options: StudyOptions,
  ) {
    this.settings.push({
      name: 'gradient boosting',
      value: effort.words,
      reason:
        'declared beforehand: those of the measurement it is compared with, by number of rows',
    });
  }

  judging(set: PopularitySet, [recipe, split]: Step, spec = this.effort.boosting): Judging {
    return { set, recipe, split, spec, effort: this.effort, seed: this.options.seed };
  }

  step(label: string): void {
    const total = STEPS[this.effort.id].length + 6;
    this.options.onStep?.(`popularity: ${label}`, Math.min(this.#done, total), total);
    this.#done += 1;
  }

  /**
   * Judges a model. Its scores are audited too, unless only the model is another than the audited one, or the split is
   * the naive one, which parts versions of a song by design; an audit waits until the next model keeps other threads busy.
   */
  async judge(judging: Judging, isAudited = true): Promise<Judged | null> {
    const [judged] = await Promise.all([judgeModel(judging), this.#auditNext()]);
    if (judged === null) return null;
    this.evaluations.push(judged.evaluation);
    if (isAudited && judging.split !== 'rows') this.#unaudited.push([judged, judging]);
    return judged;
  }

  /** The audits that still wait. */
  async finish(): Promise<void> {
    while (this.#unaudited.length > 0) await this.#auditNext();
  }

  async #auditNext(): Promise<void> {
    const next = this.#unaudited.shift();
    if (next) this.audits.push(await auditJudged(...next));
  }
}

async function judgeLeading(
  bench: Bench,
  set: PopularitySet,
): Promise<Pick<PopularityResult, keyof typeof DETAILS>> {
  const [main, ...steps] = STEPS[bench.effort.id];
  const judging = bench.judging(set, main);
  bench.step(main.join(', '));
  const judged = await bench.judge(judging);
  for (const step of steps) {
    bench.step(step.join(', '));
    await bench.judge(bench.judging(set, step));
  }
  bench.step('later releases');
  await judgeFuture(bench, set);
  bench.step('other models');
  for (const spec of otherModels(bench.effort, set)) {
    await bench.judge(bench.judging(set, main, spec), false);
  }
  if (judged === null) return DETAILS;
  bench.step('explanations');
  const explained = explainModel(judged, judging);
  bench.step('learning curve');
  return {
    ...explained,
    ...errorDetails(judged, judging),
    learningCurve: await learningCurve(judged, judging),
  };
}

/** Scores on the future, with the size of trees that did better on the year before it. */
async function judgeFuture(bench: Bench, set: PopularitySet): Promise<void> {
  if (bench.effort.id !== 'full') return;
  const judging = bench.judging(set, ['everything', 'time']);
  const found = await chooseForTime(judging);
  if (found === null) return;
  const { settings } = found.best;
  const limits = settings?.limits as { readonly maxLeaves: number; readonly minLeafRows: number };
  bench.settings.push({
    name: 'gradient boosting over time',
    value: `${limits.maxLeaves} leaves of at least ${limits.minLeafRows} rows`,
    reason: `chosen on the year before the future: RMSE ${found.tried.map(({ rmse }) => rmse.toFixed(2)).join(' with 31 and 15 leaves: ')}`,
  });
  await bench.judge({ ...judging, spec: { model: found.best.model, settings } });
}

/** What boosting is compared with, the simplest first. */
function otherModels({ id, forest }: Effort, { table }: PopularitySet): ModelSpec[] {
  const genre = table.columns.some((column) => column.id === 'genre' && column.kind === 'category');
  const baselines = [{ model: 'mean' }, ...(genre ? [{ model: 'genre_mean' }] : [])];
  if (id !== 'full') return baselines;
  return [...baselines, { model: 'ridge' }, { model: 'decision_tree' }, forest];
}

async function judgeOther(bench: Bench, set: PopularitySet): Promise<void> {
  const step: Step = [OTHER_RECIPE[set.task.target], 'songs'];
  bench.step(set.task.id);
  await bench.judge(bench.judging(set, step));
  await bench.judge(bench.judging(set, step, { model: 'mean' }), false);
}

function describeTask({ task, table, target, units }: PopularitySet): PopularityTask {
  const mean = target.reduce((sum, value) => sum + value, 0) / target.length;
  const squares = target.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    ...task,
    rows: table.size,
    songs: new Set(units.song).size,
    targetSd: table.size === 0 ? null : Math.sqrt(squares / table.size),
  };
}
