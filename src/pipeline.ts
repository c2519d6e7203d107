import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Config } from './config.js';
import type { Report } from './domain/section.js';
import { compareOutputs, describeDifference } from './outputs/compareOutputs.js';
import { layoutFor, TOGETHER, type OutputLayout } from './outputs/layout.js';
import { modelCardReport } from './outputs/modelCard/renderModelCard.js';
import type { OutputSet } from './outputs/outputSet.js';
import { makeStamp, stampText } from './outputs/stamp.js';
import { freshness, type Freshness } from './outputs/status.js';
import { checkTraceability } from './outputs/traceability.js';
import { writeOutputs, type Written } from './outputs/writeOutputs.js';
import { AppError, messageOf } from './errors.js';
import { checkWritable } from './pipeline/checkWritable.js';
import { composeReport } from './pipeline/composeReport.js';
import { removeObsolete } from './pipeline/removeObsolete.js';
import { openDataset, type DatasetRequest, type OpenedDataset } from './pipeline/openDataset.js';
import { isPdfCurrent } from './pipeline/makeDeckPdf.js';
import { lastStamp, presentOutputs } from './pipeline/presentOutputs.js';
import { drawingsOf, renderReport } from './pipeline/renderReport.js';
import { reportKey } from './pipeline/reportKey.js';
import { sourceStamps } from './pipeline/sourceStamps.js';
import { StudyResults, studyKey } from './pipeline/studyResults.js';

export interface ReportRequest extends DatasetRequest {
  /** Overrides every source's as-of date (ISO). */
  readonly asOf: string | null;
  /** Folder to write under; null: where the command was called. */
  readonly out: string | null;
  readonly onStep?: (label: string, done: number, total: number) => void;
}

/** A report that was made, with everything it renders to. */
export interface MadeReport {
  readonly report: Report;
  readonly outputs: OutputSet;
  readonly layout: OutputLayout;
  readonly root: string;
}

export type ReportRun =
  | { readonly state: 'fresh'; readonly root: string; readonly layout: OutputLayout }
  | ({ readonly state: 'made' } & MadeReport & Written);

/**
 * The main job: data → store → features → analyses → findings → figures → documents, all of it only where something
 * is stale.
 *
 * @throws AppError where the data cannot be read, the store is locked or an output cannot be written
 * @example
 * const run = await runReport(config, { dataset: 'sample', seed: 1, songs: 3000, … });
 */
export async function runReport(config: Config, request: ReportRequest): Promise<ReportRun> {
  return withDataset(config, request, async (dataset) => {
    const { root, layout } = placeOf(config, request);
    const key = reportKey(request, dataset.contentHash);
    const stamp = lastStamp(root, layout.stamp);
    const isFresh = freshness(stamp, presentOutputs(root, stamp, key)).state === 'fresh';
    if (isFresh && !request.force) return { state: 'fresh', root, layout };
    checkWritable(root);
    const made = await makeReport(config, request, dataset);
    const written = writeOutputs(made.outputs, root);
    removeObsolete(root, stamp, made.outputs);
    const newStamp = stampText(makeStamp(key, made.outputs, stamp?.deckPdfOf));
    writeOutputs(new Map([[layout.stamp, newStamp]]), root);
    return { state: 'made', ...made, ...written };
  });
}

/** What is wrong with the outputs as they stand; nothing is written. Empty: all as it would be made. */
export async function checkReport(
  config: Config,
  request: ReportRequest,
): Promise<readonly string[]> {
  return withDataset(config, request, async (dataset) => {
    const { report, outputs, layout, root } = await makeReport(config, request, dataset);
    const drawings = drawingsOf(report);
    const traced: [path: string, report: Report][] = [
      [layout.insights, report],
      [layout.modelCard, modelCardReport(report)],
    ];
    return [
      ...compareOutputs(outputs, root, { [layout.figures]: '.svg' }).map(describeDifference),
      ...pdfProblems({ root, layout }),
      ...traced.flatMap(([path, told]) =>
        checkTraceability(String(outputs.get(path)), told, drawings).map(
          (problem) => `${path}:${problem.line}: ${problem.message}`,
        ),
      ),
    ];
  });
}

/** Whether the outputs match data, code and parameters; `unknown`, with the reason, where the data cannot be read. */
export async function reportStatus(config: Config, request: ReportRequest): Promise<Freshness> {
  const { root, layout } = placeOf(config, request);
  const stamp = lastStamp(root, layout.stamp);
  try {
    return await withDataset(config, request, async (dataset) => {
      const key = reportKey(request, dataset.contentHash);
      return freshness(stamp, presentOutputs(root, stamp, key));
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { state: 'unknown', reasons: [messageOf(error)] };
  }
}

function pdfProblems(place: { root: string; layout: OutputLayout }): string[] {
  const { deckPdf } = place.layout;
  if (!existsSync(join(place.root, deckPdf)) || isPdfCurrent(place)) return [];
  return [`${deckPdf}: shows an older deck`];
}

/** Computes the report of a dataset and renders nothing. */
export async function composeDataset(config: Config, request: ReportRequest): Promise<Report> {
  const studies = studiesOf(config, request);
  return withDataset(config, request, (dataset) => compose(dataset, request, studies(dataset)));
}

async function compose(
  dataset: OpenedDataset,
  request: ReportRequest,
  studies: StudyResults,
): Promise<Report> {
  const db = await dataset.store();
  return composeReport(db, {
    dataset: request.dataset,
    sources: await sourceStamps(db),
    contentHash: dataset.contentHash,
    seed: request.seed,
    asOf: request.asOf,
    studies,
    onStep: request.onStep,
  });
}

/** Stored results beside the outputs; with `force` all are computed again. */
function studiesOf(
  config: Config,
  request: ReportRequest,
): (dataset: OpenedDataset) => StudyResults {
  const { root, layout } = placeOf(config, request);
  return ({ contentHash }) =>
    new StudyResults({
      folder: request.force ? null : join(root, layout.models),
      key: studyKey({ contentHash, seed: request.seed, asOf: request.asOf }),
    });
}

async function makeReport(
  config: Config,
  request: ReportRequest,
  dataset: OpenedDataset,
): Promise<MadeReport> {
  const studies = studiesOf(config, request)(dataset);
  const report = await compose(dataset, request, studies);
  // The embedded engine takes a third of a gigabyte; drawing needs that room and no data.
  await dataset.close();
  const { root, layout } = placeOf(config, request);
  const outputs = await renderReport(report, {
    layout,
    cacheDir: request.force ? null : join(config.storeDir, 'cache'),
    onStep: request.onStep,
  });
  return { report, outputs: new Map([...outputs, ...studies.files(layout.models)]), layout, root };
}

/**
 * Where the outputs go: the dataset's own place, or together in the folder that was named.
 *
 * @throws AppError 'usage' where that folder holds the project's own report, which would be overwritten
 */
function placeOf(config: Config, request: ReportRequest): { root: string; layout: OutputLayout } {
  if (request.out === null) return { root: config.root, layout: layoutFor(request.dataset) };
  const root = resolve(config.root, request.out);
  const project = layoutFor('public');
  if (existsSync(join(root, project.stamp))) {
    throw new AppError(
      'usage',
      `--out must not be the folder of the project's own report, got "${request.out}"`,
      `${project.insights} there would be overwritten; name another folder`,
    );
  }
  return { root, layout: TOGETHER };
}

async function withDataset<T>(
  config: Config,
  request: ReportRequest,
  work: (dataset: OpenedDataset) => Promise<T>,
): Promise<T> {
  const dataset = await openDataset(config, request);
  try {
    return await work(dataset);
  } finally {
    await dataset.close();
  }
}
