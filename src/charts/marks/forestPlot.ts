import type { Verdict } from '../../domain/finding.js';
import { decimalsFor, decimalsForIntervals, formatNumber } from '../text/formatNumber.js';
import { formatTimes } from '../text/formatTimes.js';
import { widestText } from '../text/textWidth.js';
import { COLOUR, FONT_SIZE, VERDICT_COLOUR, VERDICT_LABEL } from '../theme.js';
import { valueAxis, xAxisTitle, X_AXIS_ROOM, type AxisOptions } from './axis.js';
import { framePicture, type FrameOptions, type Picture, type PlotlyPart } from './frame.js';
import { keyRoom, keyRow, type KeyEntry } from './key.js';
import { rowAxis, rowsHeight, type RowLabel } from './rows.js';
import { verticalBand, verticalRule } from './rules.js';

/** One comparison. */
export interface ForestRow extends RowLabel {
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
  /** The unadjusted estimate, a hollow marker beside the adjusted one. */
  readonly crude?: number | null;
  readonly verdict?: Verdict | null;
}

export interface ForestPlotOptions extends FrameOptions {
  readonly rows: readonly ForestRow[];
  readonly x: AxisOptions;
  /** Where "no difference" lies: 0 for differences, 1 for ratios; null for none. */
  readonly zero?: number | null;
  /** Half width of the grey band around zero in which a difference is too small to matter. */
  readonly smallestEffect?: number | null;
}

/**
 * Estimates with their intervals, one row each, in the order given. The marker's colour is the verdict; a hollow
 * marker is the unadjusted estimate; the grey band is too small to matter.
 *
 * @example
 * forestPlot({ rows: [{ label: 'Explicit', estimate: 1.2, low: 0.3, high: 2.1, crude: 6 }], x: { title: 'Points' },
 *   smallestEffect: 1, subtitle: 'Adjusted difference with 95% interval', source: 'Source: sample' });
 */
export function forestPlot(options: ForestPlotOptions): Picture {
  const { rows } = options;
  const zero = options.zero === undefined ? 0 : options.zero;
  const labels = rowAxis(rows, options);
  const texts = valueTexts(rows, options.x.format);
  const key = forestKey(options);
  const room = {
    left: labels.left,
    right: widestText(texts, FONT_SIZE.label) + 16,
    top: keyRoom(key, options),
    bottom: X_AXIS_ROOM,
  };
  const band = zero !== null && options.smallestEffect ? options.smallestEffect : null;
  return framePicture(options, {
    data: [
      ...intervalTraces(rows),
      ...crudeTrace(rows),
      ...estimateTrace(rows),
      valueColumn(rows, texts),
    ],
    room,
    height: rowsHeight(labels, rows.length, options, room),
    xaxis: valueAxis(options.x, visibleValues(rows, zero, band)),
    yaxis: labels.axis,
    extraLayout: { xaxis2: { overlaying: 'x', range: [0, 1], visible: false, fixedrange: true } },
    shapes: [
      ...(zero !== null && band !== null ? [verticalBand(zero - band, zero + band)] : []),
      ...(zero !== null ? [verticalRule(zero)] : []),
    ],
    annotations: [xAxisTitle(options.x.title), ...keyRow(key, options, room.left)],
  });
}

function visibleValues(
  rows: readonly ForestRow[],
  zero: number | null,
  band: number | null,
): number[] {
  const values = rows.flatMap((row) => [row.estimate, row.low, row.high, row.crude]);
  const anchors = zero === null ? [] : [zero - (band ?? 0), zero + (band ?? 0)];
  return [...values, ...anchors].filter((value): value is number => typeof value === 'number');
}

function colourOf(row: ForestRow): string {
  return row.verdict ? VERDICT_COLOUR[row.verdict] : COLOUR.accent;
}

function intervalTraces(rows: readonly ForestRow[]): PlotlyPart[] {
  return rows.flatMap((row, index) =>
    row.low === null || row.high === null
      ? []
      : [
          {
            type: 'scatter',
            mode: 'lines',
            x: [row.low, row.high],
            y: [index, index],
            line: { color: colourOf(row), width: 3 },
            hoverinfo: 'skip',
          },
        ],
  );
}

function crudeTrace(rows: readonly ForestRow[]): PlotlyPart[] {
  const shown = rows.flatMap((row, index) =>
    typeof row.crude === 'number' ? [{ x: row.crude, y: index }] : [],
  );
  if (shown.length === 0) return [];
  return [
    {
      type: 'scatter',
      mode: 'markers',
      x: shown.map(({ x }) => x),
      y: shown.map(({ y }) => y),
      marker: {
        symbol: 'circle',
        size: 11,
        color: COLOUR.background,
        line: { color: COLOUR.muted, width: 1.8 },
      },
      hovertemplate: 'unadjusted: %{x:.3~f}<extra></extra>',
    },
  ];
}

function estimateTrace(rows: readonly ForestRow[]): PlotlyPart[] {
  return [
    {
      type: 'scatter',
      mode: 'markers',
      x: rows.map((row) => row.estimate),
      y: rows.map((_, index) => index),
      marker: { symbol: 'circle', size: 12, color: rows.map(colourOf) },
      hovertemplate: '%{x:.3~f}<extra></extra>',
    },
  ];
}

function valueTexts(rows: readonly ForestRow[], format: AxisOptions['format']): string[] {
  const intervals = rows.flatMap((row) =>
    row.low === null || row.high === null ? [] : [{ low: row.low, high: row.high }],
  );
  const decimals =
    intervals.length > 0
      ? decimalsForIntervals(intervals)
      : decimalsFor(rows.map((row) => row.estimate));
  return rows.map((row) => {
    const [estimate, low, high] = [row.estimate, row.low, row.high].map((value) => {
      if (value === null || value === undefined) return '';
      return format === 'times' ? formatTimes(value) : formatNumber(value, decimals);
    });
    return row.low === null || row.high === null
      ? `${estimate}`
      : `${estimate} (${low} to ${high})`;
  });
}

/** Estimates as text, aligned in a column right of the plot. */
function valueColumn(rows: readonly ForestRow[], texts: readonly string[]): PlotlyPart {
  return {
    type: 'scatter',
    mode: 'text',
    xaxis: 'x2',
    x: rows.map(() => 1),
    y: rows.map((_, index) => index),
    text: texts.map((text) => `\u00a0\u00a0${text}`),
    textposition: 'middle right',
    textfont: { size: FONT_SIZE.label, color: COLOUR.ink },
    cliponaxis: false,
    hoverinfo: 'skip',
  };
}

function forestKey(options: ForestPlotOptions): KeyEntry[] {
  const verdicts = (['supported', 'contradicted', 'too-small', 'inconclusive'] as const).filter(
    (verdict) => options.rows.some((row) => row.verdict === verdict),
  );
  const crude = options.rows.some((row) => typeof row.crude === 'number');
  return [
    ...verdicts.map((verdict) => ({
      symbol: '●',
      colour: VERDICT_COLOUR[verdict],
      text: VERDICT_LABEL[verdict],
    })),
    ...(crude ? [{ symbol: '○', colour: COLOUR.muted, text: 'before adjustment' }] : []),
    ...(options.smallestEffect
      ? [{ symbol: '■', colour: COLOUR.quietSoft, text: 'smaller than what matters' }]
      : []),
  ];
}
