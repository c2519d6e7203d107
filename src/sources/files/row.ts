import type { RecordDefect } from '../../domain/record.js';

/** One record of a table, or what is wrong with it. */
export interface Row {
  /** 1-based line on which it begins. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly defect?: RecordDefect;
}
