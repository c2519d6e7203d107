import { escapeMarkup, visibleText } from '../text/plainText.js';
import { textWidth } from '../text/textWidth.js';
import { FIGURE_WIDTH, FONT_SIZE, LINE_HEIGHT } from '../theme.js';
import { PADDING, type FrameOptions, type PlotlyPart } from './frame.js';

/** One entry of the line that explains symbols and colours. */
export interface KeyEntry {
  /** A character that the font has: ● ○ ■ – ▲ */
  readonly symbol: string;
  readonly colour: string;
  readonly text: string;
}

/** No-break spaces: viewers fold ordinary ones into one. */
const GAP = '\u00a0'.repeat(5);
const LINE = Math.ceil(FONT_SIZE.label * LINE_HEIGHT);

/** Pixels above the plot that a key takes; 0 without entries. */
export function keyRoom(entries: readonly KeyEntry[], options: FrameOptions): number {
  const lines = keyLines(entries, options).length;
  return lines === 0 ? 0 : lines * LINE + 10;
}

/** The key, left-aligned below the subtitle. `left` is the room left of the plot, `above` what stands between. */
export function keyRow(
  entries: readonly KeyEntry[],
  options: FrameOptions,
  left: number,
  above = 0,
): PlotlyPart[] {
  const lines = keyLines(entries, options);
  if (lines.length === 0) return [];
  return [
    {
      text: lines.map((line) => line.map(entryMarkup).join(GAP)).join('<br>'),
      x: 0,
      xref: 'paper',
      y: 1,
      yref: 'paper',
      xanchor: 'left',
      yanchor: 'bottom',
      align: 'left',
      xshift: -Math.ceil(left),
      yshift: 8 + above,
      showarrow: false,
      borderpad: 0,
      font: { size: FONT_SIZE.label },
    },
  ];
}

function keyLines(entries: readonly KeyEntry[], options: FrameOptions): KeyEntry[][] {
  const maxWidth = (options.width ?? FIGURE_WIDTH) - 2 * PADDING;
  const lines: KeyEntry[][] = [];
  let used = Infinity;
  for (const entry of entries) {
    const width = textWidth(
      `${entry.symbol} ${visibleText(entry.text, 60)}${GAP}`,
      FONT_SIZE.label,
    );
    if (used + width > maxWidth) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(entry);
    used += width;
  }
  return lines;
}

function entryMarkup(entry: KeyEntry): string {
  return `<span style="color:${entry.colour}">${entry.symbol}</span> ${escapeMarkup(visibleText(entry.text, 60))}`;
}
