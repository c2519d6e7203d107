import type { FindingBook } from '../domain/findingBook.js';
import { name, prose, type Prose } from '../domain/prose.js';
import type { DataTable } from '../domain/table.js';
import type { Chart, Drawing } from './chart.js';
import { heatmap } from './marks/heatmap.js';
import { datedSourceLine } from './parts/datedSourceLine.js';
import { formatNumber } from './text/formatNumber.js';

/** Rank correlations between popularity, sound and length. */
export const featureCorrelations: Chart = {
  id: 'feature-correlations',
  section: 'content',
  build,
};

function build(book: FindingBook): Drawing | null {
  if (!book.hasTable('content.correlations')) return null;
  const table = book.table('content.correlations');
  const labels = table.rows.map((row) => String(row[0]));
  const values = table.rows.map((row) =>
    row.slice(1).map((cell) => (typeof cell === 'number' ? cell : null)),
  );
  if (labels.length < 3) return null;
  const finding = book.measured('content.audio_energy');
  const picture = heatmap({
    rows: labels,
    columns: labels,
    values,
    scale: 'diverging',
    domain: [-1, 1],
    blankAbove: true,
    subtitle: `Spearman rank correlation${finding ? ` over ${formatNumber(finding.n)} songs` : ''}; −1 opposite, 0 unrelated, 1 the same order`,
    source: datedSourceLine(book, table),
  });
  return { ...picture, title: titleOf(values), alt: altOf(table, values) };
}

function titleOf(values: readonly (readonly (number | null)[])[]): Prose {
  const withPopularity = largest(values.slice(1).map((row) => row[0] ?? 0));
  const among = largest(
    values.flatMap((row, i) => (i === 0 ? [] : row.slice(1, i).map((value) => value ?? 0))),
  );
  return withPopularity < among
    ? prose`Measures of sound go with each other more than with popularity`
    : prose`How measures of sound go with each other and with popularity`;
}

function altOf(table: DataTable, values: readonly (readonly (number | null)[])[]): Prose {
  const labels = table.rows.map((row) => String(row[0]));
  let best: { a: string; b: string; size: number } | null = null;
  values.forEach((row, i) => {
    row.slice(0, i).forEach((value, j) => {
      const size = Math.abs(value ?? 0);
      if (!best || size > best.size) best = { a: labels[i] ?? '', b: labels[j] ?? '', size };
    });
  });
  const { a, b } = best ?? { a: '', b: '' };
  return prose`Heat map of rank correlations between popularity, measures of sound and length. The closest pair is ${name(a)} and ${name(b)}.`;
}

function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
