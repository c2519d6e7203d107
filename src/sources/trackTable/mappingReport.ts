/** One column of a table of tracks and the field it was taken for. */
export interface MappedColumn {
  readonly column: string;
  /** See `trackFields`: `title`, `artists`, `duration`… */
  readonly field: string;
  /** Whether the user said so (`--map`) or the name was recognised. */
  readonly by: 'name' | 'option';
}

/** A decision that the values of a column led to, with what it rests on. */
export interface UnitDecision {
  readonly field: string;
  readonly column: string;
  /** For example `milliseconds`, `0–1`, `split at ", "`. */
  readonly unit: string;
  /** For example `median 214,560 in the first 1,000 rows`. */
  readonly evidence: string;
}

/** How a table of tracks is read. */
export interface MappingReport {
  readonly file: string;
  readonly columns: readonly MappedColumn[];
  readonly ignored: readonly string[];
  readonly units: readonly UnitDecision[];
  /** The date its observations speak of, and where that date comes from. */
  readonly observedAt: string;
  readonly observedFrom: string;
}
