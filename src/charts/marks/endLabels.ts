import { fitText } from '../text/fitText.js';
import { escapeMarkup } from '../text/plainText.js';
import { widestText } from '../text/textWidth.js';
import { FIGURE_HEIGHT, FIGURE_WIDTH, FONT_SIZE, LINE_HEIGHT, textColour } from '../theme.js';
import { spreadLabels } from './directLabels.js';
import { marginsFor, type FrameOptions, type PictureParts, type PlotlyPart } from './frame.js';

/** A label that belongs to the value `at` (in axis units) at the right edge of the plot. */
export interface EndLabel {
  readonly label: string;
  readonly at: number;
  readonly colour: string;
}

const MAX_SHARE = 0.28;

/** Pixels right of the plot for the longest label; 16 without labels. */
export function endLabelRoom(labels: readonly string[], options: FrameOptions): number {
  const maxWidth = (options.width ?? FIGURE_WIDTH) * MAX_SHARE;
  const texts = labels.map((label) => fitText(label, maxWidth, FONT_SIZE.annotation));
  return texts.length === 0 ? 16 : widestText(texts, FONT_SIZE.annotation) + 14;
}

/** Labels right of the plot, moved apart where they would overlap. */
export function endLabels(
  ends: readonly EndLabel[],
  yaxis: PlotlyPart,
  options: FrameOptions,
  room: PictureParts['room'],
): PlotlyPart[] {
  const margins = marginsFor(options, room);
  const height = (options.height ?? FIGURE_HEIGHT) - margins.t - margins.b;
  const maxWidth = (options.width ?? FIGURE_WIDTH) * MAX_SHARE;
  const wanted = ends.map((end) => height * (1 - shareOf(end.at, yaxis)));
  const half = (FONT_SIZE.annotation * LINE_HEIGHT) / 2;
  const placed = spreadLabels(wanted, FONT_SIZE.annotation, half - 8, height - half + 8);
  return ends.map((end, index) => ({
    text: escapeMarkup(fitText(end.label, maxWidth, FONT_SIZE.annotation)),
    x: 1,
    xref: 'paper',
    y: 1,
    yref: 'paper',
    xanchor: 'left',
    yanchor: 'middle',
    xshift: 10,
    yshift: -(placed[index] ?? 0),
    showarrow: false,
    borderpad: 0,
    font: { size: FONT_SIZE.annotation, color: textColour(end.colour) },
  }));
}

function shareOf(value: number, axis: PlotlyPart): number {
  const [low, high] = axis['range'] as [number, number];
  const position = axis['type'] === 'log' ? Math.log10(value) : value;
  return (position - low) / (high - low);
}
