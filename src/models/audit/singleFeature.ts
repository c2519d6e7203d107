import { crossValidate } from '../evaluate/crossValidate.js';
import type { ModelSpec } from '../modelSpec.js';
import type { ModelTable } from '../modelTable.js';
import { SHOWN_EVIDENCE, type AuditCheck } from './auditResult.js';
import type { AuditOptions, AuditSubject } from './auditSubject.js';
import { smallModel } from './smallModel.js';

/** Out-of-fold R² below which no single feature explains too much. */
export const LEAST_SHARE = 0.3;
/** A single feature that alone reaches this part of the full model's R² explains too much. */
export const PART_LIMIT = 0.9;
/** Splits of the tree on one feature, one below the other. */
const DEPTH = 4;

/**
 * Whether one feature alone, in a tree four splits deep, explains nearly all that the whole model does. That happens
 * where the feature holds the answer; one that may lead is named beforehand, with the reason.
 */
export async function checkSingleFeature(
  subject: AuditSubject,
  options: AuditOptions,
): Promise<AuditCheck> {
  const { table, target, split, spec, mayLead = new Map<string, string>() } = subject;
  const { seed, workers } = options;
  const small = smallModel(spec, options);
  const bySmall = await crossValidate(small, table, target, split, { seed, workers });
  // A weak full model must not make its features look strong.
  const judgements = [bySmall, subject.predicted ?? bySmall];
  const full = Math.max(...judgements.map((predicted) => r2Of(target, predicted)));
  const limit = Math.max(LEAST_SHARE, PART_LIMIT * full);
  const judged: { id: string; r2: number }[] = [];
  for (const { id } of table.columns) {
    if (id === spec.targetMeans?.unit) continue;
    const alone = onlyColumn(table, spec, id);
    const predicted = await crossValidate(alone.spec, alone.table, target, split, {
      seed,
      workers: 0,
    });
    judged.push({ id, r2: r2Of(target, predicted) });
  }
  const ranked = judged.filter(({ r2 }) => !Number.isNaN(r2)).sort((a, b) => b.r2 - a.r2);
  const wrong = ranked.filter(({ id, r2 }) => r2 >= limit && !mayLead.has(id));
  return {
    id: 'single_feature',
    title: 'No single feature explains too much',
    passed: wrong.length === 0,
    reason: reasonOf(wrong, ranked[0], full, limit),
    evidence: (wrong.length > 0 ? wrong : ranked).slice(0, SHOWN_EVIDENCE).map(({ id, r2 }) => ({
      subject: id,
      value: r2,
      detail: `out-of-fold R² alone${mayLead.has(id) ? `; may lead: ${mayLead.get(id)}` : ''}`,
    })),
  };
}

function reasonOf(
  wrong: readonly { id: string; r2: number }[],
  strongest: { id: string; r2: number } | undefined,
  full: number,
  limit: number,
): string {
  if (strongest === undefined) return 'no feature explains anything';
  const { id, r2 } = wrong[0] ?? strongest;
  const verdict = wrong.length > 0 ? 'which is not below' : 'the strongest; the limit is';
  return `${id} alone has R² ${r2.toFixed(3)}, ${verdict} ${limit.toFixed(3)} (whole model: ${full.toFixed(3)})`;
}

/** A tree on one column; one that the recipe encodes by target means is encoded so here too. */
function onlyColumn(
  table: ModelTable,
  { targetMeans }: ModelSpec,
  id: string,
): { readonly spec: ModelSpec; readonly table: ModelTable } {
  const isEncoded = targetMeans?.columns.includes(id) ?? false;
  const kept = isEncoded ? [id, targetMeans?.unit] : [id];
  const tree: ModelSpec = {
    model: 'decision_tree',
    settings: { limits: { maxDepth: DEPTH, minLeafRows: 10 } },
  };
  return {
    table: { ...table, columns: table.columns.filter((column) => kept.includes(column.id)) },
    spec:
      isEncoded && targetMeans ? { ...tree, targetMeans: { ...targetMeans, columns: [id] } } : tree,
  };
}

/** Of the rows that a fold judged, the share of the target's variance that is predicted. */
function r2Of(target: Float64Array, predicted: Float64Array): number {
  const rows = Int32Array.from(target.keys()).filter((row) => !Number.isNaN(predicted[row]));
  const mean = rows.reduce((sum, row) => sum + target[row], 0) / rows.length;
  let [left, all] = [0, 0];
  for (const row of rows) {
    left += (target[row] - predicted[row]) ** 2;
    all += (target[row] - mean) ** 2;
  }
  return all > 0 ? 1 - left / all : NaN;
}
