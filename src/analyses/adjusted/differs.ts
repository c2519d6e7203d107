import type { Finding } from '../../domain/finding.js';

/** Whether the adjusted estimate has another sign than the crude one, or is away from it by more than half of it. */
export function differsMarkedly(crude: number, adjusted: number): boolean {
  return (
    Math.sign(crude) !== Math.sign(adjusted) || Math.abs(adjusted - crude) > Math.abs(crude) / 2
  );
}

/** The same for a finding; false where either number is missing. */
export function findingDiffers(finding: Finding): boolean {
  if (finding.estimate === null || finding.crude === null) return false;
  return differsMarkedly(finding.crude.estimate, finding.estimate);
}
