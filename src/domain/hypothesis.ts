import type { SectionId } from './finding.js';
import type { Unit } from './unit.js';

/** A statement to be tested, declared before the data is read. */
export interface Hypothesis {
  /** Also the id of the finding that answers it, for example `content.explicit`. */
  readonly id: string;
  readonly section: SectionId;
  /** A full sentence a reader can disagree with. */
  readonly statement: string;
  readonly direction: 'positive' | 'negative' | 'either';
  /** Observation or feature that is explained. */
  readonly outcome: string;
  /** Feature that explains. */
  readonly exposure: string;
  /** Feature ids that are adjusted for. */
  readonly confounders: readonly string[];
  /** Sources to take the outcome from, first with enough data wins; never averaged. */
  readonly sources: readonly string[];
  readonly test: string;
  /** Smallest effect of interest, in `unit`: below it a difference is too small to matter. */
  readonly smallestEffect: number;
  readonly unit: Unit;
  readonly rationale: string;
}
