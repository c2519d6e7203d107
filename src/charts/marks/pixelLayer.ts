import { escapeMarkup } from '../text/plainText.js';
import { COLOUR, FONT_SIZE } from '../theme.js';
import type { PlotlyPart } from './frame.js';
import type { PlacedLabel } from './placeLabels.js';

/** Axes `x2` and `y2` over the plot that count pixels from its upper left corner. */
export function pixelAxes(width: number, height: number): PlotlyPart {
  const hidden = { type: 'linear', visible: false, fixedrange: true };
  return {
    xaxis2: { ...hidden, overlaying: 'x', range: [0, width] },
    yaxis2: { ...hidden, overlaying: 'y', range: [height, 0] },
  };
}

/** Labels at their places on the pixel axes. */
export function pixelLabels(labels: readonly PlacedLabel[]): PlotlyPart {
  return {
    type: 'scatter',
    mode: 'text',
    xaxis: 'x2',
    yaxis: 'y2',
    x: labels.map((label) => Number(label.x.toFixed(2))),
    y: labels.map((label) => Number(label.y.toFixed(2))),
    text: labels.map((label) => escapeMarkup(label.text)),
    textposition: 'middle center',
    textfont: { size: FONT_SIZE.label, color: COLOUR.ink },
    cliponaxis: false,
    hoverinfo: 'skip',
  };
}
