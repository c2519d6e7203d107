import { COLOUR } from '../theme.js';
import { valueAxis, xAxisTitle, X_AXIS_ROOM, type AxisOptions } from './axis.js';
import { framePicture, type FrameOptions, type Picture, type PlotlyPart } from './frame.js';
import { keyRoom, keyRow, type KeyEntry } from './key.js';
import { rowAxis, rowsHeight, type RowLabel } from './rows.js';

/** One item measured twice. */
export interface DumbbellRow extends RowLabel {
  readonly from: number;
  readonly to: number;
}

export interface DumbbellOptions extends FrameOptions {
  /** From top to bottom. */
  readonly rows: readonly DumbbellRow[];
  readonly x: AxisOptions;
  /** What the first (hollow) and the second (filled) marker are. */
  readonly fromLabel: string;
  readonly toLabel: string;
}

/**
 * Two values per row joined by a line: what moved, and how far.
 *
 * @example
 * dumbbell({ rows: [{ label: 'rap', from: 12, to: 20 }], fromLabel: '2010–2014', toLabel: '2015–2019',
 *   x: { title: 'Share of releases', suffix: '%' }, subtitle: '', source: '' });
 */
export function dumbbell(options: DumbbellOptions): Picture {
  const { rows } = options;
  const labels = rowAxis(rows, options);
  const key: KeyEntry[] = [
    { symbol: '○', colour: COLOUR.muted, text: options.fromLabel },
    { symbol: '●', colour: COLOUR.accent, text: options.toLabel },
  ];
  const room = { left: labels.left, right: 24, top: keyRoom(key, options), bottom: X_AXIS_ROOM };
  return framePicture(options, {
    data: [
      ...rows.map((row, index) => bar(row, index)),
      ends(rows, 'from', { color: COLOUR.background, line: { color: COLOUR.muted, width: 2 } }),
      ends(rows, 'to', { color: COLOUR.accent }),
    ],
    room,
    height: rowsHeight(labels, rows.length, options, room),
    xaxis: valueAxis(
      options.x,
      rows.flatMap((row) => [row.from, row.to]),
    ),
    yaxis: labels.axis,
    annotations: [xAxisTitle(options.x.title), ...keyRow(key, options, room.left)],
  });
}

function bar(row: DumbbellRow, index: number): PlotlyPart {
  const line = { color: COLOUR.accentSoft, width: 4 };
  return {
    type: 'scatter',
    mode: 'lines',
    x: [row.from, row.to],
    y: [index, index],
    line,
    hoverinfo: 'skip',
  };
}

function ends(rows: readonly DumbbellRow[], which: 'from' | 'to', marker: PlotlyPart): PlotlyPart {
  return {
    type: 'scatter',
    mode: 'markers',
    x: rows.map((row) => row[which]),
    y: rows.map((_, index) => index),
    marker: { size: 12, ...marker },
    hovertemplate: '%{x:,.3~f}<extra></extra>',
  };
}
