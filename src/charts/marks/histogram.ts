import { COLOUR } from '../theme.js';
import {
  valueAxis,
  xAxisTitle,
  yAxisTitle,
  X_AXIS_ROOM,
  Y_TITLE_ROOM,
  type AxisOptions,
} from './axis.js';
import { framePicture, type FrameOptions, type Picture } from './frame.js';
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
  const some = bins.some((bin) => bin.highlight);
  const room = {
    left: valueTickRoom(yaxis),
    right: 24,
    top: Y_TITLE_ROOM + (options.reference ? TOP_LABEL_ROOM - 8 : 0),
    bottom: X_AXIS_ROOM,
  };
  const reference = options.reference;
  return framePicture(options, {
    data: [
      {
        type: 'scatter',
        mode: 'lines',
        x: bins.flatMap((bin) => [bin.low, bin.low, bin.high, bin.high, null]),
        y: bins.flatMap((bin) => [0, bin.count, bin.count, 0, null]),
        fill: 'tozeroy',
        fillcolor: COLOUR.accentSoft,
        line: { color: COLOUR.background, width: 1 },
        hovertemplate: '%{y:,}<extra></extra>',
      },
      ...(some ? [highlightTrace(bins.filter((bin) => bin.highlight))] : []),
    ],
    room,
    xaxis: { ...xaxis, showgrid: false, showline: true, ticks: 'outside', ticklen: 4 },
    yaxis,
    shapes: reference
      ? [{ ...verticalRule(reference.value, COLOUR.contrast), layer: 'above' }]
      : [],
    annotations: [
      xAxisTitle(options.x.title),
      {
        ...yAxisTitle(options.y.title, room.left),
        yshift: 12 + (reference ? TOP_LABEL_ROOM - 8 : 0),
      },
      ...(reference
        ? [
            topLabel(
              options.x.scale === 'log' ? Math.log10(reference.value) : reference.value,
              reference.label,
              COLOUR.contrast,
            ),
          ]
        : []),
    ],
  });
}

function highlightTrace(bins: readonly HistogramBin[]): Readonly<Record<string, unknown>> {
  return {
    type: 'scatter',
    mode: 'lines',
    x: bins.flatMap((bin) => [bin.low, bin.low, bin.high, bin.high, null]),
    y: bins.flatMap((bin) => [0, bin.count, bin.count, 0, null]),
    fill: 'tozeroy',
    fillcolor: COLOUR.contrast,
    line: { color: COLOUR.background, width: 1 },
    hoverinfo: 'skip',
  };
}
