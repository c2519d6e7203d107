import { SHOWN_EVIDENCE, type AuditCheck } from './auditResult.js';
import type { AuditSubject } from './auditSubject.js';

/** Whether a recipe that says it predicts at release uses what is known only later, or what nobody has dated. */
export function checkKnownAfterRelease(subject: AuditSubject): AuditCheck {
  const { table, knownAt, claims, spec } = subject;
  const columns = table.columns.map(({ id }) => id).filter((id) => id !== spec.targetMeans?.unit);
  const undated = columns.filter((id) => !knownAt.has(id));
  const late = columns.filter((id) => knownAt.get(id) === 'after-release');
  const wrong = claims === 'release' ? [...undated, ...late] : undated;
  return {
    id: 'known_after_release',
    title: 'Features are known when the recipe says that it predicts',
    passed: wrong.length === 0,
    reason: reasonOf(claims, columns.length, undated, late),
    evidence: wrong.slice(0, SHOWN_EVIDENCE).map((id) => ({
      subject: id,
      value: null,
      detail: knownAt.has(id) ? 'known only after release' : 'nobody says since when it is known',
    })),
  };
}

function reasonOf(
  claims: AuditSubject['claims'],
  count: number,
  undated: readonly string[],
  late: readonly string[],
): string {
  if (undated.length > 0) return `nobody says since when it is known: ${undated.join(', ')}`;
  if (claims === 'after-release') {
    return `the recipe says that it uses what is known after release: ${late.length} of ${count} columns`;
  }
  if (late.length > 0) return `the recipe claims release time but uses ${late.join(', ')}`;
  return `all ${count} columns are known at release`;
}
