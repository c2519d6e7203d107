import type { Finding, Verdict } from '../../domain/finding.js';
import type { FindingsFile } from './findingsSchema.js';

/** An estimate that is another one now. */
export interface MovedFinding {
  readonly id: string;
  readonly old: Finding;
  readonly new: Finding;
}

/** A hypothesis that gets another answer now. */
export interface VerdictFlip {
  readonly id: string;
  readonly label: string;
  readonly old: Verdict | null;
  readonly new: Verdict | null;
}

/** What changed from one findings file to another, by id in code-unit order. */
export interface FindingsDiff {
  /** The new estimate lies outside the old interval, or the old one outside the new interval. */
  readonly moved: readonly MovedFinding[];
  /** Descriptions without an interval, and findings that gained or lost their estimate. */
  readonly changed: readonly MovedFinding[];
  readonly verdictFlips: readonly VerdictFlip[];
  readonly appeared: readonly Finding[];
  readonly vanished: readonly Finding[];
}

/** Relative differences up to this size are rounding. */
const TOLERANCE = 1e-9;

/** Compares two findings files; an estimate that stays within the intervals is no difference. */
export function diffFindings(before: FindingsFile, after: FindingsFile): FindingsDiff {
  const old = byId(before.findings);
  const now = byId(after.findings);
  const pairs = [...old.keys()].flatMap((id) => {
    const [oldOne, newOne] = [old.get(id), now.get(id)];
    return oldOne && newOne ? [{ id, old: oldOne, new: newOne }] : [];
  });
  return {
    moved: pairs.filter(isMoved),
    changed: pairs.filter(isChanged),
    verdictFlips: pairs
      .filter((pair) => pair.old.verdict !== pair.new.verdict)
      .map(({ id, old: { verdict }, new: current }) => ({
        id,
        label: current.label,
        old: verdict,
        new: current.verdict,
      })),
    appeared: [...now.values()].filter(({ id }) => !old.has(id)),
    vanished: [...old.values()].filter(({ id }) => !now.has(id)),
  };
}

/** Whether two files say the same, as far as `diffFindings` looks. */
export function isEmptyDiff(diff: FindingsDiff): boolean {
  return Object.values(diff).every((list: readonly unknown[]) => list.length === 0);
}

function byId(findings: readonly Finding[]): Map<string, Finding> {
  const sorted = [...findings].sort((a, b) => (a.id < b.id ? -1 : 1));
  return new Map(sorted.map((finding) => [finding.id, finding]));
}

function isMoved(pair: MovedFinding): boolean {
  const [old, now] = [pair.old, pair.new];
  if (old.estimate === null || now.estimate === null) return false;
  return isOutside(now.estimate, old) || isOutside(old.estimate, now);
}

function isOutside(value: number, { ci }: Finding): boolean {
  return ci !== null && (value < ci.low || value > ci.high);
}

function isChanged(pair: MovedFinding): boolean {
  const [old, now] = [pair.old, pair.new];
  if (old.estimate === null || now.estimate === null) return old.estimate !== now.estimate;
  if (old.ci !== null || now.ci !== null) return false;
  const size = Math.max(Math.abs(old.estimate), Math.abs(now.estimate));
  return Math.abs(old.estimate - now.estimate) > TOLERANCE * size;
}
