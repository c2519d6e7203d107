import { productMoment } from '../../stats/pearson.js';
import { presentPairs } from '../../stats/presentPairs.js';
import { rank } from '../../stats/rank.js';
import { takeValues, type ModelColumn } from '../modelTable.js';
import { SHOWN_EVIDENCE, type AuditCheck, type AuditEvidence } from './auditResult.js';
import type { AuditSubject, AuditUnit } from './auditSubject.js';
import { fitShare } from './fitShare.js';
import { groupMeansOf, keptSums, type GroupMeans } from './leaveOut.js';
import { codesOf, songCodes } from './songKeys.js';

/** A column that ranks rows as the target does, to this |Spearman|, is the target. */
export const RANK_LIMIT = 0.98;
/** A category of which this share of the target's variance is more than chance is the target in classes. */
export const CLASS_LIMIT = 0.9;
/** A column from which group means of the target can be had back to this R² was made from them. */
export const MEAN_LIMIT = 0.98;

/** With fewer rows or groups, agreement is chance. */
const FEWEST_ROWS = 30;
const FEWEST_GROUPS = 20;

/**
 * Whether a column was made from the target: a rank, an affine or any other monotone function of it; classes of it; or
 * a mean of the target by artist, album or another group, smoothed or not, that was taken before the split (over all
 * rows, over all but the row itself, or over all but its fold) instead of being fitted inside the training fold.
 */
export function checkTargetDerived(subject: AuditSubject): AuditCheck {
  const means = groupingsOf(subject).flatMap(({ title, codes }) =>
    groupMeansOf(title, codes, subject),
  );
  const unit = subject.spec.targetMeans?.unit;
  const found = subject.table.columns
    .filter(({ id }) => id !== unit)
    .flatMap((column) =>
      column.kind === 'category'
        ? asClasses(column, subject)
        : [...asRank(column, subject), ...asMeans(column, means)].slice(0, 1),
    );
  return {
    id: 'target_derived',
    title: 'No column is made from the target',
    passed: found.length === 0,
    reason:
      found.length === 0
        ? `no column ranks as the target (|Spearman| < ${RANK_LIMIT}), holds its classes (epsilon² < ${CLASS_LIMIT}) or its group means (R² < ${MEAN_LIMIT})`
        : `made from the target: ${found.map((one) => one.subject).join(', ')}`,
    evidence: found.slice(0, SHOWN_EVIDENCE),
  };
}

function asRank({ id, values }: ModelColumn, { target }: AuditSubject): AuditEvidence[] {
  const { x, y } = presentPairs(values, target);
  if (x.length < FEWEST_ROWS) return [];
  const rho = productMoment(rank(x), rank(y));
  if (!(Math.abs(rho) >= RANK_LIMIT)) return [];
  return [{ subject: id, value: rho, detail: 'Spearman correlation with the target' }];
}

/** Epsilon squared of the target over the classes, so that many small classes do not count as many. */
function asClasses(
  { id, values, levels = [] }: ModelColumn,
  subject: AuditSubject,
): AuditEvidence[] {
  const { target } = subject;
  const rows = Int32Array.from(values.keys()).filter((row) => !Number.isNaN(values[row]));
  const codes = groupCodes(values);
  const { counts, sums } = keptSums(codes, levels.length, target);
  const groups = counts.reduce((total, count) => total + (count > 0 ? 1 : 0), 0);
  const spare = rows.length - groups;
  if (rows.length < FEWEST_ROWS || groups < 2 || spare < groups) return [];
  const mean = rows.reduce((sum, row) => sum + target[row], 0) / rows.length;
  let [within, total] = [0, 0];
  for (const row of rows) {
    within += (target[row] - sums[codes[row]] / counts[codes[row]]) ** 2;
    total += (target[row] - mean) ** 2;
  }
  const epsilon = 1 - within / spare / (total / (rows.length - 1));
  if (!(epsilon >= CLASS_LIMIT)) return [];
  return [
    { subject: id, value: epsilon, detail: 'epsilon squared of the target over the classes' },
  ];
}

/** What a mean may have been taken by: the artist, the song, what the split keeps together, every category. */
function groupingsOf({ table, songs, units = [] }: AuditSubject): readonly AuditUnit[] {
  const categories = table.columns.filter(({ kind }) => kind === 'category');
  const artists = codesOf(songs.artists.map((artist) => artist ?? ''));
  const known = artists.map((code, row) => (songs.artists[row] === null ? -1 : code));
  return [
    { title: 'artist', codes: known },
    { title: 'title by artist', codes: songCodes(songs) },
    ...units,
    ...categories.map(({ id, values }) => ({ title: id, codes: groupCodes(values) })),
  ];
}

function groupCodes(values: Float64Array): Int32Array {
  return Int32Array.from(values, (code) => (Number.isNaN(code) ? -1 : code));
}

/**
 * A smoothed mean is x = (S + λμ) / (n + λ), possibly scaled: S / n is then a linear function of x, x / n and 1 / n,
 * whatever λ and μ are. So the group means of the target are regressed on these three.
 */
function asMeans({ id, values }: ModelColumn, all: readonly GroupMeans[]): AuditEvidence[] {
  const found = all.flatMap((means): AuditEvidence[] => {
    const share = meansShare(values, means);
    if (!(share >= MEAN_LIMIT)) return [];
    const detail = `R² with which it gives back the mean target of each ${means.title}, taken before the split`;
    return [{ subject: id, value: share, detail }];
  });
  return found.sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
}

function meansShare(values: Float64Array, { means, counts, groups }: GroupMeans): number {
  if (groups < FEWEST_GROUPS) return NaN;
  const rows = Int32Array.from(values.keys()).filter(
    (row) => counts[row] > 0 && !Number.isNaN(values[row]),
  );
  if (rows.length < FEWEST_ROWS) return NaN;
  return fitShare(
    [
      takeValues(values, rows),
      Float64Array.from(rows, (row) => values[row] / counts[row]),
      Float64Array.from(rows, (row) => 1 / counts[row]),
    ],
    takeValues(means, rows),
  );
}
