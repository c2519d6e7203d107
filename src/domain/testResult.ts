/** A two-sided interval with its confidence level (0.95 for 95 %). */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly level: number;
}

/** A standardised size of an effect and the published rule its label comes from. */
export interface EffectSize {
  /** For example "Hedges' g", "Cliff's delta", "Cramér's V". */
  readonly name: string;
  readonly value: number;
  readonly ci: Interval | null;
  /** "negligible", "small", "medium" or "large". */
  readonly label: string;
  /** Where the label comes from, for example "Cohen (1988): 0.2, 0.5, 0.8". */
  readonly rule: string;
}

/**
 * The result of a statistical test: never a bare number or a boolean.
 * `p` is two-sided unless the method says otherwise; `pAdjusted` is set by the multiplicity step only.
 */
export interface TestResult {
  readonly method: string;
  readonly statistic: { readonly name: string; readonly value: number };
  /** Degrees of freedom; two for F tests, none for permutation tests. */
  readonly df: number | readonly [number, number] | null;
  readonly p: number;
  readonly pAdjusted?: number;
  /** What was estimated (a difference, a correlation, a slope), in the unit of the data. */
  readonly estimate: number | null;
  readonly ci: Interval | null;
  readonly effect: EffectSize | null;
  /** Observations that entered, after missing ones were left out. */
  readonly n: number;
}
