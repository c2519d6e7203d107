import type { EffectSize, Interval } from './testResult.js';
import type { Unit } from './unit.js';

/** Id of a section of the report: that of its analysis in `src/analyses/index.ts`, which alone holds their order. */
export type SectionId = string;

/**
 * What an interval says about a declared hypothesis.
 * - supported: adjusted p ≤ 0.05 and the interval lies on the declared side of zero
 * - contradicted: the same, on the other side
 * - too-small: the whole interval lies inside ± the smallest effect of interest (equivalence)
 * - inconclusive: anything else, which is not the same as "no effect"
 */
export type Verdict = 'supported' | 'contradicted' | 'too-small' | 'inconclusive';

/** Declared before the data is read, or found while looking, or a plain description. */
export type FindingKind = 'confirmatory' | 'exploratory' | 'descriptive';

export interface Estimate {
  readonly estimate: number;
  readonly ci: Interval | null;
}

/** The same comparison among the songs of one artist: a sensitivity check of a finding, which is a finding of its own. */
export interface WithinArtist extends Estimate {
  /** Id of that finding; the number of artists that contribute is `<id>.artists`. */
  readonly finding: string;
}

/** The test behind a finding, flattened for the appendix and for `findings.json`. */
export interface FindingTest {
  readonly method: string;
  readonly statistic: { readonly name: string; readonly value: number };
  readonly df: number | readonly [number, number] | null;
  readonly p: number;
  /** Benjamini–Hochberg over the one confirmatory family; null for exploratory findings. */
  readonly pAdjusted: number | null;
}

/**
 * One statement about the data: the only place where a number of the report comes from.
 * `estimate` is null where the data do not suffice; then `note` says why ("not enough data: n = 3").
 */
export interface Finding {
  /** `section.topic`, unique in a report, for example `content.explicit`. */
  readonly id: string;
  readonly section: SectionId;
  /** What was measured, as a short noun phrase without a number. */
  readonly label: string;
  readonly kind: FindingKind;
  readonly estimate: number | null;
  readonly unit: Unit;
  readonly ci: Interval | null;
  readonly n: number;
  /** What `n` counts. */
  readonly nUnit: Unit;
  /** The unadjusted comparison, beside the adjusted `estimate`; null where nothing was adjusted for. */
  readonly crude: Estimate | null;
  /** Null where it was not checked: see `analyses/adjusted/withinArtist`. */
  readonly withinArtist: WithinArtist | null;
  readonly adjustedFor: readonly string[];
  /** What the interval treats as one independent unit ("artist"), or null. */
  readonly clusteredBy: string | null;
  readonly test: FindingTest | null;
  readonly effect: EffectSize | null;
  readonly hypothesis: string | null;
  /** Smallest effect of interest, in `unit`; null for descriptions. */
  readonly smallestEffect: number | null;
  readonly verdict: Verdict | null;
  /** Ids of the queries in `src/store/queries` that the number comes from. */
  readonly queries: readonly string[];
  /** Sources whose observations enter, each with its own as-of date. */
  readonly sources: readonly string[];
  readonly asOf: string | null;
  readonly caveats: readonly string[];
  readonly note: string | null;
}
