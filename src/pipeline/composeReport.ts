import type { Analysis, AnalysisContext, Measured, Reader } from '../analyses/analysis.js';
import { hypothesesHash } from '../analyses/hypotheses.js';
import { analyses } from '../analyses/index.js';
import { judge } from '../analyses/judge.js';
import { FindingBook } from '../domain/findingBook.js';
import type { Report, Section, SourceStamp } from '../domain/section.js';
import { buildFeatureTable } from '../features/buildFeatureTable.js';
import type { Db } from '../store/db.js';
import { asOfDates, latestDate } from './asOfDates.js';
import type { Dataset } from './dataset.js';
import type { StudyResults } from './studyResults.js';
import { packageVersion } from './packageInfo.js';
import { readerOf } from './readerOf.js';

/** What a report is made from, besides the store. */
export interface ComposeRequest {
  readonly dataset: Dataset;
  readonly sources: readonly SourceStamp[];
  readonly contentHash: string;
  readonly seed: number;
  /** Overrides the as-of date of every source. */
  readonly asOf: string | null;
  /** Results of studies of models, stored or to be computed. */
  readonly studies: StudyResults;
  /** Called as each step begins, with its name and how many are done. */
  readonly onStep?: (label: string, done: number, total: number) => void;
}

/**
 * Computes a whole report from a store: features, then every analysis, then one multiplicity correction over all of
 * them, then the sentences. The same store, request and code give the same report.
 */
export async function composeReport(db: Db, request: ComposeRequest): Promise<Report> {
  const reader = readerOf(db);
  const total = analyses.length + 1;
  request.onStep?.('features', 0, total);
  const context = await buildContext(reader, request);
  const measured: Measured[] = [];
  for (const analysis of analyses) {
    request.onStep?.(analysis.title, measured.length + 1, total);
    measured.push(await measure(analysis, reader, context));
  }
  const findings = judge(measured.flatMap((part) => part.findings));
  const tables = measured.flatMap((part) => part.tables);
  const book = new FindingBook(findings, tables);
  return {
    schema: 1,
    provenance: {
      dataset: request.dataset,
      sources: request.sources,
      version: packageVersion(),
      seed: request.seed,
      asOf: reportDate(request, context),
      contentHash: request.contentHash,
      hypothesesHash: hypothesesHash(),
      familySize: findings.filter((finding) => typeof finding.test?.pAdjusted === 'number').length,
    },
    sections: analyses.map((analysis): Section => ({
      id: analysis.id,
      title: analysis.title,
      ...analysis.narrate(book, context),
    })),
    findings,
    tables,
  };
}

async function buildContext(reader: Reader, request: ComposeRequest): Promise<AnalysisContext> {
  const dates = asOfDates(request.sources);
  const asOf = (source: string): string => request.asOf ?? dates.of(source);
  const features = await buildFeatureTable(reader, { asOf });
  const { seed, onStep, studies } = request;
  return {
    features,
    sources: request.sources,
    asOf,
    dataset: request.dataset,
    seed,
    study: (study) => studies.of(study, reader, { features, asOf }, { seed, onStep }),
  };
}

async function measure(
  analysis: Analysis,
  reader: Reader,
  context: AnalysisContext,
): Promise<Measured> {
  return analysis.measure(await analysis.load(reader, context), context);
}

/** The latest day that the data speak of; in words where the store is empty. */
function reportDate({ sources }: ComposeRequest, context: AnalysisContext): string {
  return sources.length === 0
    ? 'no date'
    : latestDate(sources.map(({ source }) => context.asOf(source)));
}
