import { capitalised, messageClause, misleadsClause, matters } from '../../analyses/wording.js';
import type { Finding } from '../../domain/finding.js';
import type { FindingBook } from '../../domain/findingBook.js';
import { prose, type Prose } from '../../domain/prose.js';
import {
  numberIn,
  tableRecords,
  textIn,
  type DataTable,
  type TableRecord,
} from '../../domain/table.js';
import type { Drawing } from '../chart.js';
import { calendarBars } from '../marks/calendarBars.js';
import { lineWithBand, type LinePoint } from '../marks/lineWithBand.js';
import { formatNumber } from '../text/formatNumber.js';
import { datedSourceLine } from './datedSourceLine.js';

const SUBTITLE = 'Mean popularity like for like, with 95% interval';

export interface LevelChart {
  /** A table of `levelTable`. */
  readonly table: string;
  /** The hypothesis whose message is the title. */
  readonly finding: string;
  readonly x: { readonly title: string; readonly format?: 'plain' | 'year' };
  /** A message that the curve's own intervals carry; it stands before that of the hypothesis. */
  readonly shape?: (table: DataTable) => Prose | null;
  /** For readers who can't see it: "Line of mean popularity by length". */
  readonly alt: string;
}

interface LevelRow {
  readonly label: string;
  readonly position: number;
  readonly n: number;
  readonly crude: number;
  readonly mean: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Adjusted means along a scale with their band, and the plain means in grey. */
export function levelCurve(book: FindingBook, spec: LevelChart): Drawing | null {
  const found = read(book, spec);
  if (!found) return null;
  const { rows, table, finding } = found;
  const picture = lineWithBand({
    series: [
      {
        label: 'like for like',
        highlight: true,
        points: rows.map((row): LinePoint => ({
          x: row.position,
          y: row.mean,
          low: row.low,
          high: row.high,
        })),
      },
      {
        label: 'plain mean',
        points: rows.map((row): LinePoint => ({ x: row.position, y: row.crude })),
      },
    ],
    x: spec.x,
    y: { title: 'Mean popularity (points)' },
    subtitle: `${subtitleOf(rows)}; grey: before adjustment`,
    source: datedSourceLine(book, table),
  });
  return { ...picture, ...wordsOf(finding, table, spec) };
}

/** Adjusted means of calendar slots with intervals. */
export function levelCalendar(
  book: FindingBook,
  spec: LevelChart,
  highlight: readonly string[],
): Drawing | null {
  const found = read(book, spec);
  if (!found) return null;
  const { rows, table, finding } = found;
  const picture = calendarBars({
    slots: rows.map((row) => ({
      label: row.label,
      value: row.mean,
      low: row.low,
      high: row.high,
      n: row.n,
      highlight: highlight.includes(row.label),
    })),
    xTitle: spec.x.title,
    y: { title: 'Mean popularity (points)' },
    subtitle: subtitleOf(rows),
    source: datedSourceLine(book, table),
  });
  return { ...picture, ...wordsOf(finding, table, spec) };
}

function subtitleOf(rows: readonly LevelRow[]): string {
  return `${SUBTITLE}, ${formatNumber(rows.reduce((sum, row) => sum + row.n, 0))} songs`;
}

function read(
  book: FindingBook,
  spec: LevelChart,
): { rows: readonly LevelRow[]; table: DataTable; finding: Finding } | null {
  const finding = book.measured(spec.finding);
  if (!finding || !book.hasTable(spec.table)) return null;
  const table = book.table(spec.table);
  return table.rows.length < 2 ? null : { rows: tableRecords(table).map(levelOf), table, finding };
}

function levelOf(row: TableRecord): LevelRow {
  return {
    label: textIn(row, 'label'),
    position: numberIn(row, 'position') ?? 0,
    n: numberIn(row, 'n') ?? 0,
    crude: numberIn(row, 'crude') ?? Number.NaN,
    mean: numberIn(row, 'mean') ?? Number.NaN,
    low: numberIn(row, 'low'),
    high: numberIn(row, 'high'),
  };
}

function wordsOf(
  finding: Finding,
  table: DataTable,
  { alt, shape }: LevelChart,
): { title: Prose; alt: Prose } {
  const message =
    shape?.(table) ?? (matters(finding) ? null : misleadsClause(finding)) ?? messageClause(finding);
  return { title: capitalised(message), alt: prose`${alt}: ${messageClause(finding)}.` };
}
