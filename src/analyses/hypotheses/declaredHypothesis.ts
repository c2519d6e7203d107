import type { Hypothesis } from '../../domain/hypothesis.js';

/**
 * What the estimate of a hypothesis is.
 * - difference: of the outcome itself, in its unit
 * - relative-difference: of an outcome modelled on the log10 scale, shown as a difference in percent
 * - correlation: of ranks, −1 to 1
 * - variance-share: the share of the outcome's variation that a category accounts for, in percent
 */
export type Measure = 'difference' | 'relative-difference' | 'correlation' | 'variance-share';

/**
 * The step of the exposure that the estimate speaks of.
 * `doubling` and `tenfold` take the logarithm of a positive exposure; `decade-of-age` counts ten earlier release years;
 * `levels` compares all levels of a category.
 */
export type Step =
  'contrast' | 'one' | 'standard-deviation' | 'decade-of-age' | 'doubling' | 'tenfold' | 'levels';

/** Words for the sentence "{subject} {verb} 2.1 points {more} {tail}"; none of them holds a digit. */
export interface HypothesisWords {
  /** "songs with explicit lyrics" */
  readonly subject: string;
  /** What has more of the exposure: "songs with explicit lyrics", "longer songs". */
  readonly high: string;
  /** "score" */
  readonly verb: string;
  /** "higher in popularity" */
  readonly more: string;
  /** "lower in popularity" */
  readonly less: string;
  /** "than clean songs", "for each further minute of length" */
  readonly tail: string;
  /** Name for charts and lists, at most about 25 characters: "Explicit lyrics". */
  readonly short: string;
  /** What the verdict is about in "…makes no difference that matters": "song length". */
  readonly topic: string;
  /** Whether the topic takes a plural verb. */
  readonly plural?: boolean;
}

/** A hypothesis with what the engine and the wording need besides. */
export interface DeclaredHypothesis extends Hypothesis {
  /** Noun phrase for the finding: "popularity of explicit against clean songs". */
  readonly label: string;
  readonly measure: Measure;
  readonly step: Step;
  readonly words: HypothesisWords;
  /** What this comparison cannot rule out, as a sentence without a number; stands beside the result. */
  readonly limit?: string;
  /**
   * The limit could account for all of the difference: the exposure may come from the outcome (popular songs are put on
   * playlists), hold a part of it, or be mixed with something the data lack. However strong, such a finding is named
   * after all others among headlines and recommendations.
   */
  readonly limitCouldBeAll?: true;
}
