import type { Report } from '../domain/section.js';

/** Where each output stands, relative to the output root, with "/" between folders. */
export interface OutputLayout {
  readonly insights: string;
  readonly deck: string;
  readonly deckHtml: string;
  readonly deckPdf: string;
  readonly findings: string;
  readonly modelCard: string;
  readonly stamp: string;
  /** Folder of what models found and of saved models. */
  readonly models: string;
  /** Folder of the figures. */
  readonly figures: string;
  /** Folder of the figures as seen from INSIGHTS.md, the deck and the model card. */
  readonly figuresFromInsights: string;
  readonly figuresFromDeck: string;
  readonly figuresFromModelCard: string;
}

const PROJECT: OutputLayout = {
  insights: 'INSIGHTS.md',
  deck: 'slides/deck.md',
  deckHtml: 'slides/deck.html',
  deckPdf: 'slides/deck.pdf',
  findings: 'reports/findings.json',
  modelCard: 'reports/MODEL_CARD.md',
  stamp: 'reports/stamp.json',
  models: 'reports/models',
  figures: 'reports/figures',
  figuresFromInsights: 'reports/figures',
  figuresFromDeck: '../reports/figures',
  figuresFromModelCard: 'figures',
};

/**
 * The layout of a dataset's outputs. Only the public data's report is the project's own; those of the sample and of the
 * user's store stand together in a folder, so that they never overwrite it.
 *
 * @example
 * layoutFor('sample').insights; // "reports/sample/INSIGHTS.md"
 */
export function layoutFor(dataset: Report['provenance']['dataset']): OutputLayout {
  return dataset === 'public' ? PROJECT : togetherIn(`reports/${dataset}/`);
}

/** All outputs together in the output root: what `--out DIR` asks for. */
export const TOGETHER: OutputLayout = togetherIn('');

function togetherIn(prefix: string): OutputLayout {
  return {
    insights: `${prefix}INSIGHTS.md`,
    deck: `${prefix}deck.md`,
    deckHtml: `${prefix}deck.html`,
    deckPdf: `${prefix}deck.pdf`,
    findings: `${prefix}findings.json`,
    modelCard: `${prefix}MODEL_CARD.md`,
    stamp: `${prefix}stamp.json`,
    models: `${prefix}models`,
    figures: `${prefix}figures`,
    figuresFromInsights: 'figures',
    figuresFromDeck: 'figures',
    figuresFromModelCard: 'figures',
  };
}
