import { makeFinding, notEnoughData } from '../../src/analyses/makeFinding.js';
import type { Drawing } from '../../src/charts/chart.js';
import type { Finding } from '../../src/domain/finding.js';
import { constant, name, number, prose, strong } from '../../src/domain/prose.js';
import type { Report, Section } from '../../src/domain/section.js';
import type { DataTable } from '../../src/domain/table.js';
import type { Drawings, Pictures } from '../../src/outputs/drawings.js';

/** Names that try to be markup, as a catalogue may hold them. */
export const HOSTILE_NAMES: readonly string[] = [
  '<script>alert(1)</script>',
  '![x](https://example.com/a.png)',
  '--- | --- |',
  '`code` **bold** _em_ ~~gone~~',
  '# Heading',
  '1. First :smile: $x^2$ @someone https://example.com www.example.com a@b.com',
  '<!-- theme: evil -->',
  'Line\nbreak\u202Eright to left\u0000',
  '&lt;b&gt; &amp; [link](javascript:alert(1)) \\ "quoted" \'single\'',
  'x'.repeat(5000),
];

const ci = (low: number, high: number): { low: number; high: number; level: number } => ({
  low,
  high,
  level: 0.95,
});

const base = { queries: ['song-popularity'], sources: ['demo'], n: 4210, nUnit: 'songs' } as const;

export const FINDINGS: readonly Finding[] = [
  makeFinding({
    ...base,
    id: 'data.songs',
    section: 'data',
    label: 'songs in the store',
    estimate: 4210,
    unit: 'songs',
    queries: ['row-counts'],
  }),
  makeFinding({
    ...base,
    id: 'genres.top',
    section: 'genres',
    label: 'popularity of the leading genre',
    estimate: 54.23,
    unit: 'points',
    ci: ci(52.1, 56.4),
    n: 812,
    kind: 'exploratory',
  }),
  makeFinding({
    ...base,
    id: 'content.explicit',
    section: 'content',
    label: 'explicit against clean songs',
    kind: 'confirmatory',
    estimate: 1.374,
    unit: 'points',
    ci: ci(0.42, 2.31),
    crude: { estimate: 6.12, ci: ci(5.1, 7.2) },
    adjustedFor: ['genre', 'release year'],
    clusteredBy: 'artist',
    test: {
      method: 'least squares with cluster-robust errors (CR2)',
      statistic: { name: 't', value: 2.8543 },
      df: 812.4,
      p: 0.00443,
      pAdjusted: 0.0132,
    },
    effect: {
      name: "Hedges' g",
      value: 0.071,
      ci: ci(0.02, 0.12),
      label: 'negligible',
      rule: 'Cohen (1988): 0.2, 0.5, 0.8',
    },
    hypothesis: 'Explicit songs are more popular than clean ones.',
    smallestEffect: 1,
    verdict: 'supported',
    asOf: '2020-12-31',
    caveats: ['Playlist tracks are not all songs.'],
  }),
  makeFinding({
    ...base,
    id: 'content.duration',
    section: 'content',
    label: 'popularity by length',
    kind: 'confirmatory',
    estimate: -0.02,
    unit: 'correlation',
    ci: ci(-0.06, 0.02),
    test: {
      method: 'Spearman',
      statistic: { name: 'rho', value: -0.02 },
      df: null,
      p: 0.31,
      pAdjusted: 0.31,
    },
    smallestEffect: 0.1,
    verdict: 'too-small',
  }),
  makeFinding({
    ...base,
    id: 'platforms.streams',
    section: 'platforms',
    label: 'streams of the leading song',
    estimate: 3_386_520_288,
    unit: 'streams',
    n: 1,
  }),
  notEnoughData(
    {
      id: 'artists.growth',
      section: 'artists',
      label: 'growth of artists',
      unit: 'percent',
      nUnit: 'artists',
    },
    0,
    30,
  ),
];

export const TABLES: readonly DataTable[] = [
  {
    id: 'genres.popularity',
    title: 'Genres by popularity',
    columns: [
      { id: 'genre', title: 'Genre', unit: 'text' },
      { id: 'popularity', title: 'Popularity (mean)', unit: 'points' },
      { id: 'songs', title: 'Songs', unit: 'songs' },
      { id: 'streams', title: 'Streams', unit: 'streams' },
    ],
    rows: HOSTILE_NAMES.map((genre, index) => [
      genre,
      Math.round(5423 - index * 370) / 100,
      812 + index * 1000,
      index === 3 ? null : 3_386_520_288 - index * 1e8,
    ]),
    queries: ['genre-popularity'],
    sources: ['demo'],
    grain: 'One row per genre',
  },
];

const drawing: Drawing = {
  figure: { data: [], layout: {} },
  title: prose`${name('# Heading')} leads with ${number('genres.top')}`,
  alt: prose`Bars of popularity by genre; the first is ${name('![x](y)')}.`,
  width: 960,
  height: 540,
};

export const DRAWINGS: Drawings = new Map([['genre-popularity', drawing]]);

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="960" height="540" viewBox="0 0 960 540">' +
  '<rect width="960" height="540" fill="#eef"/><text x="40" y="80" font-size="40">chart</text></svg>\n';

export const PICTURES: Pictures = new Map([['genre-popularity', SVG]]);

const summary: Section = {
  id: 'summary',
  title: 'Executive summary',
  blocks: [
    {
      kind: 'paragraph',
      text: prose`The catalogue holds ${number('data.songs')}. ${strong(prose`Explicit songs`)} score ${number('content.explicit', 'magnitude')} higher (${constant('95%')} interval ${number('content.explicit', 'interval')}) once genre and year are equal.`,
    },
  ],
  slides: [],
};

/** A report with a section of each kind of block, and names that try to break out. */
export function fixtureReport(hostile: readonly string[] = HOSTILE_NAMES): Report {
  const sections: Section[] = [
    summary,
    {
      id: 'genres',
      title: 'Genres',
      blocks: [
        { kind: 'heading', text: 'Which genres lead' },
        { kind: 'chart', chart: 'genre-popularity' },
        { kind: 'chart', chart: 'not-drawn' },
        { kind: 'table', table: 'genres.popularity', rows: 5 },
        { kind: 'list', items: hostile.map((text) => prose`${name(text)} is a genre.`) },
        ...hostile.map((text) => ({
          kind: 'paragraph' as const,
          text: prose`${name(text)} scores ${number('genres.top')}.`,
        })),
      ],
      slides: [
        {
          title: prose`${name(hostile[0] ?? 'Pop')} is the most popular genre, at ${number('genres.top')}`,
          chart: 'genre-popularity',
          points: hostile
            .slice(0, 5)
            .map((text) => prose`${name(text)}: ${number('genres.top', 'interval')}`),
          notes: hostile.map((text) => prose`Say: ${name(text)}`),
        },
        ...hostile.map((text) => ({
          title: prose`${name(text)} is a genre`,
          points: hostile.map((other) => prose`${name(text)} and ${name(other)} share listeners`),
          notes: [prose`key: ${name(text)}`],
        })),
      ],
    },
    {
      id: 'content',
      title: 'Content',
      blocks: [
        {
          kind: 'paragraph',
          text: prose`Crude, the difference is ${number('content.explicit', 'crude')}; ${number('content.explicit', 'p-adjusted')}.`,
        },
      ],
      slides: [
        {
          title: prose`Explicit songs score ${number('content.explicit', 'magnitude')} higher within a genre`,
          points: [
            prose`Without looking at genre it seems ${number('content.explicit', 'crude-magnitude')}.`,
            prose`Rests on ${number('content.explicit', 'n')}.`,
          ],
          notes: [prose`Most of the crude difference is genre.`],
        },
      ],
    },
    {
      id: 'recommendations',
      title: 'Recommendations',
      blocks: [
        {
          kind: 'recommendation',
          recommendation: {
            id: 'recommendations.explicit',
            action: prose`Don't avoid explicit songs`,
            opportunity: prose`Up to ${number('content.explicit', 'magnitude')}.`,
            risk: prose`The lower end is small.`,
            restsOn: ['content.explicit'],
          },
        },
      ],
      slides: [],
    },
  ];
  return {
    schema: 1,
    provenance: {
      dataset: 'public',
      sources: [
        {
          source: 'demo',
          title: 'Demo tracks',
          asOf: '2020-12-31',
          rows: 5000,
          files: [{ name: 'demo.csv', sha256: 'ab'.repeat(32) }],
          licence: 'Public domain',
          selection: 'Tracks of invented playlists.',
        },
      ],
      version: '0.1.0',
      seed: 7,
      asOf: '2020-12-31',
      contentHash: 'cd'.repeat(32),
      hypothesesHash: 'ef'.repeat(32),
      familySize: 2,
    },
    sections,
    findings: FINDINGS,
    tables: TABLES,
  };
}
