import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import {
  deckHtml,
  describeMissingBrowser,
  exportDeck,
  figuresInSet,
  figuresOnDisk,
  findBrowser,
  readTheme,
  renderDeck,
} from '../../../src/outputs/deck/index.js';
import { copyFigures, inlineFigures } from '../../../src/outputs/deck/inlineFigures.js';
import { runMarp, withTemporaryFolder } from '../../../src/outputs/deck/marpCli.js';
import { openBrowser, openCommand } from '../../../src/outputs/deck/openBrowser.js';
import { renderOutputs } from '../../../src/outputs/renderOutputs.js';
import { DRAWINGS, fixtureReport, HOSTILE_NAMES, PICTURES } from '../fixtureReport.js';

const report = fixtureReport();

describe('deckHtml', () => {
  it('is one file with all figures, the theme, the font and the notes, and the same bytes each time', async () => {
    const set = renderOutputs(report, DRAWINGS, PICTURES);
    const options = { readFigure: figuresInSet(set, 'slides/deck.md'), theme: readTheme() };
    const markdown = renderDeck(report, DRAWINGS);
    const [html, again] = [await deckHtml(markdown, options), await deckHtml(markdown, options)];
    expect(again).toBe(html);
    const { document } = new JSDOM(html).window;
    const images = [...document.querySelectorAll('img')].map(
      (image) => image.getAttribute('src') ?? '',
    );
    expect(images.length).toBeGreaterThan(1);
    expect(images.every((source) => source.startsWith('data:image/svg+xml;base64,'))).toBe(true);
    expect(html).toContain('@font-face');
    expect(html).toContain('bespoke-marp-presenter');
    expect(document.documentElement.getAttribute('lang')).toBe('en');
    const outside = [...document.querySelectorAll('link[href], script[src], img[src^="http"]')];
    expect(outside.map((element) => element.outerHTML)).toEqual([]);
    expect([...document.querySelectorAll('section script, section a, section iframe')]).toEqual([]);
    const notes = [...document.querySelectorAll('.bespoke-marp-note')].map(
      (note) => note.textContent,
    );
    expect(notes.join('\n')).toContain(`Say: ${HOSTILE_NAMES[0] ?? ''}`);
  }, 30_000);

  it('refuses a theme that is not the deck’s, which Marp would replace without a word', async () => {
    const other = deckHtml('# x', { readFigure: () => null, theme: '/* @theme other */' });
    await expect(other).rejects.toThrow('must hold the comment "@theme liner-notes"');
  });

  it('says what Marp had to say', async () => {
    const run = await withTemporaryFolder((folder) => runMarp(folder, readTheme(), ['absent.md']));
    expect(run.log).toContain('Usage');
  }, 30_000);
});

describe('figures of a deck', () => {
  it('are put in as data, and left alone where they are absent', () => {
    const html =
      '<img alt="a" src="figures/a%20b.svg"><img src="gone.svg"><img src="https://x/y.svg">';
    const inlined = inlineFigures(html, (address) =>
      address === 'figures/a b.svg' ? '<svg/>' : null,
    );
    expect(inlined).toBe(
      '<img alt="a" src="data:image/svg+xml;base64,PHN2Zy8+"><img src="gone.svg"><img src="https://x/y.svg">',
    );
  });

  it('are copied beside a deck for the browser', () => {
    const folder = mkdtempSync(join(tmpdir(), 'liner-figures-'));
    const markdown = '![a \\] b](../x/a.svg)\n\n![b](gone.svg)\n\nsee (c.svg)';
    const copied = copyFigures(
      markdown,
      (address) => (address === '../x/a.svg' ? '<svg/>' : null),
      folder,
    );
    expect(copied).toBe('![a \\] b](figure-1.svg)\n\n![b](gone.svg)\n\nsee (c.svg)');
    expect(figuresOnDisk(join(folder, 'deck.md'))('figure-1.svg')).toBe('<svg/>');
    expect(figuresOnDisk(join(folder, 'deck.md'))('figure-2.svg')).toBeNull();
    rmSync(folder, { recursive: true });
  });

  it('are found in a set by their address in the deck', () => {
    const set = new Map([['reports/figures/a.svg', '<svg/>']]);
    expect(figuresInSet(set, 'slides/deck.md')('../reports/figures/a.svg')).toBe('<svg/>');
    expect(figuresInSet(set, 'slides/deck.md')('a.svg')).toBeNull();
  });
});

describe('findBrowser', () => {
  it('takes the one that is named, and refuses a name that cannot be run', () => {
    expect(findBrowser({ CHROME_PATH: '/x/chrome' }, () => true).path).toBe('/x/chrome');
    expect(() => findBrowser({ CHROME_PATH: '/x/chrome' }, () => false)).toThrow(
      'CHROME_PATH must name a browser that can be run, got "/x/chrome"',
    );
  });

  it('searches the PATH, and says what it looked for', () => {
    const chrome = join('/opt/bin', 'google-chrome');
    expect(findBrowser({ PATH: '/bin:/opt/bin' }, (path) => path === chrome).path).toBe(chrome);
    const nothing = findBrowser({ PATH: '/nowhere' }, () => false);
    expect(nothing.path).toBeNull();
    expect(describeMissingBrowser(nothing)).toContain('chromium, chromium-browser, google-chrome');
    expect(describeMissingBrowser(nothing)).toContain('set CHROME_PATH');
  });

  it('does not take a file that cannot be run', () => {
    const folder = mkdtempSync(join(tmpdir(), 'liner-browser-'));
    writeFileSync(join(folder, 'chromium'), '', { mode: 0o644 });
    expect(findBrowser({ PATH: folder }).path).not.toBe(join(folder, 'chromium'));
    rmSync(folder, { recursive: true });
  });
});

describe('exportDeck', () => {
  it('refuses without a browser, and says what was looked for', async () => {
    const browser = findBrowser({ PATH: '' }, () => false);
    const options = {
      format: 'pdf' as const,
      readFigure: () => null,
      theme: '',
      browser,
      target: 'x.pdf',
    };
    await expect(exportDeck('# x', options)).rejects.toThrow(
      /cannot make pdf: no browser was found \(looked for CHROME_PATH, chromium/,
    );
  });
});

describe('exportDeck with a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liner-export-'));
  const browser = findBrowser({ CHROME_PATH: '/x/chrome' }, () => true);
  const base = { readFigure: () => '<svg/>', theme: readTheme(), browser };

  it('puts one file, or numbered pictures, in their place', async () => {
    const seen: string[][] = [];
    const run = (work: string, _theme: string, args: readonly string[]) => {
      seen.push([...args]);
      const names = args.includes('--images') ? ['out.001.png', 'out.002.png'] : ['out.pptx'];
      for (const name of names) writeFileSync(join(work, name), name);
      return Promise.resolve({ exitCode: 0, log: '' });
    };
    const pptx = { ...base, run, format: 'pptx' as const, target: join(folder, 'a', 'deck.pptx') };
    expect(await exportDeck('# x', pptx)).toEqual([join(folder, 'a', 'deck.pptx')]);
    const images = { ...base, run, format: 'images' as const, target: join(folder, 'deck.png') };
    expect(await exportDeck('# x', images)).toEqual([
      join(folder, 'deck.001.png'),
      join(folder, 'deck.002.png'),
    ]);
    expect(seen[0]).toEqual(expect.arrayContaining(['--pptx', '--browser-path', '/x/chrome']));
  });

  it('tells what went wrong and how to go on', async () => {
    const run = () => Promise.resolve({ exitCode: 1, log: 'no sandbox' });
    const failed = exportDeck('# x', {
      ...base,
      run,
      format: 'pdf',
      target: join(folder, 'deck.pdf'),
    });
    await expect(failed).rejects.toMatchObject({
      code: 'failed',
      message: 'cannot make pdf: no sandbox',
      hint: expect.stringContaining('CHROME_NO_SANDBOX=1') as string,
    });
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('readTheme', () => {
  it('is the one of the package, or says that it is gone', () => {
    expect(readTheme()).toContain('@theme liner-notes');
    expect(() => readTheme('/nowhere/theme.css')).toThrow('cannot read the theme of the slides');
  });
});

describe('openBrowser', () => {
  it('has a command for every platform', () => {
    expect(openCommand('darwin', 'u')).toEqual(['open', ['u']]);
    expect(openCommand('win32', 'u')[0]).toBe('cmd');
    expect(openCommand('linux', 'u')).toEqual(['xdg-open', ['u']]);
  });

  it('tells where it could not', async () => {
    const message = await new Promise<string>((told) => {
      openBrowser('http://127.0.0.1:1/', told, process.platform === 'win32' ? 'linux' : 'win32');
    });
    expect(message).toContain('open http://127.0.0.1:1/ yourself');
  });
});
