import type { AuditResult } from '../../models/audit/auditResult.js';
import { visibleText } from '../visibleText.js';

/** The checks that failed, each with its reason and what it rests on. */
export function failedChecks({ recipe, split, checks }: AuditResult): readonly string[] {
  return checks
    .filter(({ passed }) => !passed)
    .flatMap(({ title, reason, evidence }) => [
      `${recipe}, ${split}: ${title}: ${visibleText(reason, 300)}`,
      ...evidence.map(
        ({ subject, detail }) => `    ${visibleText(subject, 120)}: ${visibleText(detail, 200)}`,
      ),
    ]);
}
