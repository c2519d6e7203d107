import type { Finding } from '../../domain/finding.js';
import { number, prose, type Prose } from '../../domain/prose.js';

const JOINT_LEVEL = 0.05;

/** What the levels of a curve say as a whole. Exploratory, so it says no more than whether they differ jointly. */
export function spreadSentence(finding: Finding): Prose {
  const joint = finding.test !== null && finding.test.p <= JOINT_LEVEL;
  const rest = joint
    ? prose`taken together, these differences go beyond chance`
    : prose`taken together, these differences could be chance`;
  return prose`As an exploratory look, the ${finding.label} is ${number(finding)} like for like; ${rest}.`;
}
