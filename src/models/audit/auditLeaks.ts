import type { AuditResult } from './auditResult.js';
import type { AuditOptions, AuditSubject } from './auditSubject.js';
import { checkKnownAfterRelease } from './knownAfterRelease.js';
import { checkPermutedTarget } from './permutedTarget.js';
import { checkSharedUnits } from './sharedUnits.js';
import { checkSingleFeature } from './singleFeature.js';
import { checkTargetDerived } from './targetDerived.js';

/**
 * Asks of one recipe on one split whether its score can come from a leak: five checks, each passed or failed with a
 * reason and evidence. Same subject and seed, same result. A failed audit means: do not believe the score.
 *
 * @throws RangeError where the songs, the table and the target are of unequal length
 */
export async function auditLeaks(
  subject: AuditSubject,
  options: AuditOptions,
): Promise<AuditResult> {
  const { recipe, split, target, table, songs } = subject;
  for (const length of [table.size, songs.ids.length, songs.titles.length, songs.artists.length]) {
    if (length !== target.length) {
      throw new RangeError(`an audit needs ${target.length} rows throughout, got ${length}`);
    }
  }
  const checks = [
    checkSharedUnits(subject),
    checkTargetDerived(subject),
    checkKnownAfterRelease(subject),
    await checkPermutedTarget(subject, options),
    await checkSingleFeature(subject, options),
  ];
  return {
    recipe,
    split: split.id,
    n: target.length,
    passed: checks.every(({ passed }) => passed),
    checks,
  };
}
