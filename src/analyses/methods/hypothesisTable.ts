import type { DataTable } from '../../domain/table.js';
import { confounderWords } from '../adjusted/confounderWords.js';
import { hypotheses } from '../hypotheses.js';

const DIRECTIONS = { positive: 'up', negative: 'down', either: 'up or down' } as const;

/** The smallest effect of interest in words: "1 point or more". */
function smallestText({ smallestEffect, unit }: (typeof hypotheses)[number]): string {
  const noun = unit === 'points' && smallestEffect === 1 ? 'point' : unit;
  return `${smallestEffect} ${noun} or more`;
}

/** The declared hypotheses as a table, one row each, for the methods section. */
export function hypothesisTable(): DataTable {
  return {
    id: 'methods.hypotheses',
    title: 'Hypotheses, declared before the data were read',
    grain: 'One row per hypothesis',
    queries: [],
    sources: [],
    columns: [
      { id: 'id', title: 'Finding', unit: 'text' },
      { id: 'statement', title: 'Statement', unit: 'text' },
      { id: 'direction', title: 'Expected', unit: 'text' },
      { id: 'confounders', title: 'Held constant', unit: 'text' },
      { id: 'smallest', title: 'Matters from', unit: 'text' },
      { id: 'sources', title: 'Sources, first with enough data', unit: 'text' },
    ],
    rows: hypotheses.map((one) => [
      one.id,
      one.statement,
      DIRECTIONS[one.direction],
      confounderWords(one.confounders),
      smallestText(one),
      one.sources.map((source) => (source === '*' ? 'any other' : source)).join(', '),
    ]),
  };
}
