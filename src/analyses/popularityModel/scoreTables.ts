import { tableColumn, type Cell, type DataTable } from '../../domain/table.js';
import type {
  PopularityEvaluation,
  PopularityResult,
} from '../../models/popularity/popularityResult.js';
import { SONG_QUERIES } from '../adjusted/levelTable.js';
import { cellsOf } from '../scoreParts.js';
import { believedEvaluations, leadsOf, refusalsOf } from './believed.js';
import { HONEST, isBaseline, scoreId, splitOrder, splitTitle } from './modelNames.js';
import { errorUnit, taskName } from './popularityBase.js';

/** The bar of the roadmap, in percent of the variance and in points of popularity. */
export const BAR = { r2: 60, rmse: 15 } as const;

type Table = Pick<DataTable, 'id' | 'title' | 'grain' | 'columns' | 'rows'>;

/** Tables on how well popularity can be predicted. Without rows they are left out. */
export function scoreTables(result: PopularityResult): DataTable[] {
  const tables = [
    leadsTable(result),
    ...result.tasks.map((task) => taskTable(task.id, result)),
    goalsTable(result),
    barTable(result),
    refusedTable(result),
  ];
  const sources = [...new Set(result.tasks.map(({ source }) => source))];
  return tables
    .filter(({ rows }) => rows.length > 0)
    .map((table) => ({
      ...table,
      queries: SONG_QUERIES,
      sources: sourcesOf(table, sources, result),
    }));
}

/** A task's own table names its source alone. */
function sourcesOf(
  { id }: Table,
  all: readonly string[],
  { tasks }: PopularityResult,
): readonly string[] {
  const task = tasks.find((one) => id === scoresTableId(one.id));
  return task ? [task.source] : all;
}

export function scoresTableId(task: string): string {
  return `models.scores.${task}`;
}

const recipeTitle = ({ recipes }: PopularityResult, id: string): string =>
  recipes.find((recipe) => recipe.id === id)?.title ?? id;
function taskTitle({ tasks }: PopularityResult, id: string): string {
  const task = tasks.find((one) => one.id === id);
  return task ? taskName(task) : id;
}

/** What text and charts choose from; not printed. */
function leadsTable(result: PopularityResult): Table {
  return {
    id: 'models.leads',
    title: 'The scores that the text speaks of',
    grain: 'One row per data set, split and role',
    columns: [
      tableColumn('task', 'Task', 'text'),
      tableColumn('task_title', 'Data', 'text'),
      tableColumn('split', 'Split', 'text'),
      tableColumn('split_title', 'Kept apart', 'text'),
      tableColumn('role', 'Role', 'text'),
      tableColumn('recipe_title', 'Learns from', 'text'),
      tableColumn('model_title', 'Model', 'text'),
      tableColumn('n', 'n', 'songs'),
      tableColumn('r2', 'R²', 'percent'),
      tableColumn('low', 'From', 'percent'),
      tableColumn('high', 'To', 'percent'),
      tableColumn('target_sd', 'Spread (SD)', 'index'),
      tableColumn('unit', 'Unit of the errors', 'text'),
      tableColumn('r2_finding', 'Finding on R²', 'text'),
      tableColumn('rmse_finding', 'Finding on the error', 'text'),
    ],
    rows: leadsOf(result).map(({ role, evaluation: one }) => [
      one.task,
      taskTitle(result, one.task),
      one.split,
      splitTitle(one.split),
      role,
      recipeTitle(result, one.recipe),
      one.title,
      one.n,
      ...cellsOf(one.r2, 100),
      one.targetSd,
      result.tasks.find(({ id }) => id === one.task)?.unit ?? '',
      scoreId('r2', one),
      scoreId('rmse', one),
    ]),
  };
}

/** Every believed score of one task. */
function taskTable(id: string, result: PopularityResult): Table {
  const task = result.tasks.find((one) => one.id === id);
  const unit = task ? errorUnit(task) : 'index';
  const recipes = result.recipes.map((recipe) => recipe.id);
  const place = (one: PopularityEvaluation): number =>
    100 * splitOrder(one.split) + (isBaseline(one) ? 0 : 1 + recipes.indexOf(one.recipe));
  const mine = believedEvaluations(result).filter((one) => one.task === id);
  const hasPeer = mine.some(({ peerR2 }) => peerR2 !== null);
  return {
    id: scoresTableId(id),
    title: `How well ${task?.target === 'popularity' ? 'popularity is' : 'streams are'} predicted, by what is kept apart: ${task ? taskName(task) : id}`,
    grain: 'One row per split, columns learned from and model',
    columns: [
      tableColumn('split', 'Kept apart', 'text'),
      tableColumn('recipe', 'Learns from', 'text'),
      tableColumn('model', 'Model', 'text'),
      tableColumn('n', 'Songs judged', 'songs'),
      tableColumn('r2', 'R²', 'percent'),
      tableColumn('low', 'From', 'percent'),
      tableColumn('high', 'To', 'percent'),
      tableColumn('rmse', 'Typical error (RMSE)', unit),
      tableColumn('mae', 'Mean error', unit),
      tableColumn('target_sd', 'Spread of the songs (SD)', unit),
      ...(hasPeer ? [tableColumn('peer', 'R² of LightGBM on the same data', 'percent')] : []),
    ],
    rows: [...mine]
      .sort((a, b) => place(a) - place(b))
      .map((one): readonly Cell[] => [
        splitTitle(one.split),
        isBaseline(one) ? null : recipeTitle(result, one.recipe),
        one.title,
        one.n,
        ...cellsOf(one.r2, 100),
        one.rmse.value,
        one.mae.value,
        one.targetSd,
        ...(hasPeer ? [one.peerR2 === null ? null : one.peerR2 * 100] : []),
      ]),
  };
}

/** Goals that were set before anything was measured; only where the data are those they were set for. */
function goalsTable(result: PopularityResult): Table {
  const judged = believedEvaluations(result).filter(({ met }) => met !== null);
  return {
    id: 'models.goals',
    title: 'Goals that were set beforehand',
    grain: 'One row per goal',
    columns: [
      tableColumn('task', 'Data', 'text'),
      tableColumn('split', 'Kept apart', 'text'),
      tableColumn('recipe', 'Learns from', 'text'),
      tableColumn('goal_r2', 'R², goal', 'percent'),
      tableColumn('r2', 'R²', 'percent'),
      tableColumn('low', 'From', 'percent'),
      tableColumn('gap', 'Beyond the goal (percentage points)', 'percentage-points'),
      tableColumn('goal_rmse', 'RMSE, goal', 'points'),
      tableColumn('rmse', 'RMSE', 'points'),
      tableColumn('high', 'To', 'points'),
      tableColumn('judged', 'Judged by', 'text'),
      tableColumn('met', 'Goal', 'text'),
    ],
    rows: judged.map((one) => [
      taskTitle(result, one.task),
      splitTitle(one.split),
      recipeTitle(result, one.recipe),
      one.goalR2 === null ? null : one.goalR2 * 100,
      ...cellsOf(one.r2, 100).slice(0, 2),
      one.goalR2 === null ? null : (one.r2.value - one.goalR2) * 100,
      one.goalRmse,
      one.goalRmse === null ? null : one.rmse.value,
      one.goalRmse === null ? null : one.rmse.high,
      one.goalJudged === 'worse-end' ? 'worse end of the interval' : 'estimate',
      one.met === true ? 'met' : 'not met',
    ]),
  };
}

/** The roadmap's bar, data set by data set: reached only where the worse end of an interval is past it. */
function barTable(result: PopularityResult): Table {
  const models = leadsOf(result).filter(
    ({ role, evaluation }) => role !== 'baseline' && evaluation.split === HONEST,
  );
  return {
    id: 'models.bar',
    title: 'The roadmap’s bar, songs kept whole',
    grain: 'One row per data set and columns learned from',
    columns: [
      tableColumn('task', 'Data', 'text'),
      tableColumn('recipe', 'Learns from', 'text'),
      tableColumn('r2', 'R²', 'percent'),
      tableColumn('low', 'Worse end', 'percent'),
      tableColumn('rmse', 'RMSE', 'points'),
      tableColumn('high', 'Worse end', 'points'),
      tableColumn('sd', 'Spread of the songs (SD)', 'points'),
      tableColumn('reached', 'Bar', 'text'),
    ],
    rows: models.map(({ evaluation: one }) => {
      const inPoints = isInPoints(one, result);
      return [
        taskTitle(result, one.task),
        recipeTitle(result, one.recipe),
        ...cellsOf(one.r2, 100).slice(0, 2),
        inPoints ? one.rmse.value : null,
        inPoints ? one.rmse.high : null,
        inPoints ? one.targetSd : null,
        barVerdict(one, inPoints),
      ];
    }),
  };
}

function isInPoints({ task }: PopularityEvaluation, { tasks }: PopularityResult): boolean {
  return tasks.some(({ id, target }) => id === task && target === 'popularity');
}

/** Whether the bar is reached; an error that always saying the mean would keep to as well is no feat. */
function barVerdict({ r2, rmse, targetSd }: PopularityEvaluation, inPoints: boolean): string {
  const byR2 = r2.low !== null && r2.low * 100 > BAR.r2;
  const byError = inPoints && rmse.high !== null && rmse.high < BAR.rmse;
  if (byR2) return byError ? 'met, by both' : 'met, by R²';
  if (byError) {
    return targetSd < BAR.rmse
      ? 'met, by the error, but the mean alone keeps to it too'
      : 'met, by the error';
  }
  const byEstimate = r2.value * 100 > BAR.r2 || (inPoints && rmse.value < BAR.rmse);
  return byEstimate ? 'not met: only the estimate is past it' : 'not met';
}

function refusedTable(result: PopularityResult): Table {
  return {
    id: 'models.refused',
    title: 'Scores that are kept back because a leak is suspected',
    grain: 'One row per failed check',
    columns: [
      tableColumn('task', 'Data', 'text'),
      tableColumn('recipe', 'Learns from', 'text'),
      tableColumn('split', 'Kept apart', 'text'),
      tableColumn('check', 'Check that failed', 'text'),
      tableColumn('reason', 'Why', 'text'),
    ],
    rows: refusalsOf(result).map(({ task, recipe, split, check, reason }) => [
      taskTitle(result, task),
      recipeTitle(result, recipe),
      splitTitle(split),
      check,
      reason,
    ]),
  };
}
