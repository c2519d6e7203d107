import type { ModelSpec } from '../modelSpec.js';
import type { AuditOptions } from './auditSubject.js';

/** Trees of the model that stands in for the full one. */
const ROUNDS = 60;

/**
 * A small gradient boosting with the recipe's own encodings: enough to find a leak, and little enough that noise stays
 * noise. Declared once, for all recipes.
 */
export function smallModel(
  { targetMeans }: ModelSpec,
  { rounds = ROUNDS }: AuditOptions,
): ModelSpec {
  const settings = { rounds, learningRate: 0.1, limits: { maxLeaves: 15, minLeafRows: 20 } };
  return { model: 'gradient_boosting', settings, ...(targetMeans ? { targetMeans } : {}) };
}
