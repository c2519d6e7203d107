import type { Position } from './forceLayout.js';

const ROUNDS = 500;

/** Half axes, in pixels, of the ellipse around a node that no other node may enter. */
export interface Clearance {
  readonly x: number;
  readonly y: number;
}

/**
 * Moves nodes apart until none stands in another's ellipse (wider than high, as names are), so that labels find
 * room; keeps them inside the field. Where the field is too full it comes as near as 500 rounds allow.
 *
 * @example
 * spreadNodes([{ x: 50, y: 50 }, { x: 52, y: 50 }], { x: 20, y: 10 }, { width: 200, height: 100 });
 */
export function spreadNodes(
  positions: readonly Position[],
  clearance: Clearance,
  field: { readonly width: number; readonly height: number },
): Position[] {
  const nodes = positions.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < ROUNDS; round += 1) {
    if (!pushApart(nodes, clearance)) break;
    for (const node of nodes) {
      node.x = Math.min(field.width, Math.max(0, node.x));
      node.y = Math.min(field.height, Math.max(0, node.y));
    }
  }
  return nodes.map(({ x, y }) => ({ x: Number(x.toFixed(2)), y: Number(y.toFixed(2)) }));
}

/** One round over all pairs; false where nothing had to move. */
function pushApart(nodes: readonly { x: number; y: number }[], clearance: Clearance): boolean {
  let moved = false;
  nodes.forEach((a, i) => {
    for (const b of nodes.slice(i + 1)) {
      const [x, y] = [(b.x - a.x) / clearance.x, (b.y - a.y) / clearance.y];
      const distance = Math.hypot(x, y);
      if (distance >= 1) continue;
      const [toX, toY] = distance > 1e-6 ? [x / distance, y / distance] : [0, 1];
      const half = (1 - distance) / 2;
      a.x -= toX * half * clearance.x;
      a.y -= toY * half * clearance.y;
      b.x += toX * half * clearance.x;
      b.y += toY * half * clearance.y;
      moved = true;
    }
  });
  return moved;
}
