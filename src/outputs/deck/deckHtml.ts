import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../errors.js';
import { deckFonts } from './deckFonts.js';
import { inlineFigures } from './inlineFigures.js';
import { THEME } from './renderDeck.js';
import { runMarp, withTemporaryFolder } from './marpCli.js';

export interface DeckHtmlOptions {
  /** SVG text of a figure by its address in the deck, or null where there is none. */
  readonly readFigure: (address: string) => string | null;
  /** CSS of the theme that the deck names. */
  readonly theme: string;
}

/**
 * The deck as one HTML file that needs nothing else: slides with keyboard and touch navigation, an overview ("o"), and
 * a presenter view with notes ("p"). No browser is needed to make it, and the same deck gives the same bytes.
 *
 * @throws AppError `configuration` where the theme is not the deck's, `failed` where Marp cannot render the deck
 */
export async function deckHtml(
  markdown: string,
  { readFigure, theme }: DeckHtmlOptions,
): Promise<string> {
  checkTheme(theme);
  const styled = `${theme}\n${await deckFonts(markdown)}\n`;
  const html = await withTemporaryFolder(async (folder) => {
    const [deck, output] = [join(folder, 'deck.md'), join(folder, 'deck.html')];
    writeFileSync(deck, markdown);
    const { exitCode, log } = await runMarp(folder, styled, ['-o', output, deck]);
    // marp-cli ends with 0 where it found nothing to convert.
    if (exitCode !== 0 || !existsSync(output)) {
      throw new AppError('failed', `cannot render the slides: ${log}`);
    }
    return readFileSync(output, 'utf8');
  });
  return inlineFigures(html, readFigure);
}

/** Marp falls back to a theme of its own without a word where it does not know the name. */
function checkTheme(theme: string): void {
  if (new RegExp(`@theme\\s+${THEME}\\b`).test(theme)) return;
  throw new AppError(
    'configuration',
    `the theme of the slides must hold the comment "@theme ${THEME}"`,
    'put /* @theme ' + THEME + ' */ in its first line',
  );
}
