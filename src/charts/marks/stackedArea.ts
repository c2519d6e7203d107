import { COLOUR, seriesColour } from '../theme.js';
import {
  valueAxis,
  xAxisTitle,
  yAxisTitle,
  X_AXIS_ROOM,
  Y_TITLE_ROOM,
  type AxisOptions,
} from './axis.js';
import { endLabels, endLabelRoom } from './endLabels.js';
import { framePicture, type FrameOptions, type Picture, type PlotlyPart } from './frame.js';
import { valueTickRoom } from './tickRoom.js';

export interface AreaSeries {
  readonly label: string;
  /** One value per x, not negative. */
  readonly values: readonly number[];
}

export interface StackedAreaOptions extends FrameOptions {
  /** In rising order, for example years. */
  readonly xs: readonly number[];
  /** From bottom to top. */
  readonly series: readonly AreaSeries[];
  readonly x: AxisOptions;
  readonly y: AxisOptions;
}

/**
 * Areas stacked upon each other, each named at its right end: how a whole divides over time.
 *
 * @example
 * stackedArea({ xs: [2018, 2019], series: [{ label: 'pop', values: [60, 50] }, { label: 'rap', values: [40, 50] }],
 *   x: { title: 'Year', format: 'year' }, y: { title: 'Share of releases', suffix: '%' }, subtitle: '', source: '' });
 */
export function stackedArea(options: StackedAreaOptions): Picture {
  const { xs, series } = options;
  const tops = stackTops(series, xs.length);
  const xaxis = valueAxis(
    { ...options.x, range: options.x.range ?? [xs[0] ?? 0, xs.at(-1) ?? 1] },
    xs,
    10,
  );
  const yaxis = valueAxis(
    { ...options.y, range: options.y.range ?? [0, Math.max(0, ...(tops.at(-1) ?? [1]))] },
    [],
  );
  const room = {
    left: valueTickRoom(yaxis),
    right: endLabelRoom(
      series.map((one) => one.label),
      options,
    ),
    top: Y_TITLE_ROOM,
    bottom: X_AXIS_ROOM,
  };
  const ends = series.map((one, index) => ({
    label: one.label,
    at: ((tops[index]?.at(-1) ?? 0) + (tops[index - 1]?.at(-1) ?? 0)) / 2,
    colour: seriesColour(index),
  }));
  return framePicture(options, {
    data: series.map((one, index) => areaTrace(xs, one, seriesColour(index))),
    room,
    xaxis: { ...xaxis, showgrid: false, ticks: 'outside', ticklen: 4 },
    yaxis,
    annotations: [
      xAxisTitle(options.x.title),
      yAxisTitle(options.y.title, room.left),
      ...endLabels(ends, yaxis, options, room),
    ],
  });
}

function areaTrace(xs: readonly number[], series: AreaSeries, fillcolor: string): PlotlyPart {
  return {
    type: 'scatter',
    mode: 'lines',
    x: xs,
    y: series.values,
    stackgroup: 'all',
    line: { width: 1, color: COLOUR.background },
    fillcolor,
    hovertemplate: '%{x}: %{y:,.2~f}<extra></extra>',
  };
}

function stackTops(series: readonly AreaSeries[], length: number): number[][] {
  let below = new Array<number>(length).fill(0);
  return series.map((one) => {
    below = below.map((value, index) => value + (one.values[index] ?? 0));
    return below;
  });
}
