import type { Prose } from '../domain/prose.js';
import type { Report, Section } from '../domain/section.js';

/** Sections whose slides each carry one result as their title. */
const RESULTS: readonly Section['id'][] = ['genres', 'artists', 'content', 'platforms'];

/**
 * The messages a reader should take away, in order of weight: the points of the summary, or where it has none, one message
 * from each result's slide.
 *
 * @param limit at most this many
 */
export function keyMessages(report: Report, limit = 6): readonly Prose[] {
  const summary = report.sections.find(({ id }) => id === 'summary');
  const listed =
    summary?.blocks.flatMap((block) => (block.kind === 'list' ? block.items : [])) ?? [];
  if (listed.length > 0) return listed.slice(0, limit);
  const points = summary?.slides.flatMap((slide) => slide.points) ?? [];
  if (points.length > 0) return points.slice(0, limit);
  return report.sections
    .filter(({ id }) => RESULTS.includes(id))
    .flatMap(({ slides }) => slides.map(({ title }) => title))
    .slice(0, limit);
}
