/** A rectangle in pixels. */
export interface Tile {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Weighted {
  readonly index: number;
  readonly area: number;
}

/**
 * Squarified treemap: divides a rectangle into tiles with areas in proportion to the values and sides as equal as
 * may be.
 * Source: Bruls, Huizing and van Wijk (2000), "Squarified Treemaps".
 *
 * @param values positive
 * @returns one tile per value, in the order of the values
 * @example
 * squarify([3, 1], 40, 10); // tiles 30 × 10 and 10 × 10
 */
export function squarify(values: readonly number[], width: number, height: number): Tile[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  const scale = total > 0 ? (width * height) / total : 0;
  const queue = values
    .map((value, index): Weighted => ({ index, area: value * scale }))
    .sort((a, b) => b.area - a.area || a.index - b.index);
  const tiles = values.map((): Tile => ({ x: 0, y: 0, width: 0, height: 0 }));
  let free: Tile = { x: 0, y: 0, width, height };
  let start = 0;
  while (start < queue.length) {
    const end = rowEnd(queue, start, Math.min(free.width, free.height));
    free = layRow(queue.slice(start, end), free, tiles);
    start = end;
  }
  return tiles;
}

/** The end of the longest run of items whose worst side ratio does not grow when laid along `side`. */
function rowEnd(queue: readonly Weighted[], start: number, side: number): number {
  let end = start + 1;
  let worst = worstRatio(queue.slice(start, end), side);
  while (end < queue.length) {
    const next = worstRatio(queue.slice(start, end + 1), side);
    if (next > worst) break;
    worst = next;
    end += 1;
  }
  return end;
}

function worstRatio(row: readonly Weighted[], side: number): number {
  const sum = row.reduce((total, item) => total + item.area, 0);
  const thickness = sum / side;
  return row.reduce((worst, item) => {
    const length = item.area / thickness;
    return Math.max(worst, length / thickness, thickness / length);
  }, 0);
}

/** Lays a row along the shorter side of what is free and returns what remains. */
function layRow(row: readonly Weighted[], free: Tile, tiles: Tile[]): Tile {
  const sum = row.reduce((total, item) => total + item.area, 0);
  const upright = free.width >= free.height;
  const thickness = sum / Math.max(1e-9, upright ? free.height : free.width);
  let at = upright ? free.y : free.x;
  for (const item of row) {
    const length = thickness > 0 ? item.area / thickness : 0;
    tiles[item.index] = upright
      ? { x: free.x, y: at, width: thickness, height: length }
      : { x: at, y: free.y, width: length, height: thickness };
    at += length;
  }
  return upright
    ? { ...free, x: free.x + thickness, width: free.width - thickness }
    : { ...free, y: free.y + thickness, height: free.height - thickness };
}
