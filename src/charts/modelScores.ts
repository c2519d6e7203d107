import { leadingRows, targetWords, type LeadRow } from '../analyses/popularityModel/leads.js';
import { NAIVE } from '../analyses/popularityModel/modelNames.js';
import { scoresTitle } from '../analyses/popularityModel/popularityTitles.js';
import type { FindingBook } from '../domain/findingBook.js';
import { prose } from '../domain/prose.js';
import type { Chart, Drawing } from './chart.js';
import { barWithInterval, type BarRow } from './marks/index.js';
import { datedSourceLine } from './parts/datedSourceLine.js';

/** How well popularity is predicted under each split, beside a baseline. */
export const modelScores: Chart = { id: 'model-scores', section: 'models', build };

const ROLE_WORDS: Readonly<Record<LeadRow['role'], string>> = {
  all: 'all that is known',
  release: 'known at release',
  baseline: '',
};

function build(book: FindingBook): Drawing | null {
  const rows = leadingRows(book);
  const [first] = rows;
  if (!first) return null;
  const hasNaive = rows.some(({ split }) => split === NAIVE);
  const grey = hasNaive ? 'simplest guess and naive split' : 'simplest guess';
  return {
    ...barWithInterval({
      rows: rows.map(barOf),
      x: {
        title: `R², % of the differences in ${targetWords(book).noun} between songs`,
        suffix: '%',
        fromZero: true,
      },
      order: 'given',
      mark: 'dot',
      decimals: 1,
      subtitle: `${first.taskTitle}: R² on songs not seen, with 95% interval, by what is kept apart; grey: ${grey}`,
      source: datedSourceLine(book, { sources: book.finding(first.r2Finding).sources }),
    }),
    title: scoresTitle(book),
    alt: prose`Dots of R² with intervals, a row for each way to keep songs apart and each set of columns, beside the simplest guess.`,
  };
}

function barOf(row: LeadRow): BarRow {
  const words = row.role === 'baseline' ? row.modelTitle.toLowerCase() : ROLE_WORDS[row.role];
  return {
    label: row.splitTitle,
    note: words,
    value: row.r2,
    low: row.low,
    high: row.high,
    highlight: row.role !== 'baseline' && row.split !== NAIVE,
  };
}
