import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../errors.js';
import { writeAtomically } from '../writeOutputs.js';
import { deckFonts } from './deckFonts.js';
import { copyFigures } from './inlineFigures.js';
import { describeMissingBrowser, type BrowserSearch } from './findBrowser.js';
import { runMarp, withTemporaryFolder } from './marpCli.js';

/** What a browser can make of a deck. */
export const EXPORT_FORMATS = ['pdf', 'pptx', 'images'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportOptions {
  readonly format: ExportFormat;
  /** SVG text of a figure by its address in the deck, or null where there is none. */
  readonly readFigure: (address: string) => string | null;
  readonly theme: string;
  /** Result of `findBrowser`. */
  readonly browser: BrowserSearch;
  /** Where to write; images get numbers before their ending: `deck.001.png`. */
  readonly target: string;
  /** How marp-cli is run; given by tests. */
  readonly run?: typeof runMarp;
}

const ARGUMENTS: Readonly<Record<ExportFormat, readonly string[]>> = {
  pdf: ['--pdf', '--pdf-outlines', '--pdf-outlines.pages=false'],
  pptx: ['--pptx'],
  images: ['--images', 'png', '--image-scale', '1.5'],
};

const EXTENSIONS: Readonly<Record<ExportFormat, string>> = {
  pdf: 'pdf',
  pptx: 'pptx',
  images: 'png',
};

/** How long a browser may take for one step, in seconds; large decks on slow machines need more than the default. */
const BROWSER_TIMEOUT = '120';

/**
 * Makes a PDF, a PowerPoint file or one picture per slide with marp-cli and a browser.
 *
 * @returns paths of the files that were written
 * @throws AppError `configuration` where no browser was found, `failed` where the export went wrong
 */
export async function exportDeck(markdown: string, options: ExportOptions): Promise<string[]> {
  const { browser, format, readFigure, target } = options;
  if (browser.path === null) {
    const [message = '', hint] = describeMissingBrowser(browser).split('; ');
    throw new AppError('configuration', `cannot make ${format}: ${message}`, hint);
  }
  const styled = `${options.theme}\n${await deckFonts(markdown)}\n`;
  return withTemporaryFolder(async (folder) => {
    const deck = join(folder, 'deck.md');
    writeFileSync(deck, copyFigures(markdown, readFigure, folder));
    const output = join(folder, `out.${EXTENSIONS[format]}`);
    const ended = await (options.run ?? runMarp)(folder, styled, [
      ...ARGUMENTS[format],
      '--allow-local-files',
      '--browser',
      'chrome',
      '--browser-path',
      browser.path ?? '',
      '--browser-timeout',
      BROWSER_TIMEOUT,
      '-o',
      output,
      deck,
    ]);
    const made = readdirSync(folder)
      .filter((name) => name.startsWith('out.'))
      .sort();
    if (ended.exitCode !== 0 || made.length === 0) throw exportError(format, ended.log);
    return made.map((name) => place(join(folder, name), target, name));
  });
}

function exportError(format: ExportFormat, log: string): AppError {
  return new AppError(
    'failed',
    `cannot make ${format}: ${log}`,
    'in a container without user namespaces set CHROME_NO_SANDBOX=1; another browser can be named by CHROME_PATH',
  );
}

/** Puts a made file in its place: `out.pdf` → the target, `out.003.png` → `deck.003.png` beside it. */
function place(made: string, target: string, name: string): string {
  const number = /^out\.(\d+)\.png$/.exec(name)?.[1];
  const stem = basename(target).replace(/\.[^.]*$/, '');
  const path = number === undefined ? target : join(dirname(target), `${stem}.${number}.png`);
  mkdirSync(dirname(path), { recursive: true });
  writeAtomically(path, readFileSync(made));
  return path;
}
