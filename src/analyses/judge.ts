import type { Finding, Verdict } from '../domain/finding.js';
import { benjaminiHochberg } from '../stats/benjaminiHochberg.js';
import type { Hypothesis } from '../domain/hypothesis.js';
import { hypotheses } from './hypotheses.js';

/** The false discovery rate that the one family is held to. */
export const FALSE_DISCOVERY_RATE = 0.05;

/**
 * The one multiplicity step of the report: Benjamini–Hochberg over all confirmatory tests that could be carried out,
 * then a verdict for each. Other findings come back as they are, in the same order.
 *
 * @throws Error where a confirmatory finding answers no declared hypothesis.
 * @example
 * const judged = judge(measured.flatMap((section) => section.findings));
 */
export function judge(
  findings: readonly Finding[],
  declared: readonly Hypothesis[] = hypotheses,
): readonly Finding[] {
  const family = findings.filter(isInFamily);
  const adjusted = benjaminiHochberg(family.map((finding) => finding.test?.p ?? Number.NaN));
  const pOf = new Map(family.map((finding, index) => [finding.id, adjusted[index] ?? Number.NaN]));
  const byId = new Map(declared.map((one) => [one.id, one]));
  return findings.map((finding) => {
    if (finding.kind !== 'confirmatory') return finding;
    const hypothesis = byId.get(finding.hypothesis ?? finding.id);
    if (!hypothesis)
      throw new Error(`confirmatory finding "${finding.id}" answers no declared hypothesis`);
    const pAdjusted = pOf.get(finding.id) ?? null;
    const test = finding.test && { ...finding.test, pAdjusted };
    return { ...finding, test, verdict: verdictOf(finding, pAdjusted, hypothesis) };
  });
}

/** How many tests the correction counts: confirmatory findings with a p value. */
export function familySize(findings: readonly Finding[]): number {
  return findings.filter(isInFamily).length;
}

function isInFamily(finding: Finding): boolean {
  return (
    finding.kind === 'confirmatory' && finding.test !== null && Number.isFinite(finding.test.p)
  );
}

/**
 * The verdict of one hypothesis, by its printed interval. "Too small to matter" comes first: an effect whose whole 95 % interval lies inside ± the
 * smallest effect of interest is of no consequence even where it is surely not zero (stricter than two one-sided
 * tests at 5 %, which would ask for the 90 % interval).
 */
function verdictOf(
  finding: Finding,
  pAdjusted: number | null,
  hypothesis: Hypothesis,
): Verdict | null {
  const { ci } = finding;
  if (finding.estimate === null || ci === null) return null;
  if (ci.low > -hypothesis.smallestEffect && ci.high < hypothesis.smallestEffect)
    return 'too-small';
  if (pAdjusted === null || pAdjusted > FALSE_DISCOVERY_RATE) return 'inconclusive';
  if (ci.low <= 0 && ci.high >= 0) return 'inconclusive';
  if (hypothesis.direction === 'either') return 'supported';
  const side = ci.low > 0 ? 'positive' : 'negative';
  return side === hypothesis.direction ? 'supported' : 'contradicted';
}
