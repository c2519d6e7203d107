import type { Interval } from '../../domain/testResult.js';
import { gather } from '../../stats/gather.js';
import { gatherCodes } from '../../stats/gatherCodes.js';
import { leastSquares, type Term } from '../../stats/leastSquares.js';
import { denseCodes, type Clusters } from './clusters.js';
import type { Comparison } from './comparison.js';
import type { Confounder } from './confounders.js';

/** The exposure's coefficient in the scale of the model. */
export interface ExposureFit {
  readonly estimate: number;
  readonly se: number;
  readonly df: number;
  readonly t: number;
  readonly p: number;
  readonly ci: Interval;
  readonly residualSd: number;
  /** As the fit names it, with the kind of errors. */
  readonly method: string;
}

const EXPOSURE = 'exposure';
/** A category with more levels is removed by differences from its means instead of by one column for each level. */
const MAX_LEVELS = 150;
/**
 * With fewer clusters CR1 errors are too small (with some hundreds, z has a standard deviation of 1.06 to 1.10); CR2 with
 * Satterthwaite degrees of freedom holds its level. With more they agree, and CR2 takes long.
 */
export const FEW_CLUSTERS = 1000;

/**
 * Least squares of the outcome on the exposure and the confounders given, with errors that respect clusters.
 *
 * @param confounders all, some or (for the crude estimate) none of the comparison's confounders
 * @returns null where the exposure does not vary once the confounders are held constant
 */
export function fitExposure(
  comparison: Comparison,
  confounders: readonly Confounder[],
  clusters: Clusters,
): ExposureFit | null {
  const { rows, outcome, exposure } = comparison;
  if (isExplained(comparison, confounders)) return null;
  const absorbed = absorbedOf(confounders, rows);
  const fit = leastSquares({
    outcome: gather(outcome, rows),
    terms: [
      ...confounders.filter((item) => item !== absorbed).flatMap((item) => termsOf(item, rows)),
      { kind: 'number', name: EXPOSURE, values: gather(exposure, rows) },
    ],
    ...(absorbed
      ? { absorb: { name: absorbed.id, codes: denseCodes(rows, absorbed.codes).codes } }
      : {}),
    ...(clusters.by === null ? {} : { clusters: clusters.codes }),
    errors: errorsFor(clusters),
  });
  if (fit.dropped.includes(EXPOSURE)) return null;
  const coefficient = fit.coefficient(EXPOSURE);
  if (!Number.isFinite(coefficient.se) || coefficient.se <= 0) return null;
  const { estimate, se, df, t, p, ci } = coefficient;
  return { estimate, se, df, t, p, ci, residualSd: fit.residualSd, method: fit.method };
}

/** All but this share of the exposure's variance explained by confounders leaves nothing to compare. */
const LEAST_OWN_VARIANCE = 1e-9;

/** Whether the confounders determine the exposure: the fit would then drop one of them instead of the exposure. */
function isExplained({ rows, exposure }: Comparison, confounders: readonly Confounder[]): boolean {
  if (confounders.length === 0) return false;
  const absorbed = absorbedOf(confounders, rows);
  const { r2 } = leastSquares({
    outcome: gather(exposure, rows),
    terms: confounders.filter((item) => item !== absorbed).flatMap((item) => termsOf(item, rows)),
    ...(absorbed
      ? { absorb: { name: absorbed.id, codes: denseCodes(rows, absorbed.codes).codes } }
      : {}),
    errors: 'classical',
  });
  return r2 > 1 - LEAST_OWN_VARIANCE;
}

/** The confounder with too many levels for a column each, if any: it is absorbed. */
export function absorbedOf(
  confounders: readonly Confounder[],
  rows: Int32Array,
): Extract<Confounder, { kind: 'category' }> | undefined {
  return confounders.find(
    (item): item is Extract<Confounder, { kind: 'category' }> =>
      item.kind === 'category' && levelCount(item, rows) > MAX_LEVELS,
  );
}

/** Robust errors that suit the clusters. */
export function errorsFor(clusters: Clusters): 'HC1' | 'CR1' | 'CR2' {
  if (clusters.by === null) return 'HC1';
  return clusters.count < FEW_CLUSTERS ? 'CR2' : 'CR1';
}

/** The confounder as terms of the model, for the rows. */
export function termsOf(item: Confounder, rows: Int32Array): readonly Term[] {
  if (item.kind === 'number') {
    return [{ kind: 'number', name: item.id, values: gather(item.values, rows) }];
  }
  const category: Term = {
    kind: 'category',
    name: item.id,
    codes: gatherCodes(item.codes, rows),
    levels: item.levels,
  };
  if (item.trend === undefined) return [category];
  return [category, { kind: 'number', name: `${item.id} trend`, values: gather(item.trend, rows) }];
}

function levelCount(item: Confounder, rows: Int32Array): number {
  if (item.kind === 'number') return 0;
  const found = new Set<number>();
  for (const row of rows) found.add(item.codes[row]);
  return found.size;
}
