import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Marp } from '@marp-team/marp-core';
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import { TOGETHER } from '../../src/outputs/layout.js';
import type { OutputSet } from '../../src/outputs/outputSet.js';
import { renderOutputs } from '../../src/outputs/renderOutputs.js';
import { composeDataset } from '../../src/pipeline.js';
import { drawingsOf } from '../../src/pipeline/renderReport.js';
import { songsCsv, workplace } from './workplace.js';

/** Names that try to be more than text, each with what makes it recognisable in an output. */
const HOSTILE = [
  '<script>alert("pwned")</script>',
  '<img src=x onerror=alert(1)>',
  '](javascript:alert(1)) ![x](https://evil.example/p.png)',
  '--- # Slide of my own',
  '<!-- _class: lead --> <!-- paginate: false -->',
  '| a | b | `code` **bold** _it_ ~~no~~',
  '\u202eesrever\u202c \u200fmark',
  '😀 emoji 👩‍👩‍👧‍👦',
  '=HYPERLINK("https://evil.example","x")',
  '</svg><foreignObject><b>b</b></foreignObject>',
  `long ${'x'.repeat(5000)}`,
  'nul\u0000byte',
  '$\\LaTeX$ {{mustache}} %s ${HOME}',
] as const;

const GENRES = ['<script>alert("genre")</script>', '| pipe | ``` ---', 'plain'];
const SONGS_EACH = 9;

/** Songs of hostile artists and of as many harmless ones, in every column that can hold a name. */
function rows(makeName: (index: number) => string): Record<string, string | number>[] {
  return Array.from({ length: 2 * HOSTILE.length }, (_, artist) =>
    Array.from({ length: SONGS_EACH }, (__, song) => ({
      track_id: `id-${artist}-${song}`,
      track_name: `${makeName(artist)} no. ${song}`,
      artists: `${makeName(artist)} `,
      album_name: `Album ${makeName(artist)}`,
      genre: GENRES[(artist + song) % GENRES.length] ?? '',
      popularity: (artist * 37 + song * 11) % 101,
      streams: 1000 * (1 + ((artist * 53 + song * 17) % 97)),
      views: 500 * (1 + ((artist * 31 + song * 29) % 89)),
      likes: 10 * (1 + ((artist * 7 + song) % 41)),
      comments: 1 + ((artist + song) % 13),
      duration_ms: 120_000 + ((artist * 13 + song * 7919) % 200_000),
      release_date: `20${10 + ((artist + song) % 10)}-0${1 + (song % 9)}-1${artist % 9}`,
      explicit: (artist + song) % 2,
      danceability: ((artist * 19 + song * 23) % 100) / 100,
    })),
  ).flat();
}

const hostileName = (index: number): string => HOSTILE[index % HOSTILE.length] ?? '';
/** As many names, and one that is refused, without any mischief. */
const tameName = (index: number): string =>
  hostileName(index).includes('\u0000') ? 'nul\u0000byte' : `Artist ${index % HOSTILE.length}`;
const tame = workplace();
const wild = workplace();

/** The harmless report's documents, without its pictures: what the hostile one is compared with. */
let tameOutputs: OutputSet = new Map();
const tameText = (path: string): string => String(tameOutputs.get(path));

beforeAll(async () => {
  tame.write('songs.csv', songsCsv(rows(tameName)));
  wild.write('songs.csv', songsCsv(rows(hostileName)));
  for (const place of [tame, wild]) {
    expect((await place.liner('ingest', 'songs.csv', '--as-of', '2020-06-30')).code).toBe(0);
  }
  const made = await wild.liner('report', '--dataset', 'store', '--out', 'out');
  expect(made).toMatchObject({ code: 0, stderr: '' });
  const config = readConfig({ LINER_STORE_DIR: join(tame.path, 'store') }, tame.path);
  const report = await composeDataset(config, {
    dataset: 'store',
    seed: 1,
    songs: 1,
    asOf: null,
    out: null,
    force: false,
    now: () => new Date(0),
  });
  tameOutputs = renderOutputs(report, drawingsOf(report), new Map(), TOGETHER);
}, 120_000);

/** Markdown as a page; raw HTML is let through, as it is where the documents are read. */
function pageOf(markdown: string): Document {
  const marp = new Marp({ html: true, script: false, emoji: { unicode: false, shortcode: false } });
  return new JSDOM(marp.render(markdown).html).window.document;
}

function expectSameCounts(found: Document, expected: Document, tags: readonly string[]): void {
  const count = (page: Document) =>
    Object.fromEntries(tags.map((tag) => [tag, page.querySelectorAll(tag).length]));
  expect(count(found)).toEqual(count(expected));
}

describe('names that try to be more than text', () => {
  it('are all loaded but those that no text may hold', async () => {
    const letters = JSON.parse((await wild.liner('rejected', '--json')).stdout) as {
      reason: string;
      value: string;
    }[];
    for (const letter of letters) expect(letter.reason).toMatch(/characters|NUL|control/);
    const { rows: counts } = JSON.parse((await wild.liner('db', 'info', '--json')).stdout) as {
      rows: Record<string, number>;
    };
    expect((counts['songs'] ?? 0) + letters.length).toBe(2 * HOSTILE.length * SONGS_EACH);
  });

  it('are shown on a terminal without acting there', async () => {
    const { stdout } = await wild.liner('rejected');
    // eslint-disable-next-line no-control-regex -- these are what must not be there
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u202a-\u202e\u200e\u200f]/);
  });

  it('add no script, picture, frame or slide to the deck', () => {
    const { document } = new JSDOM(wild.read('out/deck.html')).window;
    expect(document.querySelectorAll('iframe, object, embed, [onerror], [onload]').length).toBe(0);
    for (const script of document.querySelectorAll('script')) {
      expect(script.textContent).not.toContain('pwned');
    }
    for (const linked of document.querySelectorAll('[src], [href]')) {
      const address = linked.getAttribute('src') ?? linked.getAttribute('href');
      expect(address).toMatch(/^(?:#|data:image\/)/);
    }
    const slides = tameText('deck.md').split(/^---$/m).length - 2;
    expect(document.querySelectorAll('svg[data-marpit-svg]').length).toBe(slides);
  });

  it('start no slide, comment, table or heading in the deck’s Markdown', () => {
    const [found, expected] = [wild.read('out/deck.md'), tameText('deck.md')].map(pageOf);
    if (!found || !expected) throw new Error('two decks');
    expectSameCounts(found, expected, ['section', 'h1', 'h2', 'table', 'img', 'script', 'li']);
    for (const style of ['lead', 'invert']) {
      expectSameCounts(found, expected, [`section.${style}`, `[data-class="${style}"]`]);
    }
  });

  it('open no tag, link, picture, heading or comment in INSIGHTS.md', () => {
    const [found, expected] = [wild.read('out/INSIGHTS.md'), tameText('INSIGHTS.md')].map(pageOf);
    if (!found || !expected) throw new Error('two pages');
    expectSameCounts(found, expected, ['script', 'h1', 'h2', 'h3', 'section', 'table', 'img']);
    for (const picture of found.querySelectorAll('img')) {
      expect(picture.getAttribute('src')).toMatch(/^figures\/[a-z-]+\.svg$/);
    }
    for (const link of found.querySelectorAll('a[href]')) {
      expect(link.getAttribute('href')).toMatch(/^#[a-z]/);
    }
    expect(found.body.textContent).toContain('<script>alert("genre")</script>');
    expect(wild.read('out/INSIGHTS.md')).not.toMatch(/[\u202a-\u202e\u200e\u200f]/);
  });

  it('stand as text in the pictures', () => {
    const folder = join(wild.path, 'out/figures');
    const pictures = readdirSync(folder);
    expect(pictures.length).toBeGreaterThan(3);
    for (const picture of pictures) {
      const svg = wild.read(`out/figures/${picture}`);
      const { document } = new JSDOM(svg, { contentType: 'image/svg+xml' }).window;
      expect(document.querySelector('parsererror, script, foreignObject, a')).toBeNull();
      for (const element of document.querySelectorAll('*')) {
        for (const { name, value } of element.attributes) {
          expect(`${name}=${value}`).not.toMatch(/^on|^(?:xlink:)?href=(?!#|data:)/i);
        }
      }
    }
  });
});
