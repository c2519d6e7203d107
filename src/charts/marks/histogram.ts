import { COLOUR } from '../theme.js';
import {
  valueAxis,
  xAxisTitle,
  yAxisTitle,
  X_AXIS_ROOM,
  Y_TITLE_ROOM,
  type AxisOptions,
} from './axis.js';
import { framePicture, type FrameOptions, type Picture, type PlotlyPart } from './frame.js';
import { topLabel, TOP_LABEL_ROOM, verticalRule, type Reference } from './rules.js';
import { valueTickRoom } from './tickRoom.js';

/** Cases from `low` (included) to `high`. */
export interface HistogramBin {
  readonly low: number;
  readonly high: number;
  readonly count: number;
  readonly highlight?: boolean;
}

export interface HistogramOptions extends FrameOptions {
  readonly bins: readonly HistogramBin[];
  readonly x: AxisOptions;
  readonly y: AxisOptions;
  /** A vertical line, for example the median. */
  readonly reference?: Reference;
}

/**
 * Counts per interval of a quantity; on a logarithmic axis bins are drawn at their width there.
 *
 * @example
 * histogram({ bins: [{ low: 0, high: 10, count: 4 }], x: { title: 'Popularity (points)' }, y: { title: 'Songs' },
 *   subtitle: 'n = 4 songs', source: 'Source: sample' });
 */
export function histogram(options: HistogramOptions): Picture {
  const { bins } = options;
  const ends = bins.flatMap((bin) => [bin.low, bin.high]);
  const range = options.x.range ?? [Math.min(...ends), Math.max(...ends)];
  const xaxis = valueAxis({ ...options.x, range }, ends, 10);
  const yaxis = valueAxis(
    { ...options.y, fromZero: true },
    bins.map((bin) => bin.count),
  );
  const { reference } = options;
  const referenceRoom = reference ? TOP_LABEL_ROOM - 8 : 0;
  const room = {
    left: valueTickRoom(yaxis),
    right: 24,
    top: Y_TITLE_ROOM + referenceRoom,
    bottom: X_AXIS_ROOM,
  };
  const yTitle = yAxisTitle(options.y.title, room.left);
  return framePicture(options, {
    data: traces(bins),
    room,
    xaxis: { ...xaxis, showgrid: false, showline: true, ticks: 'outside', ticklen: 4 },
    yaxis,
    shapes: reference
      ? [{ ...verticalRule(reference.value, COLOUR.contrast), layer: 'above' }]
      : [],
    annotations: [
      xAxisTitle(options.x.title),
      { ...yTitle, yshift: 12 + referenceRoom },
      ...(reference ? [referenceLabel(reference, options.x)] : []),
    ],
  });
}

/** All bins, and over them the highlighted ones. */
function traces(bins: readonly HistogramBin[]): PlotlyPart[] {
  const highlighted = bins.filter((bin) => bin.highlight);
  const all = {
    ...outline(bins, COLOUR.accentSoft),
    hovertemplate: '%{y:,}<extra></extra>',
  };
  if (highlighted.length === 0) return [all];
  return [all, { ...outline(highlighted, COLOUR.contrast), hoverinfo: 'skip' }];
}

function outline(bins: readonly HistogramBin[], fillcolor: string): PlotlyPart {
  return {
    type: 'scatter',
    mode: 'lines',
    x: bins.flatMap((bin) => [bin.low, bin.low, bin.high, bin.high, null]),
    y: bins.flatMap((bin) => [0, bin.count, bin.count, 0, null]),
    fill: 'tozeroy',
    fillcolor,
    line: { color: COLOUR.background, width: 1 },
  };
}

function referenceLabel({ value, label }: Reference, x: AxisOptions): PlotlyPart {
  return topLabel(x.scale === 'log' ? Math.log10(value) : value, label, COLOUR.contrast);
}
