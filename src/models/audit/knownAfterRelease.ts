import { SHOWN_EVIDENCE, type AuditCheck, type AuditEvidence } from './auditResult.js';
import type { AuditSubject } from './auditSubject.js';
import { fitShare } from './fitShare.js';

/** Where whether a value is there at all explains this share of the target, somebody looked it up for known songs. */
export const PRESENCE_LIMIT = 0.05;

/**
 * Whether a recipe that says it predicts at release uses what is known only later, or what nobody has dated; or a
 * feature that exists at release but was recorded later for songs that had done well, so that having it is the answer.
 */
export function checkKnownAfterRelease(subject: AuditSubject): AuditCheck {
  const { table, knownAt, claims, spec } = subject;
  const columns = table.columns.filter(({ id }) => id !== spec.targetMeans?.unit);
  const isLate = claims === 'release';
  const wrong: AuditEvidence[] = columns.flatMap(({ id, values }): AuditEvidence[] => {
    const known = knownAt.get(id);
    const finding = (detail: string, value: number | null) => [{ subject: id, value, detail }];
    if (known === undefined) return finding('nobody says since when it is known', null);
    if (!isLate) return [];
    if (known === 'after-release') return finding('known only after release', null);
    const share = presenceShare(values, subject.target);
    return share >= PRESENCE_LIMIT
      ? finding('share of the target that its being there explains: recorded after the fact', share)
      : [];
  });
  const used = columns.filter(({ id }) => knownAt.get(id) === 'after-release').length;
  return {
    id: 'known_after_release',
    title: 'Features are known when the recipe says that it predicts',
    passed: wrong.length === 0,
    reason:
      wrong.length > 0
        ? `${isLate ? 'the recipe claims release time, but' : 'not dated:'} ${wrong.map((one) => one.subject).join(', ')}`
        : isLate
          ? `all ${columns.length} columns are known at release, and having them does not tell the target (R² < ${PRESENCE_LIMIT})`
          : `the recipe says that it uses what is known after release: ${used} of ${columns.length} columns`,
    evidence: wrong.slice(0, SHOWN_EVIDENCE),
  };
}

/** The share of the target's variance that goes along with whether the value is there. */
function presenceShare(values: Float64Array, target: Float64Array): number {
  return fitShare([values.map((value) => (Number.isNaN(value) ? 0 : 1))], target);
}
