import type { Finding } from '../domain/finding.js';
import { number, prose, type Prose } from '../domain/prose.js';
import { hypotheses } from './hypotheses.js';

/** From a doubling on, a multiple reads better than a difference in percent: "7.1 times as many", not "611% more". */
const DOUBLING = 100;

/** Whether the finding is a relative difference of a doubling or more, so that sentences give it as a multiple. */
export function isMultiple(finding: Finding): boolean {
  return isRelative(finding) && (finding.estimate ?? 0) >= DOUBLING;
}

function isRelative({ id, hypothesis }: Finding): boolean {
  const declared = hypotheses.find((one) => one.id === (hypothesis ?? id));
  return declared?.measure === 'relative-difference';
}

/** The estimate as sentences say it: "−1.3 points", "7.1 times". */
export function sizeOf(finding: Finding): Prose {
  return isMultiple(finding) ? prose`${number(finding, 'times')} times` : [number(finding)];
}

/** The crude estimate in the form of the adjusted one. */
export function crudeSizeOf(finding: Finding): Prose {
  return isMultiple(finding)
    ? prose`${number(finding, 'crude-times')} times`
    : [number(finding, 'crude')];
}

/** The interval in the form of the estimate: "−1.7 to −0.9", "6.2 to 8.1 times". */
export function sizeRange(finding: Finding): Prose {
  return isMultiple(finding)
    ? prose`${number(finding, 'times-interval')} times`
    : [number(finding, 'interval')];
}
