import type { Report } from '../domain/section.js';
import { ARCHITECTURE_FIGURE, architectureSvg } from './deck/architectureSvg.js';
import { renderDeck } from './deck/renderDeck.js';
import type { Drawings, Pictures } from './drawings.js';
import { findingsJson } from './findings/index.js';
import { renderInsights } from './insights/index.js';
import { layoutFor, type OutputLayout } from './layout.js';
import { renderModelCard } from './modelCard/renderModelCard.js';
import type { OutputSet } from './outputSet.js';

/**
 * All text outputs of a report but the deck's HTML and PDF, which are made from the deck (see `deckHtml`,
 * `exportDeck`).
 *
 * @param pictures SVG text of every drawing, by chart id, and of the architecture where its font is embedded
 */
export function renderOutputs(
  report: Report,
  drawings: Drawings,
  pictures: Pictures,
  layout: OutputLayout = layoutFor(report.provenance.dataset),
): OutputSet {
  const figures = [...pictures].map(
    ([id, svg]) => [`${layout.figures}/${id}.svg`, svg] as [string, string],
  );
  return new Map<string, string>([
    [layout.insights, renderInsights(report, drawings, { figures: layout.figuresFromInsights })],
    [layout.deck, renderDeck(report, drawings, { figures: layout.figuresFromDeck })],
    [layout.findings, findingsJson(report)],
    [layout.modelCard, renderModelCard(report, drawings, { figures: layout.figuresFromModelCard })],
    [`${layout.figures}/${ARCHITECTURE_FIGURE}.svg`, architectureSvg()],
    ...figures,
  ]);
}
