import { Marp } from '@marp-team/marp-core';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { FindingBook } from '../../../src/domain/findingBook.js';
import { constant, name, number, prose, strong } from '../../../src/domain/prose.js';
import {
  cleanName,
  escapeHtml,
  escapeMarkdown,
  escapeSlide,
  proseToMarkdown,
  proseToPlain,
  truncate,
  unescapeMarkdown,
} from '../../../src/outputs/prose/index.js';
import { makeFinding } from '../../../src/analyses/makeFinding.js';
import type { FindingPart } from '../../../src/domain/prose.js';
import { partText } from '../../../src/outputs/prose/partText.js';
import { FINDINGS, HOSTILE_NAMES } from '../fixtureReport.js';
import fc from '../../fastCheck.js';

const book = new FindingBook(FINDINGS, []);

/** Every extension that could turn text into something else is on, as on GitHub or in a careless Marp set-up. */
const marp = new Marp({ html: true, math: false, emoji: { shortcode: true, unicode: false } });

/** As GitHub reads a document: the same, but words with a dot are no addresses. */
const github = new Marp({ html: true, math: false, emoji: { shortcode: true, unicode: false } });
(github.markdown as { linkify: { set(options: object): void } }).linkify.set({ fuzzyLink: false });

function render(markdown: string, reader = marp): Element {
  // The Markdown engine alone: packing themes anew for every name would take most of the time.
  // Something stands before it: at the very start, Marp takes "- a--" for front matter.
  const engine = reader.markdown as { render(source: string): string };
  const sections = JSDOM.fragment(engine.render(`First\n\n${markdown}`)).querySelectorAll(
    'section',
  );
  expect(sections).toHaveLength(1);
  const [section] = sections;
  if (!section) throw new Error('no slide was rendered');
  return section;
}

/** All elements with the names of their attributes: what a name must not change. */
function structure(element: Element): string[] {
  return [...element.querySelectorAll('*')].map(
    (child) =>
      `${child.tagName} ${[...child.attributes]
        .map(({ name: attribute }) => attribute)
        .sort()
        .join(' ')}`,
  );
}

const CONTEXTS: readonly [string, (text: string) => string][] = [
  ['a paragraph', (text) => `${text} leads`],
  ['the middle of a sentence', (text) => `Leads: ${text}, again`],
  ['a list item', (text) => `- ${text}`],
  ['a table cell', (text) => `| a | b |\n| --- | --- |\n| ${text} | x |`],
  ['a heading', (text) => `## ${text}`],
  ['a bold line', (text) => `**${text} leads**<br>\nx`],
];

const HOSTILE_CHARACTERS = [
  ...'<>*_`~$#|[]()!\\/:.@-+=&;%^{}"\' \t\n1a0',
  ...[
    'www.',
    'http',
    '://',
    '.com',
    '-->',
    '<!--',
    '&lt;',
    '&#60;',
    ':smile:',
    '---',
    '![',
    '](',
    '<b>',
  ],
  ...['é', '日', '👩‍🎤', '\u202e', '\u0000', '\u200b', '\u0301', 'م', '\ud800'],
];

const hostileName = fc
  .array(fc.constantFrom(...HOSTILE_CHARACTERS), { minLength: 1, maxLength: 14 })
  .map((parts) => parts.join(''));

describe.each([
  ['escapeMarkdown', escapeMarkdown, github],
  ['escapeSlide', escapeSlide, marp],
] as const)('%s', (_name, escape, reader) => {
  it.each(CONTEXTS)('shows any name as text in %s', (_context, place) => {
    const plain = structure(render(place('abc'), reader));
    fc.assert(
      fc.property(fc.oneof(hostileName, fc.string({ unit: 'grapheme' })), (raw) => {
        const clean = cleanName(raw);
        const element = render(place(escape(clean)), reader);
        expect(structure(element)).toEqual(plain);
        const shown = (element.textContent ?? '').replaceAll('\u2060', '').replace(/\s+/g, ' ');
        expect(shown).toContain(clean);
      }),
      { numRuns: 60, examples: [['ends #'], ['ends ##']] },
    );
  });

  it.each(HOSTILE_NAMES)('can be undone: %s', (raw) => {
    const clean = cleanName(raw);
    expect(unescapeMarkdown(escape(clean))).toBe(clean);
  });

  it('leaves ordinary names as they are', () => {
    for (const ordinary of [
      'Jay-Z',
      'Guns N’ Roses',
      'AC/DC',
      'R&B',
      'feat. Rihanna',
      'P!nk',
      '24kGoldn',
      '2.5 points',
    ]) {
      expect(escape(ordinary)).toBe(ordinary);
    }
  });
});

describe('escapeMarkdown and escapeSlide', () => {
  it('differ where only Marp makes links', () => {
    for (const text of ['Last.fm', '3:30 to 4:00', 'lastfm_2k', 'content.explicit', 'Title: x']) {
      expect(escapeMarkdown(text)).toBe(text);
    }
    expect(escapeSlide('Last.fm')).toBe('Last\\.fm');
    expect(escapeMarkdown('www.example.com')).toBe('www\\.example.com');
    expect(escapeMarkdown('https://a.b')).toBe('https\\:\\//a.b');
    expect(escapeMarkdown('_a_ a_b &amp; &c')).toBe('\\_a\\_ a_b \\&amp; &c');
  });
});

describe('cleanName', () => {
  it('makes one line without controls and overrides of direction', () => {
    expect(cleanName('Line\r\nbreak\t\u202Ex\u0000y\u2028z')).toBe('Line break xy z');
    expect(cleanName('\u200b\ufeff \n')).toBe('(no name)');
    expect(cleanName('a\ud800b')).toBe('a\ufffdb');
  });

  it('keeps emoji and scripts whole', () => {
    expect(cleanName('👩‍🎤 日本')).toBe('👩‍🎤 日本');
  });

  it('isolates names that run from right to left, so that numbers beside them keep their place', () => {
    expect(cleanName('فيروز')).toBe('\u2068فيروز\u2069');
  });

  it('limits marks that are piled on one letter', () => {
    expect(cleanName(`a${'\u0301'.repeat(50)}`)).toBe('a\u0301\u0301\u0301');
  });

  it('cuts long names with an ellipsis, not inside a character', () => {
    const long = cleanName('x'.repeat(5000));
    expect([...long]).toHaveLength(280);
    expect(long.endsWith('…')).toBe(true);
    expect(truncate('ab👩‍🎤cd', 4)).toBe('ab…');
    expect(truncate('abc', 3)).toBe('abc');
  });
});

describe('prose', () => {
  const text = prose`${name('<b>')} & ${strong(prose`rank ${number('genres.top')}`)} (${constant('95%')}: ${number('genres.top', 'interval')}; ${number('genres.top', 'n')}).`;

  it('renders as Markdown, HTML and plain text', () => {
    expect(proseToMarkdown(text, book)).toBe(
      '\\<b\\> & **rank 54.2 points** (95%: 52.1 to 56.4; 812 songs).',
    );
    expect(proseToPlain(text, book)).toBe('<b> & rank 54.2 points (95%: 52.1 to 56.4; 812 songs).');
  });

  it('shows every part of a finding', () => {
    const parts = [
      'estimate',
      'magnitude',
      'crude',
      'crude-magnitude',
      'p-adjusted',
      'smallest-effect',
    ] as const;
    const shown = parts.map((part) => proseToPlain([number('content.explicit', part)], book));
    expect(shown).toEqual([
      '1.4 points',
      '1.4 points',
      '6.1 points',
      '6.1 points',
      'p = 0.013',
      '1 point',
    ]);
  });

  it('shows signs, and differences in percent as multiples', () => {
    const video = makeFinding({
      ...FINDINGS[2],
      id: 'platforms.official',
      unit: 'percent',
      estimate: 611,
      ci: { low: 525, high: 708, level: 0.95 },
      crude: { estimate: 1141, ci: null },
    });
    const shown = (part: FindingPart): string => partText(video, part);
    expect(shown('times')).toBe('7.1');
    expect(shown('times-interval')).toBe('6.3 to 8.1');
    expect(shown('crude-times')).toBe('12.41');
    expect(partText({ ...video, ci: null }, 'times-interval')).toBe('not measured');
    expect(shown('signed')).toBe('+611%');
    expect(partText({ ...video, estimate: -46 }, 'signed')).toBe('−46%');
    expect(partText({ ...video, estimate: 0 }, 'signed')).toBe('0%');
  });

  it('says so where a number was not measured', () => {
    const parts = [
      'estimate',
      'signed',
      'times',
      'times-interval',
      'crude-times',
      'magnitude',
      'interval',
      'crude',
      'p-adjusted',
      'smallest-effect',
    ] as const;
    const shown = parts.map((part) => proseToPlain([number('artists.growth', part)], book));
    expect(new Set(shown)).toEqual(new Set(['not measured']));
  });

  it('refuses a number of a finding that does not exist', () => {
    expect(() => proseToPlain([number('nothing.here')], book)).toThrow('no finding "nothing.here"');
  });

  it('does not emphasise where asterisks would show', () => {
    expect(proseToMarkdown(['re', strong('mix')], book)).toBe('remix');
    expect(proseToMarkdown(['(', strong(' mix '), ')'], book)).toBe('( **mix** )');
  });
});

describe('escapeHtml', () => {
  it('escapes all that HTML reads', () => {
    expect(escapeHtml(`<a href="x" title='y'>&`)).toBe(
      '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;',
    );
  });
});
