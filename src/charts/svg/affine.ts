/** A plane transform as SVG writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Affine = [1, 0, 0, 1, 0, 0];

const TRANSFORM = /(matrix|translate|scale|rotate)\s*\(([^)]*)\)/g;

/** First `right`, then `left`. */
export function multiply(left: Affine, right: Affine): Affine {
  const [a, b, c, d, e, f] = left;
  return [
    a * right[0] + c * right[1],
    b * right[0] + d * right[1],
    a * right[2] + c * right[3],
    b * right[2] + d * right[3],
    a * right[4] + c * right[5] + e,
    b * right[4] + d * right[5] + f,
  ];
}

export function translation(x: number, y: number): Affine {
  return [1, 0, 0, 1, x, y];
}

/**
 * Reads an SVG `transform` attribute (matrix, translate, scale, rotate; Plotly writes no skew).
 *
 * @example
 * parseTransform('translate(10,20)'); // [1, 0, 0, 1, 10, 20]
 */
export function parseTransform(attribute: string | null): Affine {
  let result = IDENTITY;
  for (const [, name = '', list = ''] of (attribute ?? '').matchAll(TRANSFORM)) {
    const values = list
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number);
    result = multiply(result, single(name, values));
  }
  return result;
}

function single(name: string, values: readonly number[]): Affine {
  const [first = 0, second, third = 0] = values;
  if (name === 'translate') return translation(first, second ?? 0);
  if (name === 'scale') return [first, 0, 0, second ?? first, 0, 0];
  if (name === 'rotate') return rotation(first, second ?? 0, third);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = values;
  return [a, b, c, d, e, f];
}

function rotation(degrees: number, x: number, y: number): Affine {
  const radians = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  return multiply(multiply(translation(x, y), [cos, sin, -sin, cos, 0, 0]), translation(-x, -y));
}
