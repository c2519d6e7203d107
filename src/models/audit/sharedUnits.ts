import type { Fold } from '../evaluate/split.js';
import { SHOWN_EVIDENCE, type AuditCheck, type AuditEvidence } from './auditResult.js';
import type { AuditSubject, AuditUnit } from './auditSubject.js';
import { codesOf, songCodes } from './songKeys.js';

/**
 * Whether something stands on both sides of a fold: the same row, a track id, a near-duplicate (title by artist), or
 * what else the split promises to keep together.
 */
export function checkSharedUnits(subject: AuditSubject): AuditCheck {
  const { songs, split, units = [] } = subject;
  const rows = Int32Array.from(songs.ids.keys());
  const looked: readonly AuditUnit[] = [
    { title: 'row', codes: rows },
    { title: 'track id', codes: codesOf(songs.ids) },
    { title: 'title by artist', codes: songCodes(songs) },
    ...units,
  ];
  const found = looked.flatMap((unit) => sharedBy(subject, unit));
  const names = looked.map(({ title }) => title).join(', ');
  return {
    id: 'shared_units',
    title: 'Nothing stands on both sides of a split',
    passed: found.length === 0,
    reason:
      found.length === 0
        ? `no ${names} is in training and test of one of the ${split.folds.length} folds`
        : `the split is to keep ${split.keeps} together, but ${found.map(({ title, count }) => `${count} × ${title}`).join(', ')} on both sides`,
    evidence: found.flatMap(({ evidence }) => evidence).slice(0, SHOWN_EVIDENCE),
  };
}

interface Shared {
  readonly title: string;
  readonly count: number;
  readonly evidence: readonly AuditEvidence[];
}

function sharedBy({ songs, split }: AuditSubject, { title, codes }: AuditUnit): Shared[] {
  const pairs = split.folds.flatMap((fold, index) =>
    sharedRows(fold, codes).map((pair) => ({ ...pair, fold: index })),
  );
  if (pairs.length === 0) return [];
  const nameOf = (row: number): string =>
    `${songs.artists[row] ?? 'unknown artist'}: ${songs.titles[row]} (${songs.ids[row]})`;
  const count = new Set(pairs.map(({ code }) => code)).size;
  const evidence = pairs.slice(0, SHOWN_EVIDENCE).map(({ train, test, fold }) => ({
    subject: nameOf(test),
    value: fold,
    detail: `same ${title} in training: ${nameOf(train)}`,
  }));
  return [{ title, count, evidence }];
}

/** One pair of rows for each code on both sides of a fold. */
function sharedRows(
  { train, test }: Fold,
  codes: Int32Array,
): { code: number; train: number; test: number }[] {
  const inTraining = new Map<number, number>();
  for (const row of train) if (codes[row] >= 0) inTraining.set(codes[row], row);
  const pairs: { code: number; train: number; test: number }[] = [];
  for (const row of test) {
    const other = inTraining.get(codes[row]);
    if (other === undefined) continue;
    pairs.push({ code: codes[row], train: other, test: row });
    inTraining.delete(codes[row]);
  }
  return pairs;
}
