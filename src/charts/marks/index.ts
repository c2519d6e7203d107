/**
 * Marks: one builder each that turns plain aggregated data into a picture. A chart takes one, gives it rows from
 * the book's tables, and adds title and alt text: `{ ...forestPlot({ … }), title, alt }`. Every text may hold names
 * from the data: marks neutralise, cut and place them.
 */
export { barWithInterval, type BarRow, type BarWithIntervalOptions } from './barWithInterval.js';
export { calendarBars, type CalendarBarsOptions, type CalendarSlot } from './calendarBars.js';
export type { GridCell } from './cellTraces.js';
export { densityRidges, type DensityGroup, type DensityRidgesOptions } from './densityRidges.js';
export { dumbbell, type DumbbellOptions, type DumbbellRow } from './dumbbell.js';
export { forceLayout, type LayoutEdge, type Position } from './forceLayout.js';
export { forestPlot, type ForestPlotOptions, type ForestRow } from './forestPlot.js';
export { heatmap, type HeatmapOptions } from './heatmap.js';
export { histogram, type HistogramBin, type HistogramOptions } from './histogram.js';
export {
  lineWithBand,
  type LinePoint,
  type LineSeries,
  type LineWithBandOptions,
} from './lineWithBand.js';
export { missingMatrix, type MissingMatrixOptions } from './missingMatrix.js';
export { network, type NetworkEdge, type NetworkNode, type NetworkOptions } from './network.js';
export {
  quantileIntervals,
  type QuantileIntervalsOptions,
  type QuantileRow,
} from './quantileIntervals.js';
export { rankAgreement, type RankAgreementOptions } from './rankAgreement.js';
export {
  scatterFit,
  type FitPoint,
  type ScatterFitOptions,
  type ScatterPoint,
} from './scatterFit.js';
export { stackedArea, type AreaSeries, type StackedAreaOptions } from './stackedArea.js';
export { treemap, type TreemapItem, type TreemapOptions } from './treemap.js';
export type { AxisOptions } from './axis.js';
export type { FrameOptions, Picture } from './frame.js';
export type { RowLabel } from './rows.js';
export type { Reference } from './rules.js';
