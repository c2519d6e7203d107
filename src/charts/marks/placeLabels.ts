import { textWidth } from '../text/textWidth.js';

/** A point in pixels with the text that would like to stand beside it. */
export interface LabelWish {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** Radius of the point's marker. */
  readonly radius: number;
}

/** Where a label stands: its centre and its box, in pixels. */
export interface PlacedLabel {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly box: Box;
}

export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface LabelField {
  readonly width: number;
  readonly height: number;
  readonly size: number;
}

/** Directions from the point to the label's centre, in order of preference. */
const SIDES = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
] as const;

const GAP = 4;

/**
 * Gives each label a place beside its point where it neither leaves the field nor touches another label or point;
 * null where no place is free. Earlier labels choose first.
 *
 * @returns one entry per wish, in their order
 * @example
 * placeLabels([{ x: 10, y: 10, text: 'A', radius: 4 }], { width: 100, height: 100, size: 14 });
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  field: LabelField,
): (PlacedLabel | null)[] {
  const points = wishes.map((wish) => around(wish));
  const taken: Box[] = [];
  return wishes.map((wish, own) => {
    const free = SIDES.map(([right, down]) => labelAt(wish, right, down, field.size)).find(
      ({ box }) =>
        inside(box, field) &&
        !taken.some((other) => overlaps(box, other)) &&
        !points.some((point, index) => index !== own && overlaps(box, point)),
    );
    if (free) taken.push(padded(free.box));
    return free ?? null;
  });
}

function around(wish: LabelWish): Box {
  return {
    x0: wish.x - wish.radius,
    x1: wish.x + wish.radius,
    y0: wish.y - wish.radius,
    y1: wish.y + wish.radius,
  };
}

function labelAt(wish: LabelWish, right: number, down: number, size: number): PlacedLabel {
  const width = textWidth(wish.text, size);
  const height = size * 1.2;
  const reach = wish.radius + GAP;
  const slant = right !== 0 && down !== 0 ? Math.SQRT1_2 : 1;
  const x = wish.x + right * (slant * reach + width / 2);
  const y = wish.y + down * (slant * wish.radius + height / 2);
  const box = { x0: x - width / 2, x1: x + width / 2, y0: y - height / 2, y1: y + height / 2 };
  return { x, y, text: wish.text, box };
}

function inside(box: Box, field: LabelField): boolean {
  return box.x0 >= 0 && box.y0 >= 0 && box.x1 <= field.width && box.y1 <= field.height;
}

function padded(box: Box): Box {
  return { x0: box.x0 - GAP, x1: box.x1 + GAP, y0: box.y0, y1: box.y1 };
}

/** True where two boxes share more than an edge. */
export function overlaps(a: Box, b: Box): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}
