/** Value of a function at a point; its gradient there is written into `gradient`. */
export type Differentiable = (point: Float64Array, gradient: Float64Array) => number;

export interface MinimiseOptions {
  /** Ends where no part of the gradient is larger. */
  readonly tolerance: number;
  readonly maxIterations: number;
}

/** Steps that the approximation of the curvature remembers. */
const MEMORY = 10;
/** The least part of what the slope promises that a step must bring (Armijo 1966). */
const LEAST_FALL = 1e-4;
const MOST_HALVINGS = 40;

interface Step {
  readonly moved: Float64Array;
  readonly turned: Float64Array;
  readonly curvature: number;
}

/**
 * The point where a smooth convex function is least, by the limited-memory method of Broyden, Fletcher, Goldfarb and
 * Shanno (Nocedal 1980; Nocedal and Wright 2006, algorithm 7.5), with step halving.
 *
 * @returns the last point: the least one up to `tolerance`, unless `maxIterations` came first
 * @example
 * minimise((x, g) => ((g[0] = 2 * (x[0] - 3)), (x[0] - 3) ** 2), Float64Array.of(0), { tolerance: 1e-9, maxIterations: 50 }); // Float64Array [3]
 */
export function minimise(
  evaluate: Differentiable,
  start: Float64Array,
  { tolerance, maxIterations }: MinimiseOptions,
): Float64Array {
  const steps: Step[] = [];
  let point = start.slice();
  let gradient = new Float64Array(start.length);
  let value = evaluate(point, gradient);
  for (let iteration = 0; iteration < maxIterations; iteration += 1) {
    if (gradient.every((part) => Math.abs(part) <= tolerance)) break;
    const direction = descent(gradient, steps);
    const slope = dot(direction, gradient);
    // Without a memory the first step has no natural length.
    let length = steps.length === 0 ? 1 / Math.max(1, Math.sqrt(-slope)) : 1;
    const next = new Float64Array(point.length);
    const nextGradient = new Float64Array(point.length);
    let nextValue = Infinity;
    for (let halving = 0; halving < MOST_HALVINGS; halving += 1, length /= 2) {
      for (let i = 0; i < next.length; i += 1) next[i] = point[i] + length * direction[i];
      nextValue = evaluate(next, nextGradient);
      if (nextValue <= value + LEAST_FALL * length * slope) break;
    }
    if (!(nextValue < value)) break;
    remember(steps, difference(next, point), difference(nextGradient, gradient));
    [point, gradient, value] = [next, nextGradient, nextValue];
  }
  return point;
}

function remember(steps: Step[], moved: Float64Array, turned: Float64Array): void {
  const curvature = dot(moved, turned);
  if (!(curvature > 0)) return;
  steps.push({ moved, turned, curvature });
  if (steps.length > MEMORY) steps.shift();
}

/** Minus the gradient, turned by the remembered curvature: the two-loop recursion. */
function descent(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = gradient.map((part) => -part);
  const shares = new Float64Array(steps.length);
  for (let i = steps.length - 1; i >= 0; i -= 1) {
    const { moved, turned, curvature } = steps[i];
    shares[i] = dot(moved, direction) / curvature;
    add(direction, turned, -shares[i]);
  }
  const last = steps.at(-1);
  if (last) {
    const scale = last.curvature / dot(last.turned, last.turned);
    for (let i = 0; i < direction.length; i += 1) direction[i] *= scale;
  }
  steps.forEach(({ moved, turned, curvature }, i) => {
    add(direction, moved, shares[i] - dot(turned, direction) / curvature);
  });
  return direction;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i] * b[i];
  return sum;
}

function add(into: Float64Array, other: Float64Array, times: number): void {
  for (let i = 0; i < into.length; i += 1) into[i] += times * other[i];
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value - b[i]);
}
