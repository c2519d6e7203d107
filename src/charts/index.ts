import type { FindingBook } from '../domain/findingBook.js';
import type { Chart, Drawing } from './chart.js';
import { ageCurve } from './ageCurve.js';
import { albumType } from './albumType.js';
import { audioForest } from './audioForest.js';
import { contentForest } from './contentForest.js';
import { durationCurve } from './durationCurve.js';
import { explicitCrudeAdjusted } from './explicitCrudeAdjusted.js';
import { featureCorrelations } from './featureCorrelations.js';
import { officialVideo } from './officialVideo.js';
import { platformArtists } from './platformArtists.js';
import { releaseMonths } from './releaseMonths.js';
import { releaseWeekdays } from './releaseWeekdays.js';
import { streamsViews } from './streamsViews.js';

/** All charts of the report, in the order of its sections. One line each. */
export const charts: readonly Chart[] = uniqueCharts([
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
