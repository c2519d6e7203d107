import { createHash } from 'node:crypto';
import type { Hypothesis } from '../domain/hypothesis.js';
import { contentHypotheses } from './hypotheses/contentHypotheses.js';
import type { DeclaredHypothesis } from './hypotheses/declaredHypothesis.js';
import { marketHypotheses } from './hypotheses/marketHypotheses.js';

/**
 * All hypotheses of the report, declared before the data is read: the one confirmatory family. Whatever is
 * not listed here is exploratory, and says so. Their hash stands in the report.
 */
export const hypotheses: readonly DeclaredHypothesis[] = [
  ...contentHypotheses,
  ...marketHypotheses,
];

/** @throws Error where no hypothesis has the id. */
export function hypothesis(id: string): DeclaredHypothesis {
  const found = hypotheses.find((one) => one.id === id);
  if (!found) throw new Error(`no hypothesis "${id}"`);
  return found;
}

/**
 * SHA-256 of the declarations as canonical JSON (keys sorted, no white space), in hexadecimal: a changed direction,
 * confounder or smallest effect shows as another hash. How a result is worded is no part of what was declared.
 */
export function hypothesesHash(list: readonly Hypothesis[] = hypotheses): string {
  return createHash('sha256')
    .update(canonicalJson(list.map(declarationOf)))
    .digest('hex');
}

const WORDING: readonly string[] = ['words', 'label', 'limit', 'limitCouldBeAll'];

function declarationOf(hypothesis: Hypothesis): Record<string, unknown> {
  return Object.fromEntries(Object.entries(hypothesis).filter(([key]) => !WORDING.includes(key)));
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
