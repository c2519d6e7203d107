import type { z } from 'zod';
import type { FeatureTable } from '../features/featureTable.js';
import type { Asker } from '../store/query.js';

/** What a study may read besides the store. */
export interface StudyContext {
  readonly features: FeatureTable;
  /** The as-of date of a source (ISO). */
  asOf(source: string): string;
}

export interface StudyOptions {
  /** Drives every random choice of the study. */
  readonly seed: number;
  /** Called as each step begins, with its name and how many are done. */
  readonly onStep?: (label: string, done: number, total: number) => void;
}

/**
 * An evaluation of models whose result a section of the report tells: long to compute, so its result is kept as a file
 * and computed again only where data, code or seed changed. The result is plain JSON, numbers in full precision.
 */
export interface Study<Data = unknown, Result = unknown> {
  /** Name of its file: `reports/models/<id>.json`. */
  readonly id: string;
  readonly title: string;
  /** What a stored result must look like. */
  readonly schema: z.ZodType<Result>;
  load(reader: Asker, context: StudyContext): Promise<Data>;
  /** Same data and seed, same result. Data too few to judge is a result that says so, never an error. */
  run(data: Data, options: StudyOptions): Promise<Result>;
}
