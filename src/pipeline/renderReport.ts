import { join } from 'node:path';
import { buildDrawings } from '../charts/index.js';
import { FindingBook } from '../domain/findingBook.js';
import type { Report } from '../domain/section.js';
import {
  ARCHITECTURE_FIGURE,
  architecturePicture,
  deckHtml,
  figuresInSet,
  readTheme,
} from '../outputs/deck/index.js';
import type { Drawings } from '../outputs/drawings.js';
import type { OutputLayout } from '../outputs/layout.js';
import type { OutputSet } from '../outputs/outputSet.js';
import { renderOutputs } from '../outputs/renderOutputs.js';
import { drawFigures } from './drawFigures.js';

export interface RenderOptions {
  readonly layout: OutputLayout;
  /** Folder of caches, or null to draw everything. */
  readonly cacheDir: string | null;
  readonly onStep?: (label: string, done: number, total: number) => void;
}

/** Every chart for which the report holds data, by id. */
export function drawingsOf(report: Report): Drawings {
  const book = new FindingBook(report.findings, report.tables);
  return new Map(buildDrawings(book).map(({ chart, drawing }) => [chart.id, drawing]));
}

/** Renders a report into all its text outputs: INSIGHTS.md, figures, deck, findings. Writes nothing. */
export async function renderReport(report: Report, options: RenderOptions): Promise<OutputSet> {
  const book = new FindingBook(report.findings, report.tables);
  const drawings = drawingsOf(report);
  const pictures = await drawFigures(drawings, book, {
    cacheDir: options.cacheDir === null ? null : join(options.cacheDir, 'figures'),
    onStep: options.onStep,
  });
  const { layout } = options;
  const all = new Map([...pictures, [ARCHITECTURE_FIGURE, await architecturePicture()]]);
  const outputs = renderOutputs(report, drawings, all, layout);
  const deck = outputs.get(layout.deck);
  if (typeof deck !== 'string') throw new Error('the deck is missing from the outputs');
  const html = await deckHtml(deck, {
    readFigure: figuresInSet(outputs, layout.deck),
    theme: readTheme(),
  });
  return new Map([...outputs, [layout.deckHtml, html]]);
}
