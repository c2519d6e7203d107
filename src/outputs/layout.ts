import type { Report } from '../domain/section.js';

/** Where each output stands, relative to the output root, with "/" between folders. */
export interface OutputLayout {
  readonly insights: string;
  readonly deck: string;
  readonly deckHtml: string;
  readonly deckPdf: string;
  readonly findings: string;
  readonly stamp: string;
  /** Folder of the figures. */
  readonly figures: string;
  /** Folder of the figures as seen from INSIGHTS.md and from the deck. */
  readonly figuresFromInsights: string;
  readonly figuresFromDeck: string;
}

const PROJECT: OutputLayout = {
  insights: 'INSIGHTS.md',
  deck: 'slides/deck.md',
  deckHtml: 'slides/deck.html',
  deckPdf: 'slides/deck.pdf',
  findings: 'reports/findings.json',
  stamp: 'reports/stamp.json',
  figures: 'reports/figures',
  figuresFromInsights: 'reports/figures',
  figuresFromDeck: '../reports/figures',
};

/**
 * The layout of a dataset's outputs. The sample's stand together under `reports/sample/`, so that they never overwrite
 * the report on real data.
 *
 * @example
 * layoutFor('sample').insights; // "reports/sample/INSIGHTS.md"
 */
export function layoutFor(dataset: Report['provenance']['dataset']): OutputLayout {
  return dataset === 'sample' ? togetherIn('reports/sample') : PROJECT;
}

function togetherIn(folder: string): OutputLayout {
  return {
    insights: `${folder}/INSIGHTS.md`,
    deck: `${folder}/deck.md`,
    deckHtml: `${folder}/deck.html`,
    deckPdf: `${folder}/deck.pdf`,
    findings: `${folder}/findings.json`,
    stamp: `${folder}/stamp.json`,
    figures: `${folder}/figures`,
    figuresFromInsights: 'figures',
    figuresFromDeck: 'figures',
  };
}
