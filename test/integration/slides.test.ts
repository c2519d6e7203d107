import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/section.js';
import {
  deckHtml,
  exportDeck,
  figuresInSet,
  findBrowser,
  readTheme,
  renderDeck,
} from '../../src/outputs/deck/index.js';
import { renderOutputs } from '../../src/outputs/renderOutputs.js';
import { DRAWINGS, fixtureReport, PICTURES } from '../outputs/fixtureReport.js';
import { findSmallText } from './findSmallText.js';
import { findOverflow } from './findOverflow.js';

const search = findBrowser({ CHROME_PATH: process.env['CHROME_PATH'], PATH: process.env['PATH'] });
const COMMITTED = resolve('slides/deck.html');

/** Names that take as much room as names can. */
const WIDE_NAMES = [
  'W'.repeat(5000),
  '日本語のとても長い名前'.repeat(20),
  'Wwwwwwww Mmmmmmmm '.repeat(20),
  '👩‍🎤'.repeat(60),
  'ﷺ'.repeat(80),
  'l|'.repeat(300),
];

if (search.path === null) {
  console.warn(
    `slides in a browser: skipped, no browser (looked for ${search.lookedFor.join(', ')})`,
  );
}

describe.skipIf(search.path === null)('slides in a browser', () => {
  let browser: Browser;
  let page: Page;
  const folder = mkdtempSync(join(tmpdir(), 'liner-slides-test-'));

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: search.path ?? '',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
    });
    page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function overflowOf(report: Report): Promise<string[]> {
    const set = renderOutputs(report, DRAWINGS, PICTURES);
    const readFigure = figuresInSet(set, 'slides/deck.md');
    const html = await deckHtml(renderDeck(report, DRAWINGS), { readFigure, theme: readTheme() });
    const path = join(folder, 'deck.html');
    writeFileSync(path, html);
    return findOverflow(page, pathToFileURL(path).href);
  }

  it('shows hostile names without overflow', async () => {
    expect(await overflowOf(fixtureReport())).toEqual([]);
  }, 60_000);

  it('shows the widest names without overflow', async () => {
    expect(await overflowOf(fixtureReport(WIDE_NAMES))).toEqual([]);
  }, 60_000);

  it('would notice an overflow', async () => {
    const long = Array.from({ length: 30 }, () => '- too much text for one slide').join('\n');
    const markdown = `---\nmarp: true\ntheme: liner-notes\n---\n\n<!-- _class: text large -->\n\n## Long\n\n${long}\n`;
    const html = await deckHtml(markdown, { readFigure: () => null, theme: readTheme() });
    const path = join(folder, 'long.html');
    writeFileSync(path, html);
    expect(await findOverflow(page, pathToFileURL(path).href)).not.toEqual([]);
  }, 60_000);

  it.skipIf(!existsSync(COMMITTED))(
    'has no overflow in the committed deck',
    async () => {
      expect(await findOverflow(page, pathToFileURL(COMMITTED).href)).toEqual([]);
    },
    60_000,
  );

  it.skipIf(!existsSync(COMMITTED))(
    'has no small print in the pictures of the committed deck',
    async () => {
      expect(await findSmallText(page, pathToFileURL(COMMITTED).href)).toEqual([]);
    },
    60_000,
  );

  it('makes a PDF', async () => {
    const report = fixtureReport(['Pop']);
    const set = renderOutputs(report, DRAWINGS, PICTURES);
    const target = join(folder, 'deck.pdf');
    const markdown = renderDeck(report, DRAWINGS);
    const readFigure = figuresInSet(set, 'slides/deck.md');
    const options = {
      format: 'pdf' as const,
      readFigure,
      theme: readTheme(),
      browser: search,
      target,
    };
    expect(await exportDeck(markdown, options)).toEqual([target]);
    expect(statSync(target).size).toBeGreaterThan(10_000);
    expect(readFileSync(target, 'latin1').startsWith('%PDF-')).toBe(true);
  }, 120_000);
});
