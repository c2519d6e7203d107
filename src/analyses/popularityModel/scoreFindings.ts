import type { Finding } from '../../domain/finding.js';
import type { Unit } from '../../domain/unit.js';
import type {
  PopularityEvaluation,
  PopularityResult,
  PopularityScore,
  PopularityTask,
} from '../../models/popularity/popularityResult.js';
import type { AnalysisContext } from '../analysis.js';
import { makeFinding } from '../makeFinding.js';
import { intervalOf } from '../scoreParts.js';
import { believedEvaluations, leadsOf, type Lead, type Role } from './believed.js';
import { gapId, HONEST, isBaseline, NAIVE, scoreId, splitTitle } from './modelNames.js';
import { baseOf, errorUnit, taskName, type Base } from './popularityBase.js';

const NAIVE_CAVEAT =
  'Versions of one song stand on both sides of this split, so the score is too good to be believed.';

/** Findings on all scores that may be believed, their distances to the goals, and what changes between splits and recipes. */
export function scoreFindings(result: PopularityResult, context: AnalysisContext): Finding[] {
  const leads = leadsOf(result);
  return result.tasks.flatMap((task) => {
    const base = baseOf(task, context);
    const mine = believedEvaluations(result).filter((one) => one.task === task.id);
    return [
      ...mine.flatMap((one) => [
        r2Finding(one, result, base),
        ...(leads.some(({ evaluation }) => evaluation === one)
          ? [rmseFinding(one, task, result, base)]
          : []),
        ...gapFindings(one, task, result, base),
      ]),
      ...differenceFindings(task, leads, base),
    ];
  });
}

function subjectOf(one: PopularityEvaluation, { recipes, tasks }: PopularityResult): string {
  const recipe = recipes.find(({ id }) => id === one.recipe)?.title ?? one.recipe;
  const task = tasks.find(({ id }) => id === one.task);
  const from = isBaseline(one) ? '' : ` from “${recipe}”`;
  return `${one.title}${from}, ${splitTitle(one.split).toLowerCase()}: ${task ? taskName(task) : one.task}`;
}

/** What every finding on one evaluation shares. */
function specOf(one: PopularityEvaluation, base: Base): Base & { n: number; clusteredBy: string } {
  const caveats = one.split === NAIVE ? [...(base.caveats ?? []), NAIVE_CAVEAT] : base.caveats;
  return { ...base, caveats, n: one.n, clusteredBy: 'what the split keeps together' };
}

function r2Finding(one: PopularityEvaluation, result: PopularityResult, base: Base): Finding {
  return makeFinding({
    ...specOf(one, base),
    id: scoreId('r2', one),
    label: `R² of ${subjectOf(one, result)}`,
    estimate: one.r2.value * 100,
    ci: intervalOf(one.r2, 100),
    unit: 'percent',
  });
}

function rmseFinding(
  one: PopularityEvaluation,
  task: PopularityTask,
  result: PopularityResult,
  base: Base,
): Finding {
  return makeFinding({
    ...specOf(one, base),
    id: scoreId('rmse', one),
    label: `typical error (RMSE) of ${subjectOf(one, result)}`,
    estimate: one.rmse.value,
    ci: intervalOf(one.rmse),
    unit: errorUnit(task),
  });
}

/** Stands in a gap's note where a goal is missed by the number that judges it. */
export const SHORT = 'short of the goal';

/** By how much a goal is passed; negative where it is missed. */
function gapFindings(
  one: PopularityEvaluation,
  task: PopularityTask,
  result: PopularityResult,
  base: Base,
): Finding[] {
  if (one.met === null) return [];
  const { r2, rmse, goalR2, goalRmse } = one;
  const subject = subjectOf(one, result);
  const gap = (
    measure: 'r2' | 'rmse',
    label: string,
    unit: Unit,
    past: PopularityScore,
  ): Finding => {
    const judged = one.goalJudged === 'worse-end' ? (past.low ?? past.value) : past.value;
    return makeFinding({
      ...specOf(one, base),
      id: gapId(measure, one),
      label: `${label}, ${subject}`,
      estimate: past.value,
      ci: intervalOf(past),
      unit,
      note: judged < 0 ? SHORT : 'goal reached',
    });
  };
  return [
    ...(goalR2 === null
      ? []
      : [gap('r2', 'R² beyond the goal', 'percentage-points', beyond(r2, goalR2, 100))]),
    ...(goalRmse === null
      ? []
      : [
          gap(
            'rmse',
            'typical error short of its limit',
            errorUnit(task),
            beyond(rmse, goalRmse, -1),
          ),
        ]),
  ];
}

/** How far a score lies beyond a goal, times a scale; a negative one turns its interval around. */
function beyond(
  { value, low, high }: PopularityScore,
  goal: number,
  scale: number,
): PopularityScore {
  const from = (end: number | null): number | null => (end === null ? null : (end - goal) * scale);
  const [left, right] = scale < 0 ? [high, low] : [low, high];
  return { value: (value - goal) * scale, low: from(left), high: from(right) };
}

/** What the naive split pretends, and what knowing the artist, the album and the time after release is worth. */
function differenceFindings(task: PopularityTask, leads: readonly Lead[], base: Base): Finding[] {
  const { id } = task;
  const find = (split: string, role: Role): PopularityEvaluation | undefined =>
    leads.find(
      ({ role: is, evaluation }) =>
        is === role && evaluation.task === id && evaluation.split === split,
    )?.evaluation;
  const honest = find(HONEST, 'all');
  const pairs: readonly [string, string, PopularityEvaluation | undefined, typeof honest][] = [
    [
      'naive',
      'R² that rows parted at random pretend beyond whole songs',
      find(NAIVE, 'all'),
      honest,
    ],
    ['after', 'R² that figures known only after release add', honest, find(HONEST, 'release')],
    ['album', 'R² that is lost where the whole album is new', honest, find('albums', 'all')],
    ['artist', 'R² that is lost where the artist is new', honest, find('artists', 'all')],
    ['model', 'R² beyond the baseline', honest, find(HONEST, 'baseline')],
  ];
  return pairs.flatMap(([what, label, more, less]) =>
    more && less
      ? [
          makeFinding({
            ...base,
            id: `models.${what}.${id}`,
            label: `${label}: ${taskName(task)}`,
            estimate: (more.r2.value - less.r2.value) * 100,
            unit: 'percentage-points',
            n: Math.min(more.n, less.n),
          }),
        ]
      : [],
  );
}
