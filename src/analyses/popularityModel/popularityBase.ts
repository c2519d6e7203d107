import type { Unit } from '../../domain/unit.js';
import type { PopularityTask } from '../../models/popularity/popularityResult.js';
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
