import type { Finding } from '../../domain/finding.js';
import type { FindingPart } from '../../domain/prose.js';
import type { Interval } from '../../domain/testResult.js';
import { declaredNumber, formatInterval, formatNumber, formatP } from '../format/index.js';
import { plural } from '../format/plural.js';

/** Stands where a sentence asks for a number that the finding does not have. */
export const NOT_MEASURED = 'not measured';

/**
 * One number of a finding as text, rounded by its interval.
 *
 * @example
 * partText(finding, 'estimate'); // gives "−2.1 points"
 */
export function partText(finding: Finding, part: FindingPart): string {
  switch (part) {
    case 'estimate':
      return numberText(finding.estimate, finding, finding.ci);
    case 'signed':
      return signedText(finding);
    case 'magnitude':
      return numberText(absolute(finding.estimate), finding, finding.ci);
    case 'interval':
      return finding.ci ? formatInterval(finding.ci, finding.unit) : NOT_MEASURED;
    case 'interval-magnitude':
      return finding.ci ? formatInterval(absoluteInterval(finding.ci), finding.unit) : NOT_MEASURED;
    case 'n':
      return plural(finding.n, finding.nUnit);
    case 'crude':
      return numberText(finding.crude?.estimate ?? null, finding, finding.crude?.ci ?? null);
    case 'crude-magnitude':
      return numberText(
        absolute(finding.crude?.estimate ?? null),
        finding,
        finding.crude?.ci ?? null,
      );
    case 'times':
      return timesText(finding.estimate, finding.ci);
    case 'times-interval':
      return finding.ci ? formatInterval(multipleOf(finding.ci), 'ratio') : NOT_MEASURED;
    case 'crude-times':
      return timesText(finding.crude?.estimate ?? null, finding.crude?.ci ?? null);
    case 'p-adjusted':
      return pText(finding);
    case 'smallest-effect':
      return finding.smallestEffect === null
        ? NOT_MEASURED
        : declaredNumber(finding.smallestEffect, finding.unit);
  }
}

function signedText(finding: Finding): string {
  const text = numberText(finding.estimate, finding, finding.ci);
  return (finding.estimate ?? 0) > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A difference in percent as a multiple without its unit: 611 (percent more) is "7.1". */
function timesText(percent: number | null, interval: Interval | null): string {
  if (percent === null) return NOT_MEASURED;
  const style = { interval: interval && multipleOf(interval) };
  return formatNumber(1 + percent / 100, 'ratio', style);
}

function multipleOf({ low, high, level }: Interval): Interval {
  return { low: 1 + low / 100, high: 1 + high / 100, level };
}

/** The p value that a reader should look at: the adjusted one, or the plain one of an exploratory finding. */
function pText({ test }: Finding): string {
  return test ? formatP(test.pAdjusted ?? test.p) : NOT_MEASURED;
}

function numberText(value: number | null, { unit }: Finding, interval: Finding['ci']): string {
  return value === null ? NOT_MEASURED : formatNumber(value, unit, { interval });
}

/** The interval of the absolute value; an interval that holds zero has no side and stays as it is. */
function absoluteInterval(interval: Interval): Interval {
  return interval.high < 0 ? { ...interval, low: -interval.high, high: -interval.low } : interval;
}

function absolute(value: number | null): number | null {
  return value === null ? null : Math.abs(value);
}
