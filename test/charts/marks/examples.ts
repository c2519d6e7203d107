import * as marks from '../../../src/charts/marks/index.js';
import type { Picture } from '../../../src/charts/marks/index.js';

/** Names that once broke something somewhere. */
export const HOSTILE_NAMES = [
  '<script>alert(1)</script>',
  '<a href="javascript:alert(1)">click</a>',
  '$x^2$ and A$AP',
  '%{x} %{text}',
  '<b>bold</b><br>&lt;i&gt;',
  '😀 Emoji 👩‍🎤',
  'عربي ‮ override',
  'N'.repeat(5000),
  'Sigur Rós & Björk',
] as const;

const SOURCE = 'Source: synthetic sample, January 2020 (3,000 invented songs; a sample of nothing)';
const GENRES = ['latin', 'pop', 'rap', 'rock', 'r&b', 'edm'] as const;
const POINTS = { title: 'Popularity (points, 0–100)' };
const frame = (subtitle: string, width?: number) => ({
  subtitle,
  source: SOURCE,
  ...(width === undefined ? {} : { width }),
});

/** Every mark with plausible data; the names of rows and series can be given. */
export function examplePictures(
  names: readonly string[] = GENRES,
  width?: number,
): Readonly<Record<string, Picture>> {
  return {
    ...rowPictures(names, width),
    ...planePictures(names, width),
    ...cellPictures(names, width),
  };
}

function rowPictures(names: readonly string[], width?: number): Record<string, Picture> {
  const verdicts = ['supported', 'contradicted', 'too-small', 'inconclusive'] as const;
  return {
    'forest-plot': marks.forestPlot({
      ...frame('Adjusted difference with 95% interval, clustered by artist', width),
      x: { title: 'Difference in popularity (points)' },
      smallestEffect: 1,
      rows: names.map((label, i) => ({
        label,
        n: 1000 + 771 * i,
        estimate: 3 - 1.3 * i,
        low: 2 - 1.3 * i,
        high: 4 - 1.3 * i,
        crude: i === 1 ? null : 4.5 - i,
        verdict: verdicts[i % 4] ?? null,
      })),
    }),
    'forest-plain': marks.forestPlot({
      ...frame('Ratios without intervals', width),
      x: { title: 'Ratio', scale: 'log' },
      zero: null,
      rows: names.map((label, i) => ({ label, estimate: 1 + i, low: null, high: null })),
    }),
    'bar-with-interval': marks.barWithInterval({
      ...frame('Mean popularity with 95% interval', width),
      x: POINTS,
      reference: { value: 39.3, label: 'all songs 39.3' },
      rows: names.map((label, i) => ({
        label,
        n: 4000 - i,
        value: 30 + 3 * i,
        low: 28 + 3 * i,
        high: 32 + 3 * i,
        highlight: i === 2,
      })),
    }),
    'dot-with-interval': marks.barWithInterval({
      ...frame('Plays per listener', width),
      mark: 'dot',
      order: 'given',
      x: { title: 'Plays (log scale)', scale: 'log' },
      reference: { value: 5e4, label: 'median' },
      rows: names.map((label, i) => ({
        label,
        note: 'few',
        value: 10 ** (6 - i / 2),
        low: 10 ** (5.9 - i / 2),
        high: 10 ** (6.1 - i / 2),
      })),
    }),
    'density-ridges': marks.densityRidges({
      ...frame('Distribution of popularity; tick: median', width),
      x: POINTS,
      groups: names.map((label, i) => ({
        label,
        n: 500 + i,
        median: 45 - 4 * i,
        highlight: i === 0,
        xs: Array.from({ length: 51 }, (_, k) => 2 * k),
        densities: Array.from(
          { length: 51 },
          (_, k) => Math.exp(-((2 * k - 45 + 4 * i) ** 2) / 500) / 40,
        ),
      })),
    }),
    'quantile-intervals': marks.quantileIntervals({
      ...frame('Spread of popularity', width),
      x: POINTS,
      rows: names.map((label, i) => ({
        label,
        n: 90,
        p10: 5 + i,
        p25: 22,
        p50: 45 - i,
        p75: 60,
        p90: 75 - i,
      })),
    }),
    dumbbell: marks.dumbbell({
      ...frame('Share of releases', width),
      x: { title: 'Share of releases', suffix: '%' },
      fromLabel: '2010–2014',
      toLabel: '2015–2019',
      rows: names.map((label, i) => ({ label, from: 15 + 2 * i, to: 22 - 1.7 * i })),
    }),
  };
}

function planePictures(names: readonly string[], width?: number): Record<string, Picture> {
  const years = Array.from({ length: 15 }, (_, k) => 2005 + k);
  const wave = (i: number, k: number): number => 20 + 0.8 * i + 6 * Math.sin(k / 3 + i);
  return {
    'line-with-band': marks.lineWithBand({
      ...frame('Share of releases with 95% interval', width),
      x: { title: 'Year of release', format: 'year' },
      y: { title: 'Share of releases', suffix: '%' },
      reference: { value: 21, label: 'mean of all' },
      series: names.map((label, i) => ({
        label,
        highlight: i < 2,
        points: years.map((x, k) => ({
          x,
          y: wave(i, k),
          low: wave(i, k) - 2,
          high: wave(i, k) + 2,
        })),
      })),
    }),
    'stacked-area': marks.stackedArea({
      ...frame('Share of releases', width),
      xs: years,
      x: { title: 'Year of release', format: 'year' },
      y: { title: 'Songs', format: 'compact' },
      series: names.map((label, i) => ({ label, values: years.map((_, k) => 1000 * wave(i, k)) })),
    }),
    histogram: marks.histogram({
      ...frame('Popularity of n = 28,356 songs', width),
      x: POINTS,
      y: { title: 'Songs' },
      reference: { value: 42, label: 'median 42' },
      bins: years.map((_, k) => ({
        low: 5 * k,
        high: 5 * k + 5,
        count: 100 * k,
        highlight: k === 0,
      })),
    }),
    'calendar-bars': marks.calendarBars({
      ...frame('Mean popularity by month with 95% interval', width),
      xTitle: 'Month of release (n: songs)',
      y: POINTS,
      reference: { value: 41, label: 'mean of all months' },
      slots: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul'].map((label, i) => ({
        label,
        n: 1500 + 211 * i,
        value: 41 + i,
        low: i === 3 ? null : 40 + i,
        high: 42 + i,
        highlight: i !== 1,
      })),
    }),
    'scatter-fit': marks.scatterFit({
      ...frame('Streams and views; line: smooth with 95% band', width),
      x: { title: 'Streams (log scale)', scale: 'log' },
      y: { title: 'Views (log scale)', scale: 'log' },
      diagonal: true,
      maxPoints: 100,
      points: [
        ...years.flatMap((_, k) =>
          years.map((__, j) => ({ x: 10 ** (5 + k / 4), y: 10 ** (5 + (k + j) / 8) })),
        ),
        ...names.map((label, i) => ({ label, x: 10 ** (6 + i / 3), y: 10 ** (8 - i / 4) })),
      ],
      fit: years.map((_, k) => ({
        x: 10 ** (5 + k / 4),
        y: 10 ** (5.5 + k / 5),
        low: 10 ** (5.3 + k / 5),
        high: 10 ** (5.7 + k / 5),
      })),
    }),
    'scatter-grid': marks.scatterFit({
      ...frame('Duration and popularity; darker: more songs', width),
      x: { title: 'Duration (minutes)' },
      y: POINTS,
      cells: years.flatMap((_, i) =>
        years.map((__, j) => ({ x0: i, x1: i + 1, y0: 5 * j, y1: 5 * j + 5, count: i * j })),
      ),
      fit: years.map((_, k) => ({ x: k, y: 40 + k })),
    }),
  };
}

function cellPictures(names: readonly string[], width?: number): Record<string, Picture> {
  const matrix = names.map((_, i) => names.map((__, j) => (i === j ? 1 : Math.cos(i + j))));
  return {
    heatmap: marks.heatmap({
      ...frame('Rank correlation of features with popularity', width),
      rows: names,
      columns: [
        'danceability',
        'energy',
        'instrumentalness',
        'speechiness',
        'album release year',
        'tempo',
        'mode',
      ],
      columnTitle: 'Audio feature',
      values: names.map((_, i) =>
        Array.from({ length: 7 }, (__, j) => (i + j === 4 ? null : Math.sin(3 * i + j) / 3)),
      ),
      scale: 'diverging',
    }),
    'missing-matrix': marks.missingMatrix({
      ...frame('Missing values; – means that the source does not have the field', width),
      fields: ['title', 'artist', 'popularity'],
      sources: names,
      missing: [
        names.map(() => 0),
        names.map((_, i) => [0.03, 99.95, 8.2, 100][i % 4] ?? null),
        names.map(() => null),
      ],
    }),
    'rank-agreement': marks.rankAgreement({
      ...frame('Spearman rank correlation', width),
      labels: names,
      correlations: matrix,
    }),
    treemap: marks.treemap({
      ...frame('Area: songs', width),
      colourTitle: 'mean popularity (points)',
      items: [...names, ...names].map((label, i) => ({
        label,
        value: 3000 / (1 + i),
        colour: i === 3 ? null : 50 - i,
      })),
    }),
    network: marks.network({
      ...frame('Artists heard together', width),
      groups: ['rock', 'pop'],
      nodes: [...names, ...names].map((label, i) => ({
        id: `n${i}`,
        label,
        size: 20 - i,
        group: i % 3 === 2 ? null : i % 2,
      })),
      edges: [...names, ...names].map((_, i) => ({
        from: `n${i}`,
        to: `n${(i * i + 1) % names.length}`,
        weight: 1 + i,
      })),
    }),
  };
}
