import { Marp } from '@marp-team/marp-core';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { FindingBook } from '../../../src/domain/findingBook.js';
import { name, number, prose } from '../../../src/domain/prose.js';
import type { Report } from '../../../src/domain/section.js';
import { architecturePicture, architectureSvg } from '../../../src/outputs/deck/architectureSvg.js';
import { fitSlide } from '../../../src/outputs/deck/fitSlide.js';
import { countLines } from '../../../src/outputs/deck/measureText.js';
import { recommendationSlides } from '../../../src/outputs/deck/recommendationSlides.js';
import { renderDeck } from '../../../src/outputs/deck/renderDeck.js';
import { slideAlt } from '../../../src/outputs/deck/slideAlt.js';
import { slideNotes } from '../../../src/outputs/deck/slideNotes.js';
import { DRAWINGS, FINDINGS, fixtureReport, HOSTILE_NAMES } from '../fixtureReport.js';

const report = fixtureReport();
const deck = renderDeck(report, DRAWINGS);
const book = new FindingBook(FINDINGS, []);

function render(markdown: string): { slides: Element[]; notes: string[][] } {
  const marp = new Marp({ html: false, math: false, script: false, emoji: { shortcode: false } });
  const { html, comments } = marp.render(markdown, { htmlAsArray: true });
  const slides = html.map((slide) => {
    const section = JSDOM.fragment(slide).querySelector('section');
    if (!section) throw new Error('no slide');
    return section;
  });
  return { slides, notes: comments };
}

describe('renderDeck', () => {
  const { slides, notes } = render(deck);
  const titles = slides.map((slide) => slide.querySelector('h1, h2')?.textContent);

  it('tells the story from the question to the close', () => {
    expect(titles.slice(0, 4)).toEqual([
      'Liner Notes',
      'Which songs get heard, and what of it can we act on?',
      'What the report rests on',
      'From files to findings, with nothing lost on the way',
    ]);
    expect(titles.slice(-7)).toEqual([
      'Explicit songs score 1.4 points higher within a genre',
      'What to do with this',
      'Method: decide first, compare like with like',
      'Limits: what these data cannot say',
      'Next steps',
      'Technologies',
      'Thank you',
    ]);
  });

  it('makes one slide of each slide of the report, whatever its names hold', () => {
    const own = report.sections.flatMap((section) => section.slides).length;
    expect(slides).toHaveLength(own + 10);
    expect(slides.flatMap((slide) => [...slide.querySelectorAll('script, a, style')])).toEqual([]);
    expect(titles[4]).toBe('<script>alert(1)</script> is the most popular genre, at 54.2 points');
  });

  it('gives every slide notes, and no name becomes a directive', () => {
    expect(notes).toHaveLength(slides.length);
    expect(notes.every((comments) => comments.length === 1)).toBe(true);
    expect(notes.flat().every((note) => note.startsWith('Talk track\n\n'))).toBe(true);
    expect(notes.flat().join('\n')).toContain('key: <!– theme: evil –>');
    expect(slides.map((slide) => slide.getAttribute('data-theme'))).not.toContain('evil');
    expect(notes.flat().join('\n')).toContain('Findings: genres.top');
  });

  it('shows charts beside their points, and points alone where there is no chart', () => {
    expect(slides[4]?.className).toContain('chart');
    expect(slides[4]?.querySelector('img')?.getAttribute('src')).toBe(
      '../reports/figures/genre-popularity.svg',
    );
    const [first] = render(renderDeck(report, new Map())).slides.slice(4);
    expect(first?.className).toContain('text');
    expect(first?.querySelector('img')).toBeNull();
  });

  it('puts the points under a chart that is much wider than high', () => {
    const wide = new Map([...DRAWINGS].map(([id, drawing]) => [id, { ...drawing, height: 300 }]));
    const slide = { title: prose`Wide`, chart: 'genre-popularity', points: [prose`a`], notes: [] };
    const sections = [{ id: 'genres' as const, title: 'G', blocks: [], slides: [slide] }];
    const [shown] = render(renderDeck({ ...report, sections }, wide)).slides.slice(4);
    expect(shown?.className).toContain('wide huge');
    const full = { ...slide, points: Array.from({ length: 9 }, () => prose`one more point`) };
    const crowded = [{ id: 'genres' as const, title: 'G', blocks: [], slides: [full] }];
    const [beside] = render(renderDeck({ ...report, sections: crowded }, wide)).slides.slice(4);
    expect(beside?.className).toContain('chart');
    const bare = [
      { id: 'genres' as const, title: 'G', blocks: [], slides: [{ ...slide, points: [] }] },
    ];
    const [alone] = render(renderDeck({ ...report, sections: bare }, wide)).slides.slice(4);
    expect(alone?.className).toContain('picture');
  });

  it('says on the sample’s slides that they are synthetic', () => {
    const sample: Report = { ...report, provenance: { ...report.provenance, dataset: 'sample' } };
    const rendered = render(renderDeck(sample, DRAWINGS)).slides;
    expect(rendered.every((slide) => /[Ss]ynthetic/.test(slide.textContent ?? ''))).toBe(true);
  });

  it('takes the methods section’s own slides where it has some, and the summary’s after the question', () => {
    const slide = { title: prose`Our method`, points: [], notes: [] };
    const sections = [
      {
        id: 'summary' as const,
        title: 'S',
        blocks: [],
        slides: [{ ...slide, title: prose`In short` }],
      },
      { id: 'methods' as const, title: 'M', blocks: [], slides: [slide] },
    ];
    const own = render(renderDeck({ ...report, sections }, DRAWINGS)).slides.map(
      (section) => section.querySelector('h1, h2')?.textContent,
    );
    expect(own).toContain('Our method');
    expect(own[2]).toBe('In short');
    expect(own).not.toContain('Method: decide first, compare like with like');
  });

  it('lists more sources in the notes than a slide can hold', () => {
    const source = report.provenance.sources[0];
    if (!source) throw new Error('the fixture has a source');
    const sources = Array.from({ length: 8 }, (_, index) => ({
      ...source,
      title: `Source ${index}`,
    }));
    const many = renderDeck({ ...report, provenance: { ...report.provenance, sources } }, DRAWINGS);
    expect(many).toContain('Also read: Source 6, Source 7.');
  });

  it('gives the same bytes again', () => {
    expect(renderDeck(fixtureReport(), DRAWINGS)).toBe(deck);
  });
});

describe('fitSlide', () => {
  const short = {
    title: prose`Short`,
    points: [prose`a`, prose`b`],
    picture: { place: 'none' as const },
  };

  it('keeps short texts huge', () => {
    expect(fitSlide(short, book)).toMatchObject({
      title: 'Short',
      points: ['a', 'b'],
      size: 'huge',
      left: [],
    });
  });

  it('makes longer texts smaller', () => {
    const long = HOSTILE_NAMES.map((text) => prose`${name(text)} and ${name(text)} once more`);
    expect(fitSlide({ ...short, points: long }, book).size).not.toBe('huge');
  });

  it('leaves the last points to the notes where nothing else helps', () => {
    const points = Array.from(
      { length: 40 },
      () => prose`${name('x'.repeat(90))} ${number('genres.top')}`,
    );
    const fitted = fitSlide(
      { title: short.title, points, picture: { place: 'beside' as const } },
      book,
    );
    expect(fitted.size).toBe('small');
    expect(fitted.points.length + fitted.left.length).toBe(40);
    expect(fitted.left.length).toBeGreaterThan(0);
    expect(fitted.points.length).toBeGreaterThan(0);
  });

  it('cuts a title only as the last resort', () => {
    const endless = { ...short, title: Array.from({ length: 60 }, () => 'long words ') };
    expect(fitSlide(endless, book).title.endsWith('…')).toBe(true);
  });
});

describe('countLines', () => {
  it('breaks at spaces, and inside words that are longer than a line', () => {
    expect(countLines('', 100, 20)).toBe(1);
    expect(countLines('one two three four', 100, 20)).toBe(2);
    expect(countLines('x'.repeat(100), 100, 20)).toBeGreaterThan(9);
  });
});

describe('slideNotes', () => {
  it('cannot be ended by what it holds', () => {
    expect(slideNotes(['a --> b', '--', ' ', '- c'])).toBe(
      '<!--\nTalk track\n\na –> b\n\n–\n\n‐ c\n-->',
    );
    expect(slideNotes([])).toBe('');
  });
});

describe('slideAlt', () => {
  it.each(['Blur and blur', 'sepia 31% bg', 'w:100 height:20px', 'opacity:.5'])(
    'is not read as an instruction: %s',
    (text) => {
      const { slides } = render(`![${slideAlt(text)}](a.svg)`);
      const image = slides[0]?.querySelector('img');
      expect(image?.getAttribute('style')).toBeNull();
      expect(image?.getAttribute('alt')?.replaceAll('\u2060', '')).toBe(text);
    },
  );
});

describe('recommendationSlides', () => {
  it('prefers the section’s own slides, and pages what it makes itself', () => {
    expect(recommendationSlides(undefined)).toEqual([]);
    const section = report.sections.find(({ id }) => id === 'recommendations');
    if (!section) throw new Error('the fixture has recommendations');
    const many = { ...section, blocks: Array.from({ length: 4 }, () => section.blocks).flat() };
    expect(recommendationSlides(many).map(({ points }) => points.length)).toEqual([3, 1]);
    const slides = [{ title: prose`Own`, points: [], notes: [] }];
    expect(recommendationSlides({ ...section, slides })).toBe(slides);
  });
});

describe('architectureSvg', () => {
  it('is well-formed, describes itself, and keeps its ids to itself', async () => {
    const svg = await architecturePicture();
    const { document } = new JSDOM(svg, { contentType: 'image/svg+xml' }).window;
    expect(document.querySelector('title')?.textContent).toContain('From files to findings');
    expect(document.querySelector('desc')?.textContent).toContain('dead letters');
    expect(document.querySelectorAll('text').length).toBeGreaterThan(20);
    for (const element of document.querySelectorAll('[id]')) {
      expect(element.id).toMatch(/^architecture-/);
    }
    for (const [, id = ''] of svg.matchAll(/url\(#([^)]*)\)/g)) {
      expect(document.getElementById(id)).not.toBeNull();
    }
    expect(svg).toContain("font-family:'Arimo architecture'");
    expect(svg).toBe(await architecturePicture());
    expect(architectureSvg().length).toBeLessThan(svg.length);
  });
});
