import type { Finding } from '../../domain/finding.js';
import type { PopularityResult, PopularityTask } from '../../models/popularity/popularityResult.js';
import type { AnalysisContext } from '../analysis.js';
import { idPart } from '../idPart.js';
import { makeFinding } from '../makeFinding.js';
import { intervalOf } from '../scoreParts.js';
import { leadingTask, mayExplain } from './believed.js';
import { baseOf, errorUnit, type Base } from './popularityBase.js';

type Residual = PopularityResult['residuals'][number];

/** Groups that are compared; those of popularity itself differ by construction, for every model shrinks. */
const COMPARED: readonly Residual['kind'][] = [
  'genre',
  'artist_size',
  'decade',
  'popularity_decile',
];

/** Findings on what the leading model rests on, how far it can be taken at its word, and where it errs. */
export function explainFindings(result: PopularityResult, context: AnalysisContext): Finding[] {
  const task = leadingTask(result);
  if (task === null || !mayExplain(result)) return [];
  const base = baseOf(task, context);
  return [
    ...importanceFindings(result, task, base),
    ...calibrationFindings(result, task, base),
    ...COMPARED.flatMap((kind) => biasFindings(kind, result, task, base)),
    ...learningFindings(result, base),
    ...surrogateFindings(result, base),
  ];
}

function importanceFindings(
  { importance }: PopularityResult,
  { rows }: PopularityTask,
  base: Base,
): Finding[] {
  return importance.slice(0, 5).map(({ feature, title, drop }) =>
    makeFinding({
      ...base,
      id: `models.importance.${idPart(feature)}`,
      label: `R² that is lost where “${title}” no longer goes with its songs`,
      estimate: drop.value * 100,
      ci: intervalOf(drop, 100),
      unit: 'percentage-points',
      n: rows,
      clusteredBy: 'song',
    }),
  );
}

/** The bin of predictions that lies furthest from what was observed. */
function calibrationFindings(
  { calibration }: PopularityResult,
  task: PopularityTask,
  base: Base,
): Finding[] {
  const gap = (bin: PopularityResult['calibration'][number]): number =>
    bin.predicted - bin.observed;
  const [worst] = [...calibration].sort((a, b) => Math.abs(gap(b)) - Math.abs(gap(a)));
  if (!worst) return [];
  const observed = intervalOf(worst);
  return [
    makeFinding({
      ...base,
      id: 'models.calibration',
      label: 'prediction minus what was observed, in the tenth of songs where they differ most',
      estimate: gap(worst),
      ci: observed && {
        ...observed,
        low: worst.predicted - observed.high,
        high: worst.predicted - observed.low,
      },
      unit: errorUnit(task),
      n: worst.n,
      clusteredBy: 'song',
    }),
  ];
}

/** The group that is overrated most, and the one that is underrated most. */
function biasFindings(
  kind: Residual['kind'],
  result: PopularityResult,
  task: PopularityTask,
  base: Base,
): Finding[] {
  const { over, under } = extremes(result.residuals.filter((one) => one.kind === kind));
  const finding = (what: 'over' | 'under', group: Residual): Finding =>
    makeFinding({
      ...base,
      id: `models.bias.${kind}.${what}`,
      label: `mean of prediction minus popularity where it is ${what === 'over' ? 'highest' : 'lowest'}, “${group.group}”`,
      estimate: group.bias,
      ci: intervalOf(group),
      unit: errorUnit(task),
      n: group.n,
      clusteredBy: 'song',
    });
  return [...(over ? [finding('over', over)] : []), ...(under ? [finding('under', under)] : [])];
}

/** Of two or more groups, the one with the highest and the one with the lowest mean error. */
function extremes(groups: readonly Residual[]): { over?: Residual; under?: Residual } {
  if (groups.length < 2) return {};
  const sorted = [...groups].sort((a, b) => b.bias - a.bias);
  return { over: sorted[0], under: sorted.at(-1) };
}

/** What the last songs added: R² with all of them, less that with the share that comes nearest to half. */
function learningFindings({ learningCurve }: PopularityResult, base: Base): Finding[] {
  const all = learningCurve.at(-1);
  const rest = learningCurve.slice(0, -1);
  const [half] = [...rest].sort((a, b) => Math.abs(a.share - 0.5) - Math.abs(b.share - 0.5));
  if (!all || !half) return [];
  return [
    makeFinding({
      ...base,
      id: 'models.learning-share',
      label: 'part of the songs that learning from all of them is compared with',
      estimate: half.share * 100,
      unit: 'percent',
      n: half.rows,
    }),
    makeFinding({
      ...base,
      id: 'models.learning',
      label: 'R² that learning from all songs adds to learning from that part of them',
      estimate: (all.r2.value - half.r2.value) * 100,
      unit: 'percentage-points',
      n: all.rows,
    }),
  ];
}

function surrogateFindings({ surrogate }: PopularityResult, base: Base): Finding[] {
  const fidelity = surrogate?.fidelity ?? null;
  if (!surrogate || fidelity === null) return [];
  return [
    makeFinding({
      ...base,
      id: 'models.fidelity',
      label: 'share of the differences between the model’s predictions that the few rules give too',
      estimate: fidelity * 100,
      unit: 'percent',
      n: surrogate.source.judged,
    }),
  ];
}
