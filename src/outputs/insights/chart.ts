import { findingsIn } from '../../domain/prose.js';
import { proseToMarkdown, proseToPlain, escapeMarkdown } from '../prose/index.js';
import type { InsightsContext } from './insightsContext.js';

/**
 * A chart: its message as a bold line, the picture under it with its alternative text, and links to all findings
 * that either of the two names. Nothing where the chart had nothing to draw.
 */
export function renderChart(id: string, context: InsightsContext): string[] {
  const { drawings, book, links, figures } = context;
  const drawing = drawings.get(id);
  if (!drawing) return [];
  const message = proseToMarkdown(drawing.title, book);
  const alt = escapeMarkdown(proseToPlain(drawing.alt, book));
  const ids = [...new Set([...findingsIn(drawing.title), ...findingsIn(drawing.alt)])];
  return [`**${message}**${links.cite(ids)}<br>\n![${alt}](${figures}/${id}.svg)`];
}
