import type { FindingBook } from '../domain/findingBook.js';
import type { Chart, Drawing } from './chart.js';
import { ageCurve } from './ageCurve.js';
import { albumType } from './albumType.js';
import { artistClusters } from './artistClusters.js';
import { artistEngagement } from './artistEngagement.js';
import { artistLoyalty } from './artistLoyalty.js';
import { artistNetwork } from './artistNetwork.js';
import { genreEngagement } from './genreEngagement.js';
import { genreGrowth } from './genreGrowth.js';
import { genreListening } from './genreListening.js';
import { genrePopularity } from './genrePopularity.js';
import { genrePopularityTrend } from './genrePopularityTrend.js';
import { genreTreemap } from './genreTreemap.js';
import { genreTrends } from './genreTrends.js';
import { joinCoverage } from './joinCoverage.js';
import { missingValues } from './missingValues.js';
import { popularityDistributions } from './popularityDistributions.js';
import { rankingAgreement } from './rankingAgreement.js';
import { topArtists } from './topArtists.js';
import { audioForest } from './audioForest.js';
import { contentForest } from './contentForest.js';
import { durationCurve } from './durationCurve.js';
import { explicitCrudeAdjusted } from './explicitCrudeAdjusted.js';
import { featureCorrelations } from './featureCorrelations.js';
import { modelBias } from './modelBias.js';
import { modelCalibration } from './modelCalibration.js';
import { modelDependence } from './modelDependence.js';
import { modelImportance } from './modelImportance.js';
import { modelLearning } from './modelLearning.js';
import { modelScores } from './modelScores.js';
import { officialVideo } from './officialVideo.js';
import { platformArtists } from './platformArtists.js';
import { releaseMonths } from './releaseMonths.js';
import { releaseWeekdays } from './releaseWeekdays.js';
import { similarMethods } from './similarMethods.js';
import { songGenreConfusion } from './songGenreConfusion.js';
import { songGenreGenres } from './songGenreGenres.js';
import { songGenreImportance } from './songGenreImportance.js';
import { songGenreModels } from './songGenreModels.js';
import { streamsViews } from './streamsViews.js';

/** All charts of the report, in the order of its sections. One line each. */
export const charts: readonly Chart[] = uniqueCharts([
  missingValues,
  joinCoverage,
  popularityDistributions,
  genrePopularity,
  genreTreemap,
  genreTrends,
  genrePopularityTrend,
  genreGrowth,
  genreEngagement,
  genreListening,
  topArtists,
  rankingAgreement,
  artistLoyalty,
  artistEngagement,
  artistClusters,
  artistNetwork,
  contentForest,
  explicitCrudeAdjusted,
  durationCurve,
  releaseMonths,
  releaseWeekdays,
  albumType,
  ageCurve,
  audioForest,
  featureCorrelations,
  streamsViews,
  platformArtists,
  officialVideo,
  modelScores,
  modelCalibration,
  modelBias,
  modelImportance,
  modelDependence,
  modelLearning,
  similarMethods,
  songGenreModels,
  songGenreConfusion,
  songGenreGenres,
  songGenreImportance,
]);

/** @throws Error where two charts have one id: they would write one file. */
export function uniqueCharts(list: readonly Chart[]): readonly Chart[] {
  const seen = new Set<string>();
  for (const { id } of list) {
    if (seen.has(id)) throw new Error(`duplicate chart "${id}"`);
    seen.add(id);
  }
  return list;
}

/** A chart with what it drew from a book. */
export interface ChartDrawing {
  readonly chart: Chart;
  readonly drawing: Drawing;
}

/**
 * Builds every chart for which the book holds data, in the order of {@link charts}.
 *
 * @example
 * for (const { chart, drawing } of buildDrawings(book)) await renderer.toSvg(drawing.figure, { id: chart.id, … });
 */
export function buildDrawings(book: FindingBook, list: readonly Chart[] = charts): ChartDrawing[] {
  return list.flatMap((chart) => {
    const drawing = chart.build(book);
    return drawing === null ? [] : [{ chart, drawing }];
  });
}
