import type { Split } from '../evaluate/split.js';
import type { ModelSpec } from '../modelSpec.js';
import type { ModelTable } from '../modelTable.js';

/** When a value exists: before anyone has heard the song, or only afterwards. */
export type KnownAt = 'release' | 'after-release';

/** Rows that belong together, as the audit sees them. */
export interface AuditUnit {
  /** What a code stands for, in words: "artist". */
  readonly title: string;
  /** Code per row; −1 where the row belongs to none. */
  readonly codes: Int32Array;
}

/** What a model learns from and how it is judged: all that the audit looks at. One row per track id. */
export interface AuditSubject {
  readonly recipe: string;
  /** The columns as the learner gets them, before any encoding that it fits itself. */
  readonly table: ModelTable;
  readonly target: Float64Array;
  readonly split: Split;
  /** What is learned; of its settings the audit uses the target means, with a small model in place of the full one. */
  readonly spec: ModelSpec;
  /** Since when each column is known; every column of the table but the unit of the target means must be here. */
  readonly knownAt: ReadonlyMap<string, KnownAt>;
  /** `release` where the recipe says that it predicts before anyone has heard the song. */
  readonly claims: KnownAt;
  /** Who the rows are: ids, titles and artists; an artist may be missing. */
  readonly songs: {
    readonly ids: readonly string[];
    readonly titles: readonly string[];
    readonly artists: readonly (string | null)[];
  };
  /** What else the split promises to keep together: artists, albums. */
  readonly units?: readonly AuditUnit[];
  /** Out-of-fold predictions of the full model, where they are at hand. */
  readonly predicted?: Float64Array;
  /** Columns that may explain nearly all that the model does, each with the reason, declared beforehand. */
  readonly mayLead?: ReadonlyMap<string, string>;
}

export interface AuditOptions {
  readonly seed: number;
  /** Trees of the small model that stands in for the full one. */
  readonly rounds?: number;
  /** Draws of the bootstrap behind the interval of the permuted run. */
  readonly replicates?: number;
  /** Threads, as in `crossValidate`. */
  readonly workers?: number;
}
