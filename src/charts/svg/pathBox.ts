import { boxAround, type Box } from './box.js';

const COMMAND = /([MLHVCSQTAZ])([^MLHVCSQTAZ]*)/gi;
const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;
const ARGUMENTS: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  C: 6,
  S: 4,
  Q: 4,
  T: 2,
  A: 7,
};

type Point = readonly [number, number];

/** Numbers of an SVG list attribute. */
export function numbersIn(list: string): number[] {
  return (list.match(NUMBER) ?? []).map(Number);
}

/**
 * A box around a path: exact for straight lines; for curves around their control points, for large arcs around
 * the circle, which holds them. That is what Plotly needs to place labels and margins.
 */
export function pathBox(d: string): Box {
  const points: Point[] = [];
  let at: Point = [0, 0];
  let start: Point = [0, 0];
  for (const [, letter = '', list = ''] of d.matchAll(COMMAND)) {
    const command = letter.toUpperCase();
    if (command === 'Z') at = start;
    const size = ARGUMENTS[command] ?? 1;
    const values = numbersIn(list);
    for (let i = 0; command !== 'Z' && i + size <= values.length; i += size) {
      const step = segment(command, letter !== command, values.slice(i, i + size), at);
      points.push(...step);
      at = step.at(-1) ?? at;
      if (command === 'M' && i === 0) start = at;
    }
  }
  return boxAround(points);
}

/** Points that bound one segment; the last is where it ends. */
function segment(
  command: string,
  relative: boolean,
  values: readonly number[],
  at: Point,
): Point[] {
  const [dx, dy] = relative ? at : [0, 0];
  const [first = 0] = values;
  if (command === 'H') return [[dx + first, at[1]]];
  if (command === 'V') return [[at[0], dy + first]];
  if (command === 'A') return arc(values, at, [dx, dy]);
  const points: Point[] = [];
  for (let i = 0; i + 1 < values.length; i += 2) {
    points.push([dx + (values[i] ?? 0), dy + (values[i + 1] ?? 0)]);
  }
  return points;
}

function arc(values: readonly number[], at: Point, [dx, dy]: Point): Point[] {
  const [rx = 0, ry = 0, , large = 0, , x = 0, y = 0] = values;
  const end: Point = [dx + x, dy + y];
  const wide = Math.hypot(end[0] - at[0], end[1] - at[1]) > 1.9 * rx;
  if (large === 0 && !wide) return [end];
  const [middleX, middleY] = [(at[0] + end[0]) / 2, (at[1] + end[1]) / 2];
  return [[middleX - rx, middleY - ry], [middleX + rx, middleY + ry], end];
}
