import { COLOUR } from '../theme.js';
import { valueAxis, xAxisTitle, X_AXIS_ROOM, type AxisOptions } from './axis.js';
import { framePicture, type FrameOptions, type Picture, type PlotlyPart } from './frame.js';
import { keyRoom, keyRow, type KeyEntry } from './key.js';
import { rowAxis, rowsHeight, type RowLabel } from './rows.js';

/** Five quantiles of one group, in data units. */
export interface QuantileRow extends RowLabel {
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
}

export interface QuantileIntervalsOptions extends FrameOptions {
  /** From top to bottom. */
  readonly rows: readonly QuantileRow[];
  readonly x: AxisOptions;
}

const KEY: readonly KeyEntry[] = [
  { symbol: '●', colour: COLOUR.ink, text: 'median' },
  { symbol: '■', colour: COLOUR.accentSoft, text: 'middle half' },
  { symbol: '–', colour: COLOUR.quiet, text: 'middle 80%' },
];

/**
 * Spread of several groups: median, middle half and middle 80 % of the cases.
 *
 * @example
 * quantileIntervals({ rows: [{ label: 'pop', n: 9, p10: 5, p25: 20, p50: 45, p75: 60, p90: 75 }],
 *   x: { title: 'Popularity (points)' }, subtitle: '', source: '' });
 */
export function quantileIntervals(options: QuantileIntervalsOptions): Picture {
  const { rows } = options;
  const labels = rowAxis(rows, options);
  const room = { left: labels.left, right: 24, top: keyRoom(KEY, options), bottom: X_AXIS_ROOM };
  const box = Math.min(20, labels.rowHeight * 0.5);
  return framePicture(options, {
    data: [
      ...rows.map((row, index) => span(row.p10, row.p90, index, COLOUR.quiet, 2.5)),
      ...rows.map((row, index) => span(row.p25, row.p75, index, COLOUR.accentSoft, box)),
      medianTrace(rows),
    ],
    room,
    height: rowsHeight(labels, rows.length, options, room),
    xaxis: valueAxis(
      options.x,
      rows.flatMap((row) => [row.p10, row.p90]),
      10,
    ),
    yaxis: labels.axis,
    annotations: [xAxisTitle(options.x.title), ...keyRow(KEY, options, room.left)],
  });
}

function span(low: number, high: number, row: number, color: string, width: number): PlotlyPart {
  return {
    type: 'scatter',
    mode: 'lines',
    x: [low, high],
    y: [row, row],
    line: { color, width },
    hoverinfo: 'skip',
  };
}

function medianTrace(rows: readonly QuantileRow[]): PlotlyPart {
  return {
    type: 'scatter',
    mode: 'markers',
    x: rows.map((row) => row.p50),
    y: rows.map((_, index) => index),
    marker: { size: 10, color: COLOUR.ink },
    hovertemplate: 'median %{x:,.3~f}<extra></extra>',
  };
}
