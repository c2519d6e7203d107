import { fitText } from '../text/fitText.js';
import { formatNumber } from '../text/formatNumber.js';
import { escapeMarkup, visibleText } from '../text/plainText.js';
import { textWidth } from '../text/textWidth.js';
import { COLOUR, FIGURE_WIDTH, FONT_SIZE } from '../theme.js';
import { marginsFor, type FrameOptions, type PictureParts, type PlotlyPart } from './frame.js';

/** A row's label and the small grey text behind it, usually its n. */
export interface RowLabel {
  readonly label: string;
  /** Cases behind the row: shown as "n = 1,234". */
  readonly n?: number | null;
  /** Shown instead of n. */
  readonly note?: string;
}

const MAX_SHARE = 0.36;
const GAP = 10;
const GAP_TEXT = '\u00a0\u00a0';
const MIN_ROW = 27;
const MAX_ROW = 62;
const MIN_HEIGHT = 320;
const PLOT_HEIGHT = 400;

/** A vertical axis with one labelled row per item, the first on top, at positions 0, 1, 2 … */
export interface RowAxis {
  readonly axis: PlotlyPart;
  /** Pixels that the labels take left of the plot. */
  readonly left: number;
  /** Pixels from one row to the next. */
  readonly rowHeight: number;
}

/** Labels for rows, cut where they would take more than 36 % of the width. */
export function rowAxis(rows: readonly RowLabel[], options: FrameOptions): RowAxis {
  const maxWidth = (options.width ?? FIGURE_WIDTH) * MAX_SHARE;
  const labels = rows.map((row) => rowLabel(row, maxWidth));
  return {
    left: Math.max(20, ...labels.map(({ width }) => width)) + GAP,
    rowHeight: Math.min(MAX_ROW, Math.max(MIN_ROW, PLOT_HEIGHT / Math.max(1, rows.length))),
    axis: {
      type: 'linear',
      range: [rows.length - 0.4, -0.6],
      tickmode: 'array',
      tickvals: rows.map((_, index) => index),
      ticktext: labels.map(({ markup }) => markup),
      ticks: '',
      ticklabelstandoff: 4,
      showgrid: false,
      showline: false,
      tickfont: { size: FONT_SIZE.label, color: COLOUR.ink },
    },
  };
}

/** Height of a picture with this many rows, unless the options fix it. */
export function rowsHeight(
  rows: RowAxis,
  count: number,
  options: FrameOptions,
  room: PictureParts['room'],
): number {
  const margins = marginsFor(options, room);
  return (
    options.height ??
    Math.max(MIN_HEIGHT, Math.ceil(margins.t + margins.b + count * rows.rowHeight))
  );
}

function rowLabel(row: RowLabel, maxWidth: number): { markup: string; width: number } {
  const note = noteOf(row);
  const noteWidth = note === '' ? 0 : textWidth(`${GAP_TEXT}${note}`, FONT_SIZE.label);
  const label = fitText(row.label, maxWidth - noteWidth, FONT_SIZE.label);
  const grey =
    note === ''
      ? ''
      : `${GAP_TEXT}<span style="color:${COLOUR.muted}">${escapeMarkup(note)}</span>`;
  return {
    markup: escapeMarkup(label) + grey,
    width: textWidth(label, FONT_SIZE.label) + noteWidth,
  };
}

function noteOf(row: RowLabel): string {
  if (row.note !== undefined) return visibleText(row.note, 40);
  return row.n === undefined || row.n === null ? '' : `n = ${formatNumber(row.n)}`;
}
