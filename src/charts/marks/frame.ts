import type { Drawing, Figure } from '../chart.js';
import { escapeMarkup, visibleText } from '../text/plainText.js';
import { wrapText } from '../text/wrapText.js';
import {
  COLOUR,
  FIGURE_HEIGHT,
  FIGURE_WIDTH,
  FONT_FAMILY,
  FONT_SIZE,
  LINE_HEIGHT,
} from '../theme.js';

/** A figure and its size: a {@link Drawing} without its words. */
export type Picture = Pick<Drawing, 'figure' | 'width' | 'height'>;

/** What every mark takes beside its data. All texts may hold names from the data: marks neutralise them. */
export interface FrameOptions {
  /** What is shown, n and what the interval is; stands at the top left. */
  readonly subtitle: string;
  /** "Source: …"; stands at the bottom left. */
  readonly source: string;
  /** Pixels; 960 unless given. */
  readonly width?: number;
  /** Pixels; 540, or what the number of rows asks for. */
  readonly height?: number;
}

export type PlotlyPart = Readonly<Record<string, unknown>>;

/** What a mark hands to {@link framePicture}: traces, axes, and the room its labels need around the plot. */
export interface PictureParts {
  readonly data: readonly PlotlyPart[];
  readonly xaxis?: PlotlyPart;
  readonly yaxis?: PlotlyPart;
  readonly annotations?: readonly PlotlyPart[];
  readonly shapes?: readonly PlotlyPart[];
  /** Pixels for tick labels, axis titles and direct labels; subtitle and source are added. */
  readonly room: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly height?: number;
  readonly extraLayout?: PlotlyPart;
}

export const PADDING = 12;
const MAX_TEXT = 400;

/** Pixels between the edges of the picture and the plot. */
export interface Margins {
  readonly l: number;
  readonly r: number;
  readonly t: number;
  readonly b: number;
}

/** Margins that hold the room a mark needs, the lines of the subtitle and those of the source. */
export function marginsFor(options: FrameOptions, room: PictureParts['room']): Margins {
  const width = options.width ?? FIGURE_WIDTH;
  return {
    l: Math.ceil(room.left) + PADDING,
    r: Math.ceil(room.right) + PADDING,
    t:
      PADDING +
      textHeight(subtitleLines(options, width), FONT_SIZE.subtitle) +
      10 +
      Math.ceil(room.top),
    b:
      PADDING +
      textHeight(sourceLines(options, width), FONT_SIZE.source) +
      8 +
      Math.ceil(room.bottom),
  };
}

/**
 * Puts traces into the common frame: white ground, light grid, subtitle at the top left, source line at the
 * bottom left, margins as wide as their labels.
 */
export function framePicture(options: FrameOptions, parts: PictureParts): Picture {
  const width = options.width ?? FIGURE_WIDTH;
  const height = options.height ?? parts.height ?? FIGURE_HEIGHT;
  const margin = marginsFor(options, parts.room);
  const layout = {
    width,
    height,
    margin: { ...margin, pad: 0, autoexpand: false },
    paper_bgcolor: COLOUR.background,
    plot_bgcolor: COLOUR.background,
    font: { family: FONT_FAMILY, size: FONT_SIZE.axis, color: COLOUR.ink },
    showlegend: false,
    hovermode: 'closest',
    separators: '.,',
    xaxis: { ...AXIS, ...parts.xaxis },
    yaxis: { ...AXIS, ...parts.yaxis },
    shapes: parts.shapes ?? [],
    annotations: [
      subtitle(options, margin, width),
      sourceLine(options, margin, width),
      ...(parts.annotations ?? []),
    ],
    ...parts.extraLayout,
  };
  return { figure: { data: parts.data, layout } satisfies Figure, width, height };
}

const AXIS: PlotlyPart = {
  automargin: false,
  fixedrange: true,
  zeroline: false,
  gridcolor: COLOUR.grid,
  gridwidth: 1,
  linecolor: COLOUR.axis,
  tickcolor: COLOUR.axis,
  tickfont: { size: FONT_SIZE.axis, color: COLOUR.muted },
  exponentformat: 'B',
  minexponent: 3,
};

/** The annotation at the top left: what is shown, n and what the interval is. */
function subtitle(options: FrameOptions, margin: Margins, width: number): PlotlyPart {
  return {
    ...cornerText(subtitleLines(options, width), FONT_SIZE.subtitle),
    y: 1,
    yanchor: 'top',
    yshift: margin.t - PADDING,
    xshift: PADDING - margin.l,
  };
}

/** The annotation at the bottom left: where the numbers come from. */
function sourceLine(options: FrameOptions, margin: Margins, width: number): PlotlyPart {
  return {
    ...cornerText(sourceLines(options, width), FONT_SIZE.source),
    y: 0,
    yanchor: 'bottom',
    yshift: PADDING - margin.b,
    xshift: PADDING - margin.l,
  };
}

function cornerText(lines: readonly string[], size: number): PlotlyPart {
  return {
    text: lines.map(escapeMarkup).join('<br>'),
    x: 0,
    xref: 'paper',
    yref: 'paper',
    xanchor: 'left',
    align: 'left',
    showarrow: false,
    borderpad: 0,
    font: { size, color: COLOUR.muted },
  };
}

function subtitleLines(options: FrameOptions, width: number): string[] {
  return wrapText(visibleText(options.subtitle, MAX_TEXT), width - 2 * PADDING, FONT_SIZE.subtitle);
}

function sourceLines(options: FrameOptions, width: number): string[] {
  return wrapText(visibleText(options.source, MAX_TEXT), width - 2 * PADDING, FONT_SIZE.source);
}

/** Height of lines of text in pixels. */
function textHeight(lines: readonly string[], size: number): number {
  return Math.ceil(lines.length * size * LINE_HEIGHT);
}
