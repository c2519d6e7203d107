import { escapeMarkup, visibleText } from '../text/plainText.js';
import { COLOUR, FONT_SIZE, textColour } from '../theme.js';
import type { PlotlyPart } from './frame.js';

/** A value worth a line across the picture, for example an average. */
export interface Reference {
  readonly value: number;
  readonly label: string;
}

/** A vertical line over the whole height of the plot. */
export function verticalRule(x: number, colour: string = COLOUR.axis, dash = 'solid'): PlotlyPart {
  return {
    type: 'line',
    xref: 'x',
    yref: 'paper',
    x0: x,
    x1: x,
    y0: 0,
    y1: 1,
    layer: 'below',
    line: { color: colour, width: 1.5, dash },
  };
}

/** A horizontal line over the whole width of the plot. */
export function horizontalRule(
  y: number,
  colour: string = COLOUR.axis,
  dash = 'solid',
): PlotlyPart {
  return {
    type: 'line',
    xref: 'paper',
    yref: 'y',
    x0: 0,
    x1: 1,
    y0: y,
    y1: y,
    layer: 'below',
    line: { color: colour, width: 1.5, dash },
  };
}

/** The title of a vertical axis, with what a dotted line across the plot is. */
export function titleWithReference(title: string, reference: Reference | undefined): string {
  return reference ? `${title} · dotted: ${reference.label}` : title;
}

/** A grey band from `x0` to `x1` behind everything. */
export function verticalBand(x0: number, x1: number, colour: string = COLOUR.interest): PlotlyPart {
  return {
    type: 'rect',
    xref: 'x',
    yref: 'paper',
    x0,
    x1,
    y0: 0,
    y1: 1,
    layer: 'below',
    fillcolor: colour,
    line: { width: 0 },
  };
}

/** Pixels above the plot that {@link topLabel} takes. */
export const TOP_LABEL_ROOM = 26;

/** A label above the plot at `x` (in axis units; on a log axis its logarithm). */
export function topLabel(x: number, label: string, colour: string = COLOUR.muted): PlotlyPart {
  return {
    text: escapeMarkup(visibleText(label, 60)),
    x,
    xref: 'x',
    y: 1,
    yref: 'paper',
    xanchor: 'center',
    yanchor: 'bottom',
    yshift: 3,
    showarrow: false,
    borderpad: 0,
    font: { size: FONT_SIZE.annotation, color: textColour(colour) },
  };
}
