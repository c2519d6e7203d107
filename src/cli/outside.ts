import type { Fetch } from '../sources/datasets/fetchDataset.js';
import type { Stream } from './terminal.js';

/** The outside of a run, replaced in tests. */
export interface Outside {
  readonly stdout: Stream;
  readonly stderr: Stream;
  /** The process's own when left out. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly directory: string;
  now(): Date;
  readonly fetch: Fetch;
  /** Resolves at Ctrl+C. */
  readonly untilInterrupted: () => Promise<void>;
}
