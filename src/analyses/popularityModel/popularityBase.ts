import type { Interval } from '../../domain/testResult.js';
import type { Unit } from '../../domain/unit.js';
import type { PopularityScore, PopularityTask } from '../../models/popularity/popularityResult.js';
import { SONG_QUERIES } from '../adjusted/levelTable.js';
import type { AnalysisContext } from '../analysis.js';
import type { FindingSpec } from '../makeFinding.js';

/** What all findings on one task have in common. */
export type Base = Pick<
  FindingSpec,
  'section' | 'nUnit' | 'queries' | 'sources' | 'asOf' | 'caveats'
>;

/** Source, date and limits of a task. */
export function baseOf(task: PopularityTask | null, context: AnalysisContext): Base {
  const stamp = context.sources.find(({ source }) => source === task?.source);
  return {
    section: 'models',
    nUnit: 'songs',
    queries: SONG_QUERIES,
    sources: task === null ? [] : [task.source],
    asOf: task === null ? null : context.asOf(task.source),
    caveats: [
      ...(stamp ? [stamp.selection] : []),
      'Every prediction is out-of-fold: made by a model that saw neither the song nor what the split keeps with it.',
    ],
  };
}

/** A task as readers know it: what is predicted, and whose songs. */
export function taskName({ title, source }: Pick<PopularityTask, 'title' | 'source'>): string {
  return `${title}, ${source}`;
}

/** Unit of a task's errors. */
export function errorUnit({ target }: PopularityTask): Unit {
  return target === 'popularity' ? 'points' : 'index';
}

/** An interval, in `scale` times the unit of the score; null where there is none. */
export function intervalOf(
  { low, high }: Pick<PopularityScore, 'low' | 'high'>,
  scale = 1,
): Interval | null {
  return low === null || high === null
    ? null
    : { low: low * scale, high: high * scale, level: 0.95 };
}

/** A score and the ends of its interval as cells, in `scale` times its unit. */
export function cellsOf(
  { value, low, high }: PopularityScore,
  scale = 1,
): readonly [number, number | null, number | null] {
  return [value * scale, low === null ? null : low * scale, high === null ? null : high * scale];
}
