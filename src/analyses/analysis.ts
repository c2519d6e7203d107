import type { Finding, SectionId } from '../domain/finding.js';
import type { FindingBook } from '../domain/findingBook.js';
import type { Block, Slide, SourceStamp } from '../domain/section.js';
import type { DataTable } from '../domain/table.js';
import type { FeatureTable } from '../features/featureTable.js';
import type { Study } from '../models/study.js';
import type { Asker } from '../store/query.js';

/** How an analysis asks the store; it has no other way to the outside. */
export type Reader = Asker;

/** What every analysis may use besides its own data. */
export interface AnalysisContext {
  readonly features: FeatureTable;
  readonly sources: readonly SourceStamp[];
  /** The as-of date of a source (ISO). */
  asOf(source: string): string;
  readonly dataset: 'sample' | 'public' | 'store';
  /** Seed for bootstraps and permutations; each analysis derives its own stream from it. */
  readonly seed: number;
  /** The result of a study of models: computed, or read where a stored one is still current. */
  study<Data, Result>(study: Study<Data, Result>): Promise<Result>;
}

/** Findings without adjusted p values and verdicts, and the tables that charts draw. */
export interface Measured {
  readonly findings: readonly Finding[];
  readonly tables: readonly DataTable[];
}

/** Sentences, charts and slides of a section. */
export interface Narrative {
  readonly blocks: readonly Block[];
  readonly slides: readonly Slide[];
}

/**
 * One section of the report, in three steps: `load` asks the store, `measure` computes findings and tables (pure),
 * and, after the one multiplicity correction over all sections, `narrate` puts the judged findings into words (pure).
 */
export interface Analysis<Data = unknown> {
  readonly id: SectionId;
  readonly title: string;
  load(reader: Reader, context: AnalysisContext): Promise<Data>;
  measure(data: Data, context: AnalysisContext): Measured;
  narrate(book: FindingBook, context: AnalysisContext): Narrative;
}

/** Keeps the type of the data between `load` and `measure` while the list of sections holds them all alike. */
export function defineAnalysis<Data>(analysis: Analysis<Data>): Analysis {
  return analysis;
}
