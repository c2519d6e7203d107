import { escapeMarkup } from '../text/plainText.js';
import { COLOUR, FONT_SIZE } from '../theme.js';
import type { PlotlyPart } from './frame.js';
import type { PlacedLabel } from './placeLabels.js';

/** Labels at pixels from the plot's upper left corner, on a veil that keeps them readable over points and lines. */
export function pixelLabels(labels: readonly PlacedLabel[]): PlotlyPart[] {
  return labels.map((label) => ({
    text: escapeMarkup(label.text),
    x: 0,
    xref: 'paper',
    y: 1,
    yref: 'paper',
    xanchor: 'center',
    yanchor: 'middle',
    xshift: Number(label.x.toFixed(1)),
    yshift: Number((-label.y).toFixed(1)),
    showarrow: false,
    borderpad: 0,
    bgcolor: 'rgba(255,255,255,0.72)',
    font: { size: FONT_SIZE.label, color: COLOUR.ink },
  }));
}
