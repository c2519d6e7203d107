import { escapeMarkup, visibleText } from '../text/plainText.js';
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
import { horizontalRule, titleWithReference, type Reference } from './rules.js';
import { valueTickRoom } from './tickRoom.js';

export interface LinePoint {
  readonly x: number;
  readonly y: number;
  readonly low?: number | null;
  readonly high?: number | null;
}

export interface LineSeries {
  readonly label: string;
  /** In order of x. */
  readonly points: readonly LinePoint[];
  /** When some series are highlighted, the others are grey. */
  readonly highlight?: boolean;
}

export interface LineWithBandOptions extends FrameOptions {
  readonly series: readonly LineSeries[];
  readonly x: AxisOptions;
  readonly y: AxisOptions;
  /** A horizontal line, for example the mean of all. */
  readonly reference?: Reference;
  /** A marker on every point; default where a series has at most 30. */
  readonly markers?: boolean;
}

/**
 * Lines with interval bands, each named at its right end (no legend); the labels never overlap.
 *
 * @example
 * lineWithBand({ series: [{ label: 'rap', points: [{ x: 2010, y: 12, low: 10, high: 14 }] }],
 *   x: { title: 'Year of release', format: 'year' }, y: { title: 'Share of releases (%)' }, subtitle: '', source: '' });
 */
export function lineWithBand(options: LineWithBandOptions): Picture {
  const { series, reference } = options;
  const points = series.flatMap((one) => one.points);
  const xaxis = valueAxis(
    options.x,
    points.map((point) => point.x),
    10,
  );
  const yaxis = valueAxis(options.y, [
    ...points.flatMap((point) => [point.y, point.low ?? point.y, point.high ?? point.y]),
    ...(reference ? [reference.value] : []),
  ]);
  const colours = seriesColours(series);
  const named = series.length > 1 ? series : [];
  const room = {
    left: valueTickRoom(yaxis),
    right: endLabelRoom(
      named.map((one) => one.label),
      options,
    ),
    top: Y_TITLE_ROOM,
    bottom: X_AXIS_ROOM,
  };
  const ends = named.map((one, index) => ({
    label: one.label,
    at: one.points.at(-1)?.y ?? 0,
    colour: colours[index] ?? COLOUR.ink,
  }));
  return framePicture(options, {
    data: traces(series, colours, options.markers),
    room,
    xaxis: { ...xaxis, showgrid: false, showline: true, ticks: 'outside', ticklen: 4 },
    yaxis,
    shapes: reference ? [horizontalRule(reference.value, COLOUR.muted, 'dot')] : [],
    annotations: [
      xAxisTitle(options.x.title),
      yAxisTitle(titleWithReference(options.y.title, reference), room.left),
      ...endLabels(ends, yaxis, options, room),
    ],
  });
}

/** Highlighted series in the palette's colours and the others grey; without highlights every series has its own. */
function seriesColours(series: readonly { readonly highlight?: boolean }[]): string[] {
  const some = series.some((one) => one.highlight);
  let used = 0;
  return series.map((one) => {
    if (some && !one.highlight) return COLOUR.quiet;
    used += 1;
    return seriesColour(used - 1);
  });
}

/** All bands, and over them all lines. */
function traces(
  series: readonly LineSeries[],
  colours: readonly string[],
  markers: boolean | undefined,
): PlotlyPart[] {
  const bandOpacity = series.length > 3 ? 0.1 : 0.18;
  const colourOf = (index: number): string => colours[index] ?? COLOUR.accent;
  return [
    ...series.flatMap((one, index) => bandTrace(one, colourOf(index), bandOpacity)),
    ...series.map((one, index) => lineTrace(one, colourOf(index), markers)),
  ];
}

function bandTrace(series: LineSeries, colour: string, opacity: number): PlotlyPart[] {
  const band = series.points.filter(
    (point) => typeof point.low === 'number' && typeof point.high === 'number',
  );
  if (band.length < 2) return [];
  const back = [...band].reverse();
  return [
    {
      type: 'scatter',
      mode: 'lines',
      x: [...band.map((point) => point.x), ...back.map((point) => point.x)],
      y: [...band.map((point) => point.high), ...back.map((point) => point.low)],
      fill: 'toself',
      fillcolor: colour,
      opacity,
      line: { width: 0, color: colour },
      hoverinfo: 'skip',
    },
  ];
}

function lineTrace(series: LineSeries, colour: string, markers?: boolean): PlotlyPart {
  const withMarkers = markers ?? series.points.length <= 30;
  return {
    type: 'scatter',
    mode: withMarkers ? 'lines+markers' : 'lines',
    name: escapeMarkup(visibleText(series.label)),
    x: series.points.map((point) => point.x),
    y: series.points.map((point) => point.y),
    line: { color: colour, width: 2.5 },
    marker: { size: 6, color: colour },
    cliponaxis: false,
    hovertemplate: '%{x}: %{y:,.3~f}<extra></extra>',
  };
}
