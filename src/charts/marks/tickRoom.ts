import { formatCompact, formatNumber } from '../text/formatNumber.js';
import { widestText } from '../text/textWidth.js';
import { FONT_SIZE } from '../theme.js';
import type { PlotlyPart } from './frame.js';

/** Pixels that the tick labels of a vertical value axis (from `valueAxis`) take left of the plot. */
export function valueTickRoom(axis: PlotlyPart): number {
  return Math.max(20, widestText(tickTexts(axis), FONT_SIZE.axis)) + 10;
}

function tickTexts(axis: PlotlyPart): string[] {
  if (Array.isArray(axis['ticktext'])) return axis['ticktext'].map(String);
  const [low, high] = axis['range'] as [number, number];
  const step = Number(axis['dtick']) || (high - low) / 5;
  const decimals = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
  const format =
    axis['tickformat'] === '' ? formatCompact : (value: number) => formatNumber(value, decimals);
  const suffix = typeof axis['ticksuffix'] === 'string' ? axis['ticksuffix'] : '';
  const ticks: string[] = [];
  for (let k = Math.ceil(low / step); k * step <= high; k += 1) {
    ticks.push(`${format(k * step)}${suffix}`);
  }
  return ticks;
}
