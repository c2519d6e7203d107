import {
  decimalsFor,
  decimalsForIntervals,
  formatCompactColumn,
  formatNumber,
} from '../text/formatNumber.js';
import { widestText } from '../text/textWidth.js';
import { COLOUR, FONT_SIZE } from '../theme.js';
import { valueAxis, xAxisTitle, X_AXIS_ROOM, type AxisOptions } from './axis.js';
import { framePicture, type FrameOptions, type Picture, type PlotlyPart } from './frame.js';
import { rowAxis, rowsHeight, type RowLabel } from './rows.js';
import { topLabel, TOP_LABEL_ROOM, verticalRule, type Reference } from './rules.js';

/** One bar. */
export interface BarRow extends RowLabel {
  readonly value: number;
  readonly low?: number | null;
  readonly high?: number | null;
  /** Drawn in the accent colour while the others are grey. */
  readonly highlight?: boolean;
}

export interface BarWithIntervalOptions extends FrameOptions {
  readonly rows: readonly BarRow[];
  readonly x: AxisOptions;
  /** `value` (default) puts the longest bar on top; `given` keeps the order. */
  readonly order?: 'value' | 'given';
  /** `bar` (default) begins at zero; `dot` is for scales where zero means nothing or lies far away. */
  readonly mark?: 'bar' | 'dot';
  readonly reference?: Reference;
  /** Digits after the point of the values at the right; otherwise by their size. */
  readonly decimals?: number;
}

/**
 * Horizontal bars (or dots) with intervals, sorted, with n behind each label and the value at the right.
 *
 * @example
 * barWithInterval({ rows: [{ label: 'Pop', n: 5507, value: 47.7, low: 46.9, high: 48.5 }],
 *   x: { title: 'Mean popularity (points)' }, subtitle: 'Mean with 95% interval', source: 'Source: sample' });
 */
export function barWithInterval(options: BarWithIntervalOptions): Picture {
  const rows = options.order === 'given' ? options.rows : sorted(options.rows);
  const labels = rowAxis(rows, options);
  const texts = valueTexts(rows, options);
  const room = {
    left: labels.left,
    right: widestText(texts, FONT_SIZE.label) + 14,
    top: options.reference ? TOP_LABEL_ROOM : 2,
    bottom: X_AXIS_ROOM,
  };
  const values = rows.flatMap((row) => [row.value, row.low ?? row.value, row.high ?? row.value]);
  const shown = options.reference ? [...values, options.reference.value] : values;
  return framePicture(options, {
    data: [
      ...bodyTraces(rows, options),
      ...(options.mark === 'dot' ? [] : intervalTraces(rows)),
      valueColumn(texts),
    ],
    room,
    height: rowsHeight(labels, rows.length, options, room),
    xaxis: valueAxis(options.mark === 'dot' ? options.x : { ...options.x, fromZero: true }, shown),
    yaxis: labels.axis,
    extraLayout: {
      bargap: 0.35,
      xaxis2: { overlaying: 'x', range: [0, 1], visible: false, fixedrange: true },
    },
    shapes: [
      ...(values.some((value) => value < 0) ? [verticalRule(0)] : []),
      ...(options.reference ? [verticalRule(options.reference.value, COLOUR.muted, 'dot')] : []),
    ],
    annotations: [
      xAxisTitle(options.x.title),
      ...(options.reference
        ? [topLabel(axisPosition(options.reference.value, options.x), options.reference.label)]
        : []),
    ],
  });
}

function sorted(rows: readonly BarRow[]): BarRow[] {
  return rows
    .map((row, index) => ({ row, index }))
    .sort((a, b) => b.row.value - a.row.value || a.index - b.index)
    .map(({ row }) => row);
}

function axisPosition(value: number, axis: AxisOptions): number {
  return axis.scale === 'log' ? Math.log10(value) : value;
}

function bodyTraces(rows: readonly BarRow[], options: BarWithIntervalOptions): PlotlyPart[] {
  const someHighlight = rows.some((row) => row.highlight);
  const strong = (row: BarRow): boolean => row.highlight === true || !someHighlight;
  const shared = {
    x: rows.map((row) => row.value),
    y: rows.map((_, index) => index),
    hovertemplate: '%{x:,.3~f}<extra></extra>',
  };
  if (options.mark !== 'dot') {
    const colours = rows.map((row) => (strong(row) ? COLOUR.accentSoft : COLOUR.quietSoft));
    return [
      { ...shared, type: 'bar', orientation: 'h', marker: { color: colours, line: { width: 0 } } },
    ];
  }
  const colour = (row: BarRow): string => (strong(row) ? COLOUR.accent : COLOUR.quiet);
  return [
    ...intervalTraces(rows, colour),
    { ...shared, type: 'scatter', mode: 'markers', marker: { size: 12, color: rows.map(colour) } },
  ];
}

function intervalTraces(
  rows: readonly BarRow[],
  colour: (row: BarRow) => string = () => COLOUR.ink,
): PlotlyPart[] {
  return rows.flatMap((row, index) => {
    if (typeof row.low !== 'number' || typeof row.high !== 'number') return [];
    const line = { color: colour(row), width: 2.5 };
    return [
      {
        type: 'scatter',
        mode: 'lines',
        x: [row.low, row.high],
        y: [index, index],
        line,
        hoverinfo: 'skip',
      },
    ];
  });
}

function valueTexts(rows: readonly BarRow[], options: BarWithIntervalOptions): string[] {
  const decimals = options.decimals ?? sensibleDecimals(rows);
  const compact = options.x.format === 'compact' || options.x.scale === 'log';
  const texts = compact
    ? formatCompactColumn(rows.map((row) => row.value))
    : rows.map((row) => formatNumber(row.value, decimals));
  return texts.map((text) => `${text}${options.x.suffix ?? ''}`);
}

/** No more digits than the values' size and their intervals make meaningful. */
function sensibleDecimals(rows: readonly BarRow[]): number {
  const bySize = decimalsFor(rows.map((row) => row.value));
  const intervals = rows.flatMap(({ low, high }) =>
    typeof low === 'number' && typeof high === 'number' ? [{ low, high }] : [],
  );
  return intervals.length > 0 ? Math.min(bySize, decimalsForIntervals(intervals)) : bySize;
}

function valueColumn(texts: readonly string[]): PlotlyPart {
  return {
    type: 'scatter',
    mode: 'text',
    xaxis: 'x2',
    x: texts.map(() => 1),
    y: texts.map((_, index) => index),
    text: texts.map((text) => `\u00a0\u00a0${text}`),
    textposition: 'middle right',
    textfont: { size: FONT_SIZE.label, color: COLOUR.ink },
    cliponaxis: false,
    hoverinfo: 'skip',
  };
}
