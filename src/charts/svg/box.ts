import type { Affine } from './affine.js';

/** An axis-parallel rectangle; {@link EMPTY_BOX} holds nothing. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export const EMPTY_BOX: Box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };

export function isEmpty(box: Box): boolean {
  return box.x1 < box.x0;
}

/** The smallest box around points. */
export function boxAround(points: readonly (readonly [number, number])[]): Box {
  return points.reduce<Box>((box, [x, y]) => union(box, { x0: x, y0: y, x1: x, y1: y }), EMPTY_BOX);
}

export function union(a: Box, b: Box): Box {
  return {
    x0: Math.min(a.x0, b.x0),
    y0: Math.min(a.y0, b.y0),
    x1: Math.max(a.x1, b.x1),
    y1: Math.max(a.y1, b.y1),
  };
}

/** The box around a box's transformed corners. */
export function transformBox(box: Box, [a, b, c, d, e, f]: Affine): Box {
  if (isEmpty(box)) return box;
  const corners = [
    [box.x0, box.y0],
    [box.x1, box.y0],
    [box.x0, box.y1],
    [box.x1, box.y1],
  ] as const;
  return boxAround(corners.map(([x, y]) => [a * x + c * y + e, b * x + d * y + f]));
}

/** The box as the DOM gives rectangles. */
export function toDomRect(box: Box): Readonly<Record<string, number>> {
  const { x0, y0, x1, y1 } = isEmpty(box) ? { x0: 0, y0: 0, x1: 0, y1: 0 } : box;
  const [width, height] = [x1 - x0, y1 - y0];
  return { x: x0, y: y0, width, height, left: x0, top: y0, right: x1, bottom: y1 };
}
