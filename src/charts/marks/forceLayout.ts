/** A node of a graph, by index. */
export interface LayoutEdge {
  readonly from: number;
  readonly to: number;
  /** Positive; heavier edges pull more. */
  readonly weight: number;
}

export interface Position {
  readonly x: number;
  readonly y: number;
}

interface Body {
  x: number;
  y: number;
  dx: number;
  dy: number;
}

const ITERATIONS = 300;
/** Turn from one node to the next on the spiral they start on. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Force-directed layout of a graph: nodes repel each other, edges pull, all fall gently to the middle. It
 * starts on a sunflower spiral, not from chance, so the same graph always lies the same way.
 * Source: Fruchterman and Reingold (1991), "Graph drawing by force-directed placement", with gravity so that
 * separate components stay near. Cost: 300 × n²; meant for up to a few hundred nodes.
 *
 * @param count number of nodes
 * @returns positions in [0, 1] × [0, 1], one per node, filling the square
 * @example
 * forceLayout(2, [{ from: 0, to: 1, weight: 1 }]);
 */
export function forceLayout(count: number, edges: readonly LayoutEdge[]): Position[] {
  const bodies = spiral(count);
  const ideal = 1 / Math.sqrt(Math.max(1, count));
  const heaviest = edges.reduce((most, edge) => Math.max(most, edge.weight), 0) || 1;
  for (let step = 0; step < ITERATIONS; step += 1) {
    repel(bodies, ideal);
    for (const edge of edges) attract(bodies, edge, ideal, edge.weight / heaviest);
    move(bodies, 0.1 * (1 - step / ITERATIONS), ideal);
  }
  return normalise(bodies);
}

function spiral(count: number): Body[] {
  return Array.from({ length: count }, (_, index) => {
    const radius = 0.5 * Math.sqrt((index + 0.5) / Math.max(1, count));
    const angle = index * GOLDEN_ANGLE;
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle), dx: 0, dy: 0 };
  });
}

function repel(bodies: readonly Body[], ideal: number): void {
  for (let i = 0; i < bodies.length; i += 1) {
    for (let j = i + 1; j < bodies.length; j += 1) {
      const [a, b] = [bodies[i], bodies[j]];
      if (!a || !b) continue;
      const [x, y] = [a.x - b.x, a.y - b.y];
      const force = (ideal * ideal) / Math.max(1e-6, x * x + y * y);
      a.dx += x * force;
      a.dy += y * force;
      b.dx -= x * force;
      b.dy -= y * force;
    }
  }
}

function attract(bodies: readonly Body[], edge: LayoutEdge, ideal: number, pull: number): void {
  const [a, b] = [bodies[edge.from], bodies[edge.to]];
  if (!a || !b) return;
  const [x, y] = [b.x - a.x, b.y - a.y];
  const force = ((0.3 + 0.7 * pull) * Math.hypot(x, y)) / ideal;
  a.dx += x * force;
  a.dy += y * force;
  b.dx -= x * force;
  b.dy -= y * force;
}

/** Moves each body along its force, at most `heat` far. */
function move(bodies: readonly Body[], heat: number, ideal: number): void {
  for (const body of bodies) {
    body.dx -= body.x * ideal * 6;
    body.dy -= body.y * ideal * 6;
    const length = Math.hypot(body.dx, body.dy);
    const step = length > 0 ? Math.min(length, heat) / length : 0;
    body.x += body.dx * step;
    body.y += body.dy * step;
    body.dx = 0;
    body.dy = 0;
  }
}

/** Stretches the picture to the unit square; rounding keeps last-bit differences between machines out. */
function normalise(bodies: readonly Body[]): Position[] {
  const rescale = (values: readonly number[]): number[] => {
    const low = Math.min(...values);
    const span = Math.max(...values) - low;
    return values.map((value) => (span > 0 ? Number(((value - low) / span).toFixed(4)) : 0.5));
  };
  const [xs, ys] = [rescale(bodies.map((body) => body.x)), rescale(bodies.map((body) => body.y))];
  return bodies.map((_, index) => ({ x: xs[index] ?? 0.5, y: ys[index] ?? 0.5 }));
}
