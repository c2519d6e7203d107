import { fitText } from '../text/fitText.js';
import { formatNumber } from '../text/formatNumber.js';
import { escapeMarkup, visibleText } from '../text/plainText.js';
import { widestText } from '../text/textWidth.js';
import { wrapText } from '../text/wrapText.js';
import {
  COLOUR,
  DIVERGING,
  FIGURE_WIDTH,
  FONT_SIZE,
  LINE_HEIGHT,
  SEQUENTIAL,
  colourAt,
  inkOn,
} from '../theme.js';
import {
  framePicture,
  PADDING,
  type FrameOptions,
  type Picture,
  type PlotlyPart,
} from './frame.js';
import { rowAxis, rowsHeight } from './rows.js';

export interface HeatmapOptions extends FrameOptions {
  /** From top to bottom. */
  readonly rows: readonly string[];
  /** From left to right. */
  readonly columns: readonly string[];
  /** `values[row][column]`; null draws an empty cell with a dash. */
  readonly values: readonly (readonly (number | null)[])[];
  /** `sequential` (default): from 0 or the least value up; `diverging`: both ways from `middle`. */
  readonly scale?: 'sequential' | 'diverging';
  /** Values at the ends of the colour scale; the data's by default (symmetric when diverging). */
  readonly domain?: readonly [number, number];
  /** Text of a cell; two decimals by default. */
  readonly cellText?: (value: number) => string;
  /** What the columns are, above them. */
  readonly columnTitle?: string;
  /** Leaves cells above the diagonal blank: for a symmetric matrix of which one half suffices. */
  readonly blankAbove?: boolean;
}

const MAX_CELL = 84;
const PLOT_HEIGHT = 380;

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly value: number | null;
  readonly fill: string;
}

/**
 * A table whose cells are coloured and hold their value, so that no colour has to be matched with a legend.
 *
 * @example
 * heatmap({ rows: ['pop'], columns: ['energy', 'valence'], values: [[0.1, -0.2]], scale: 'diverging',
 *   subtitle: '', source: '' });
 */
export function heatmap(options: HeatmapOptions): Picture {
  const labels = rowAxis(
    options.rows.map((label) => ({ label })),
    options,
  );
  const width = options.width ?? FIGURE_WIDTH;
  const cellWidth = (width - labels.left - 2 * PADDING - 4) / Math.max(1, options.columns.length);
  const header = columnHeader(options, cellWidth);
  const room = { left: labels.left, right: 4, top: header.room, bottom: 0 };
  const cells = cellsOf(options);
  const rowHeight = Math.min(
    MAX_CELL,
    Math.max(labels.rowHeight, PLOT_HEIGHT / options.rows.length),
  );
  return framePicture(options, {
    data: [cellTrace(cells, options, cellWidth)],
    room,
    height: rowsHeight({ ...labels, rowHeight }, options.rows.length, options, room),
    xaxis: { type: 'linear', range: [-0.5, options.columns.length - 0.5], visible: false },
    yaxis: { ...labels.axis, range: [options.rows.length - 0.5, -0.5] },
    shapes: cells.map(cellShape),
    annotations: header.annotations,
  });
}

function cellsOf(options: HeatmapOptions): Cell[] {
  const fill = colourScale(options);
  return options.rows.flatMap((_, row) => {
    const shown = options.blankAbove ? options.columns.slice(0, row + 1) : options.columns;
    return shown.map((__, column) => {
      const value = options.values[row]?.[column] ?? null;
      return { row, column, value, fill: value === null ? COLOUR.background : fill(value) };
    });
  });
}

function colourScale(options: HeatmapOptions): (value: number) => string {
  const values = options.values
    .flat()
    .filter((value): value is number => value !== null && Number.isFinite(value));
  const diverging = options.scale === 'diverging';
  const reach = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const least = values.reduce((a, b) => Math.min(a, b), 0);
  const [low, high] =
    options.domain ??
    (diverging ? [-reach, reach] : [least, values.reduce((a, b) => Math.max(a, b), least)]);
  const scale = diverging ? DIVERGING : SEQUENTIAL;
  return (value) => colourAt(scale, high > low ? (value - low) / (high - low) : 0.5);
}

function cellShape(cell: Cell): PlotlyPart {
  return {
    type: 'rect',
    xref: 'x',
    yref: 'y',
    x0: cell.column - 0.5,
    x1: cell.column + 0.5,
    y0: cell.row - 0.5,
    y1: cell.row + 0.5,
    fillcolor: cell.fill,
    layer: 'below',
    line: { color: COLOUR.background, width: 2 },
  };
}

function cellTrace(cells: readonly Cell[], options: HeatmapOptions, cellWidth: number): PlotlyPart {
  const format = options.cellText ?? ((value: number) => formatNumber(value, 2));
  const texts = cells.map((cell) =>
    cell.value === null ? '–' : visibleText(format(cell.value), 20),
  );
  const fits = widestText(texts, FONT_SIZE.label) <= cellWidth - 4;
  return {
    type: 'scatter',
    mode: fits ? 'text' : 'markers',
    x: cells.map((cell) => cell.column),
    y: cells.map((cell) => cell.row),
    text: texts.map(escapeMarkup),
    marker: { opacity: 0 },
    textfont: {
      size: FONT_SIZE.label,
      color: cells.map((cell) => (cell.value === null ? COLOUR.quiet : inkOn(cell.fill))),
    },
    hovertemplate: '%{text}<extra></extra>',
  };
}

/** Column names above the cells: side by side, on up to three lines, or turned when they are too long for that. */
function columnHeader(
  options: HeatmapOptions,
  cellWidth: number,
): { room: number; annotations: PlotlyPart[] } {
  const titleRoom = options.columnTitle ? FONT_SIZE.axis * LINE_HEIGHT + 6 : 0;
  const texts = options.columns.map((column) => visibleText(column, 60));
  const lines = texts.map((text) => wrapText(text, cellWidth - 8, FONT_SIZE.label));
  const turned =
    widestText(lines.flat(), FONT_SIZE.label) > cellWidth - 4 || lines.some((of) => of.length > 3);
  const cut = texts.map((text) => fitText(text, 150, FONT_SIZE.label));
  const height = turned
    ? widestText(cut, FONT_SIZE.label) + 8
    : Math.max(1, ...lines.map((of) => of.length)) * FONT_SIZE.label * LINE_HEIGHT + 6;
  const columns = options.columns.map((_, index) => ({
    text: turned
      ? escapeMarkup(cut[index] ?? '')
      : (lines[index] ?? []).map(escapeMarkup).join('<br>'),
    x: index,
    xref: 'x',
    y: 1,
    yref: 'paper',
    xanchor: 'center',
    yanchor: 'bottom',
    yshift: 4,
    textangle: turned ? -90 : 0,
    showarrow: false,
    borderpad: 0,
    font: { size: FONT_SIZE.label, color: COLOUR.ink },
  }));
  return {
    room: height + titleRoom,
    annotations: [...columns, ...columnTitle(options.columnTitle, height)],
  };
}

function columnTitle(title: string | undefined, above: number): PlotlyPart[] {
  if (title === undefined) return [];
  return [
    {
      text: escapeMarkup(visibleText(title, 100)),
      x: 0.5,
      xref: 'paper',
      y: 1,
      yref: 'paper',
      xanchor: 'center',
      yanchor: 'bottom',
      yshift: above + 2,
      showarrow: false,
      borderpad: 0,
      font: { size: FONT_SIZE.axis, color: COLOUR.muted },
    },
  ];
}
