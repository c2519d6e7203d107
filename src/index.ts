/**
 * The package as notebooks and programs import it: `import { openStore, welchT } from 'liner-notes'`.
 * Nothing here starts work on import, and nothing in its import graph awaits at the top level, so `require` works too.
 *
 * @module
 */

// Errors and settings
export { AppError, EXIT_CODES, type ErrorCode } from './errors.js';
export { readConfig, type Config } from './config.js';

// The main job: data → report → files
export {
  checkReport,
  composeDataset,
  reportStatus,
  runReport,
  type MadeReport,
  type ReportRequest,
  type ReportRun,
} from './pipeline.js';
export { composeReport, type ComposeRequest } from './pipeline/composeReport.js';
export { DATASETS, type Dataset } from './pipeline/dataset.js';
export { openUserStore } from './pipeline/datasetStore.js';
export { ingestInputs, type IngestedInput, type IngestOptions } from './pipeline/ingestInputs.js';
export {
  defaultDataset,
  hasPublicData,
  openDataset,
  publicInputs,
  type DatasetRequest,
  type OpenedDataset,
} from './pipeline/openDataset.js';
export { readerOf } from './pipeline/readerOf.js';
export { sourceStamps } from './pipeline/sourceStamps.js';

// Domain: the types that everything speaks
export type * from './domain/draft.js';
export type * from './domain/finding.js';
export type * from './domain/hypothesis.js';
export type * from './domain/record.js';
export type * from './domain/section.js';
export type * from './domain/testResult.js';
export type * from './domain/unit.js';
export { FindingBook } from './domain/findingBook.js';
export { findingsIn, prose, type Piece, type Prose } from './domain/prose.js';
export { tableRecords, type Cell, type DataTable, type TableColumn } from './domain/table.js';

// Statistics: one pure function per question
export * from './stats/index.js';

// Sources
export { openInputs, sourceById, SOURCES } from './sources/index.js';
export type { OpenOptions } from './sources/fileSource.js';
export { locateDatasets, type LocatedDataset } from './sources/datasets/locateDatasets.js';
export type { MappingReport } from './sources/trackTable/mappingReport.js';
export { openSample, type SampleOptions } from './sources/sample/openSample.js';
export type { Input, Source } from './sources/source.js';
export { normaliseName } from './transform/normaliseName.js';

// Recommender: artists like one, in the process
export { openRecommender } from './pipeline/openRecommender.js';
export { loadArtistData, type ArtistData } from './models/recommend/artistData.js';
export {
  Recommender,
  type Recommendation,
  type RecommendedList,
  type RecommendOptions,
} from './models/recommend/recommender.js';
export { fitRecommender, type RecommenderModel } from './models/recommend/recommenderModel.js';

// Store: SQL through `db.query`, checked questions through `ask`
export { openStore, type StoreAddress } from './store/openStore.js';
export type { Db, SqlValue } from './store/db.js';
export { ask, type Asker, type Query } from './store/query.js';
export { contentHash } from './store/contentHash.js';
export { rowCounts } from './store/rowCounts.js';
export { artistAggregates } from './store/queries/artistAggregates.js';
export { artistListening } from './store/queries/artistListening.js';
export { artistMetrics } from './store/queries/artistMetrics.js';
export { artistTopTags } from './store/queries/artistTopTags.js';
export { deadLetters, type DeadLetter } from './store/queries/deadLetters.js';
export { entityCounts } from './store/queries/entityCounts.js';
export { genreAggregates } from './store/queries/genreAggregates.js';
export { genreListings } from './store/queries/genreListings.js';
export { joinCoverage } from './store/queries/joinCoverage.js';
export { ledgerSummary } from './store/queries/ledgerSummary.js';
export { missingValues } from './store/queries/missingValues.js';
export { readSongRecords, type SongRecord } from './store/queries/songRecords.js';
export { videoEngagement } from './store/queries/videoEngagement.js';

// Features
export { buildFeatureTable, type FeatureTableOptions } from './features/buildFeatureTable.js';
export type { Feature, FeatureValue } from './features/feature.js';
export type { CategoryColumn, FeatureTable } from './features/featureTable.js';
export { FEATURES } from './features/index.js';

// Models
export { artistClusters } from './models/artistClusters.js';
export { artistSimilarity } from './models/artistSimilarity.js';

// Analyses
export { hypotheses, hypothesesHash, hypothesis } from './analyses/hypotheses.js';
export { analyses } from './analyses/index.js';
export type {
  Analysis,
  AnalysisContext,
  Measured,
  Narrative,
  Reader,
} from './analyses/analysis.js';
export { FALSE_DISCOVERY_RATE, judge } from './analyses/judge.js';
export { makeFinding, notEnoughData } from './analyses/makeFinding.js';

// Charts: Plotly figures, and SVG without a browser
export type { Chart, Drawing, Figure } from './charts/chart.js';
export { buildDrawings, charts, type ChartDrawing } from './charts/index.js';
export * from './charts/marks/index.js';
export { createSvgRenderer, type SvgRenderer } from './charts/svg/createSvgRenderer.js';

// Outputs
export { diffFindings, diffToText, findingsJson, readFindings } from './outputs/findings/index.js';
export { formatNumber } from './outputs/format/index.js';
export { headlines } from './outputs/headlines.js';
export { proseToPlain } from './outputs/prose/index.js';
