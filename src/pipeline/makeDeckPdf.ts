import { join } from 'node:path';
import type { Config } from '../config.js';
import { AppError } from '../errors.js';
import {
  describeMissingBrowser,
  exportDeck,
  figuresOnDisk,
  findBrowser,
  readTheme,
} from '../outputs/deck/index.js';
import type { OutputLayout } from '../outputs/layout.js';
import { hashOf, stampText } from '../outputs/stamp.js';
import { readIfPresent, writeAtomically } from '../outputs/writeOutputs.js';
import { lastStamp } from './presentOutputs.js';

/** A report that stands under a root. */
interface ReportPlace {
  readonly root: string;
  readonly layout: OutputLayout;
}

/** Whether the PDF is there and shows the deck as it stands. */
export function isPdfCurrent({ root, layout }: ReportPlace): boolean {
  const html = readIfPresent(join(root, layout.deckHtml));
  const pdf = readIfPresent(join(root, layout.deckPdf));
  return html !== null && pdf !== null && lastStamp(root, layout.stamp)?.deckPdfOf === hashOf(html);
}

/**
 * Makes the deck's PDF where a browser is found and the PDF does not show the current deck. A missing browser is no
 * failure: the HTML deck needs none.
 *
 * @returns one line that says what happened
 */
export async function makeDeckPdf(config: Config, place: ReportPlace): Promise<string> {
  const { root, layout } = place;
  if (isPdfCurrent(place)) return `${layout.deckPdf} shows the current deck.`;
  const browser = findBrowser(config.browser);
  if (browser.path === null) return `No PDF of the slides: ${describeMissingBrowser(browser)}.`;
  const deckPath = join(root, layout.deck);
  const deck = readIfPresent(deckPath);
  const html = readIfPresent(join(root, layout.deckHtml));
  const stamp = lastStamp(root, layout.stamp);
  if (deck === null || html === null || stamp === null) {
    throw new AppError('failed', `${layout.deck} is not there`, 'run `liner report --force`');
  }
  await exportDeck(deck.toString('utf8'), {
    format: 'pdf',
    readFigure: figuresOnDisk(deckPath),
    theme: readTheme(),
    browser,
    target: join(root, layout.deckPdf),
  });
  const marked = stampText({ ...stamp, deckPdfOf: hashOf(html) });
  writeAtomically(join(root, layout.stamp), Buffer.from(marked));
  return `${layout.deckPdf} was made with ${browser.path}.`;
}
