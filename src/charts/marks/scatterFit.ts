import { fitText } from '../text/fitText.js';
import { plainText } from '../text/plainText.js';
import { COLOUR, FIGURE_HEIGHT, FIGURE_WIDTH, FONT_SIZE } from '../theme.js';
import {
  valueAxis,
  xAxisTitle,
  yAxisTitle,
  X_AXIS_ROOM,
  Y_TITLE_ROOM,
  type AxisOptions,
} from './axis.js';
import { cellTraces, type GridCell } from './cellTraces.js';
import {
  framePicture,
  marginsFor,
  type FrameOptions,
  type Picture,
  type PictureParts,
  type PlotlyPart,
} from './frame.js';
import { pixelLabels } from './pixelLabels.js';
import { placeLabels } from './placeLabels.js';
import { samplePoints } from './samplePoints.js';
import { valueTickRoom } from './tickRoom.js';

export interface ScatterPoint {
  readonly x: number;
  readonly y: number;
  /** Named in the picture where there is room; points named first come first. */
  readonly label?: string;
}

/** A smooth line with its interval, in order of x. */
export interface FitPoint {
  readonly x: number;
  readonly y: number;
  readonly low?: number | null;
  readonly high?: number | null;
}

export interface ScatterFitOptions extends FrameOptions {
  readonly points?: readonly ScatterPoint[];
  /** For many cases: counts per cell instead of points; darker is more. */
  readonly cells?: readonly GridCell[];
  readonly fit?: readonly FitPoint[];
  readonly x: AxisOptions;
  readonly y: AxisOptions;
  /** At most this many unnamed points are drawn, chosen evenly and the same each time; 800 unless given. */
  readonly maxPoints?: number;
  /** Line y = x, for two measures of one kind. */
  readonly diagonal?: boolean;
}

/**
 * Two quantities against each other, as points or as counts per cell, with a smooth line and its band.
 *
 * @example
 * scatterFit({ points: [{ x: 1, y: 2, label: 'Somebody' }], x: { title: 'Streams', scale: 'log' },
 *   y: { title: 'Views', scale: 'log' }, subtitle: '', source: '' });
 */
export function scatterFit(options: ScatterFitOptions): Picture {
  const points = options.points ?? [];
  const cells = options.cells ?? [];
  const fit = options.fit ?? [];
  const xaxis = valueAxis(options.x, [
    ...points.map((p) => p.x),
    ...cells.flatMap((c) => [c.x0, c.x1]),
  ]);
  const yaxis = valueAxis(options.y, [
    ...points.map((p) => p.y),
    ...cells.flatMap((c) => [c.y0, c.y1]),
  ]);
  const room = { left: valueTickRoom(yaxis), right: 24, top: Y_TITLE_ROOM, bottom: X_AXIS_ROOM };
  const field = plotSize(options, room);
  return framePicture(options, {
    data: [
      ...cellTraces(cells),
      ...pointTrace(
        samplePoints(
          points.filter((p) => p.label === undefined),
          options.maxPoints ?? 800,
        ),
      ),
      ...(options.diagonal ? [diagonalTrace(xaxis, yaxis)] : []),
      ...fitTraces(fit),
      ...namedMarkers(points.filter(isNamed)),
    ],
    room,
    xaxis: { ...xaxis, showgrid: cells.length === 0 },
    yaxis: { ...yaxis, showgrid: cells.length === 0 },
    annotations: [
      xAxisTitle(options.x.title),
      yAxisTitle(options.y.title, room.left),
      ...namedLabels(points.filter(isNamed), { x: xaxis, y: yaxis }, field),
    ],
  });
}

function pointTrace(points: readonly ScatterPoint[]): PlotlyPart[] {
  if (points.length === 0) return [];
  const opacity = points.length > 400 ? 0.28 : 0.5;
  return [
    {
      type: 'scatter',
      mode: 'markers',
      x: points.map((point) => point.x),
      y: points.map((point) => point.y),
      marker: { size: points.length > 400 ? 5 : 7, color: COLOUR.accent, opacity },
      hovertemplate: '%{x:,.3~s}, %{y:,.3~s}<extra></extra>',
    },
  ];
}

function fitTraces(fit: readonly FitPoint[]): PlotlyPart[] {
  if (fit.length < 2) return [];
  const band = fit.filter(
    (point) => typeof point.low === 'number' && typeof point.high === 'number',
  );
  const back = [...band].reverse();
  const bandTrace = {
    type: 'scatter',
    mode: 'lines',
    x: [...band.map((point) => point.x), ...back.map((point) => point.x)],
    y: [...band.map((point) => point.high), ...back.map((point) => point.low)],
    fill: 'toself',
    fillcolor: COLOUR.contrast,
    opacity: 0.22,
    line: { width: 0 },
    hoverinfo: 'skip',
  };
  const line = {
    type: 'scatter',
    mode: 'lines',
    x: fit.map((point) => point.x),
    y: fit.map((point) => point.y),
    line: { color: COLOUR.contrast, width: 3 },
    hoverinfo: 'skip',
  };
  return band.length > 1 ? [bandTrace, line] : [line];
}

function diagonalTrace(xaxis: PlotlyPart, yaxis: PlotlyPart): PlotlyPart {
  const [x0, x1] = dataRange(xaxis);
  const [y0, y1] = dataRange(yaxis);
  const ends = [Math.max(x0, y0), Math.min(x1, y1)];
  const line = { color: COLOUR.axis, width: 1.5, dash: 'dot' };
  return { type: 'scatter', mode: 'lines', x: ends, y: ends, line, hoverinfo: 'skip' };
}

function dataRange(axis: PlotlyPart): [number, number] {
  const [low, high] = axis['range'] as [number, number];
  return axis['type'] === 'log' ? [10 ** low, 10 ** high] : [low, high];
}

function plotSize(
  options: FrameOptions,
  room: PictureParts['room'],
): { readonly width: number; readonly height: number } {
  const margins = marginsFor(options, room);
  return {
    width: (options.width ?? FIGURE_WIDTH) - margins.l - margins.r,
    height: (options.height ?? FIGURE_HEIGHT) - margins.t - margins.b,
  };
}

type NamedPoint = ScatterPoint & { readonly label: string };

function isNamed(point: ScatterPoint): point is NamedPoint {
  return point.label !== undefined;
}

function namedLabels(
  points: readonly NamedPoint[],
  axes: { readonly x: PlotlyPart; readonly y: PlotlyPart },
  field: { readonly width: number; readonly height: number },
): PlotlyPart[] {
  const wishes = points.map((point) => ({
    x: field.width * share(point.x, axes.x),
    y: field.height * (1 - share(point.y, axes.y)),
    text: fitText(point.label, 220, FONT_SIZE.label),
    radius: 5,
  }));
  const placed = placeLabels(wishes, { ...field, size: FONT_SIZE.label });
  return pixelLabels(placed.filter((label) => label !== null));
}

function namedMarkers(points: readonly NamedPoint[]): PlotlyPart[] {
  if (points.length === 0) return [];
  return [
    {
      type: 'scatter',
      mode: 'markers',
      x: points.map((point) => point.x),
      y: points.map((point) => point.y),
      marker: { size: 9, color: COLOUR.ink, line: { color: COLOUR.background, width: 1 } },
      text: points.map((point) => plainText(point.label)),
      hovertemplate: '%{text}<extra></extra>',
    },
  ];
}

function share(value: number, axis: PlotlyPart): number {
  const [low, high] = axis['range'] as [number, number];
  return ((axis['type'] === 'log' ? Math.log10(value) : value) - low) / (high - low);
}
