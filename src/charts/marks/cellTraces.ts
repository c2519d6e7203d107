import { COLOUR } from '../theme.js';
import type { PlotlyPart } from './frame.js';

/** A rectangle of the plane with the number of cases in it. */
export interface GridCell {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  readonly count: number;
}

/** Shades from pale to full; cells of one shade are one path, which keeps pictures of thousands of cells small. */
const SHADES = 12;
const PALEST = 0.1;

/** Cells filled darker the more cases they hold; the shade follows the root of the count. */
export function cellTraces(cells: readonly GridCell[]): PlotlyPart[] {
  const most = cells.reduce((max, cell) => Math.max(max, cell.count), 1);
  const groups = Array.from({ length: SHADES }, (): GridCell[] => []);
  for (const cell of cells) {
    if (cell.count <= 0) continue;
    const shade = Math.ceil(SHADES * Math.sqrt(cell.count / most));
    groups[Math.max(1, shade) - 1]?.push(cell);
  }
  return groups.flatMap((group, index) => (group.length === 0 ? [] : [shadeTrace(group, index)]));
}

function shadeTrace(cells: readonly GridCell[], shade: number): PlotlyPart {
  return {
    type: 'scatter',
    mode: 'none',
    x: cells.flatMap(({ x0, x1 }) => [x0, x1, x1, x0, x0, null]),
    y: cells.flatMap(({ y0, y1 }) => [y0, y0, y1, y1, y0, null]),
    fill: 'toself',
    fillcolor: COLOUR.accent,
    opacity: Number((PALEST + ((1 - PALEST) * shade) / (SHADES - 1)).toFixed(3)),
    line: { simplify: false },
    hoverinfo: 'skip',
  };
}
