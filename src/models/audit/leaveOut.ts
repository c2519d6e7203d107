import type { AuditSubject } from './auditSubject.js';

/** Group means of the target as somebody may have taken them before the split, one per row. */
export interface GroupMeans {
  /** Of which groups, over which rows, in words. */
  readonly title: string;
  /** Mean over the rows that were kept; anything where none was. */
  readonly means: Float64Array;
  /** Rows that were kept. */
  readonly counts: Float64Array;
  /** Groups with at least one row. */
  readonly groups: number;
}

/**
 * The means of groups without regard to the training fold: over all rows; over all but the row itself; over all but
 * those of the row's own fold, where there are several.
 */
export function groupMeansOf(
  title: string,
  codes: Int32Array,
  { split, target }: Pick<AuditSubject, 'split' | 'target'>,
): readonly GroupMeans[] {
  const size = codes.reduce((largest, code) => Math.max(largest, code), -1) + 1;
  const all = keptSums(codes, size, target);
  const groups = all.counts.reduce((sum, rows) => sum + (rows > 0 ? 1 : 0), 0);
  const without = (over: string, ownCounts: Float64Array, ownSums: Float64Array): GroupMeans => {
    const counts = ownCounts.map((own, row) => (codes[row] < 0 ? 0 : all.counts[codes[row]] - own));
    const means = counts.map((count, row) => (all.sums[codes[row]] - ownSums[row]) / count);
    return { title: `${title} over ${over}`, means, counts, groups };
  };
  const none = new Float64Array(codes.length);
  const one = none.map(() => 1);
  const rows = [without('all rows', none, none), without('all rows but its own', one, target)];
  if (split.folds.length < 2) return rows;
  const fold = foldOf(codes.length, split);
  const keys = codes.map((code, row) =>
    code < 0 ? -1 : code * (split.folds.length + 1) + fold[row],
  );
  const own = keptSums(keys, size * (split.folds.length + 1), target);
  const perRow = (values: Float64Array): Float64Array =>
    Float64Array.from(keys, (key) => (key < 0 ? 0 : values[key]));
  return [...rows, without('all folds but its own', perRow(own.counts), perRow(own.sums))];
}

/** Rows and sum of the target by code; rows of code −1 count nowhere. */
export function keptSums(
  codes: Int32Array,
  count: number,
  target: Float64Array,
): { readonly counts: Float64Array; readonly sums: Float64Array } {
  const counts = new Float64Array(count);
  const sums = new Float64Array(count);
  codes.forEach((code, row) => {
    if (code < 0) return;
    counts[code] += 1;
    sums[code] += target[row];
  });
  return { counts, sums };
}

/** The fold that judges each row; one more than there are for rows that none judges. */
function foldOf(size: number, { folds }: AuditSubject['split']): Int32Array {
  const fold = new Int32Array(size).fill(folds.length);
  folds.forEach(({ test }, index) => {
    for (const row of test) fold[row] = index;
  });
  return fold;
}
