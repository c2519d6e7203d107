import { findingsIn } from '../../domain/prose.js';
import type { Recommendation } from '../../domain/section.js';
import { escapeMarkdown, proseToMarkdown } from '../prose/index.js';
import { cited, type InsightsContext } from './insightsContext.js';

/** Advice: what to do, what it can bring, what can go wrong, and the findings it rests on. */
export function renderRecommendation(
  recommendation: Recommendation,
  context: InsightsContext,
): string[] {
  const { book, links } = context;
  const { action, opportunity, risk, restsOn } = recommendation;
  const basis = restsOn.map(
    (id) => `${escapeMarkdown(book.finding(id).label)} (${links.link(id)})`,
  );
  const items = [
    `- **Opportunity.** ${cited(opportunity, context)}`,
    `- **Risk.** ${cited(risk, context)}`,
    ...(basis.length === 0 ? [] : [`- **Rests on** ${basis.join('; ')}.`]),
  ];
  return [
    // A heading has no full stop.
    `### ${proseToMarkdown(action, book).replace(/\.$/, '')}${links.cite(findingsIn(action))}`,
    items.join('\n'),
  ];
}
