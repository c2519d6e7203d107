/** How a column holds its numbers: exactly, or not at all. */
interface Layout {
  readonly make: (size: number) => Float32Array | Int32Array | Float64Array;
  readonly holds: (value: number) => boolean;
  readonly packed: (value: number) => number;
  readonly unpacked: (stored: number) => number;
}

const STEPS = 1e6;
const LARGEST = 2 ** 31 - 1;
const MISSING = -(2 ** 31);

const same = (value: number): number => value;

/** From the smallest on; the last one holds everything. */
const LAYOUTS: readonly Layout[] = [
  {
    make: (size) => new Float32Array(size).fill(NaN),
    holds: (value) => Math.fround(value) === value,
    packed: same,
    unpacked: same,
  },
  {
    make: (size) => new Int32Array(size).fill(MISSING),
    holds(value) {
      const steps = Math.round(value * STEPS);
      return Math.abs(steps) <= LARGEST && steps / STEPS === value && !Object.is(value, -0);
    },
    packed: (value) => Math.round(value * STEPS),
    unpacked: (stored) => (stored === MISSING ? NaN : stored / STEPS),
  },
  {
    make: (size) => new Float64Array(size).fill(NaN),
    holds: () => true,
    packed: same,
    unpacked: same,
  },
];

/**
 * A column of numbers that takes no more memory than its values need: nothing while all are missing; four bytes a row
 * as long as they all are whole numbers below 2²⁴ or the like, or have at most six decimals and stay within ± 2147; eight
 * bytes from the first that needs them.
 *
 * @example
 * const column = new NumberColumn(2);
 * column.set(1, 0.1);
 * column.values(); // Float64Array [NaN, 0.1]
 */
export class NumberColumn {
  #layout = 0;
  #stored: Float32Array | Int32Array | Float64Array | null = null;

  /** @param size rows of the column; those never set stay missing */
  constructor(readonly size: number) {}

  set(row: number, value: number): void {
    if (Number.isNaN(value)) return;
    this.#stored ??= LAYOUTS[this.#layout].make(this.size);
    if (!LAYOUTS[this.#layout].holds(value)) this.#widen(value);
    this.#stored[row] = LAYOUTS[this.#layout].packed(value);
  }

  /** The values in full precision, NaN where missing; not to be written to. */
  values(): Float64Array {
    const stored = this.#stored;
    if (stored instanceof Float64Array) return stored;
    if (stored instanceof Float32Array) return new Float64Array(stored);
    const values = new Float64Array(this.size).fill(NaN);
    const { unpacked } = LAYOUTS[this.#layout];
    if (stored)
      for (let row = 0; row < values.length; row += 1) values[row] = unpacked(stored[row]);
    return values;
  }

  /** Rows that have a value. */
  get count(): number {
    const { unpacked } = LAYOUTS[this.#layout];
    let count = 0;
    for (const stored of this.#stored ?? []) if (!Number.isNaN(unpacked(stored))) count += 1;
    return count;
  }

  /** Goes over to the first layout that holds all values so far and one more. */
  #widen(value: number): void {
    const values = this.values();
    const holdsAll = ({ holds }: Layout): boolean =>
      holds(value) && values.every((one) => Number.isNaN(one) || holds(one));
    this.#layout = LAYOUTS.findIndex((layout, at) => at > this.#layout && holdsAll(layout));
    const { make, packed } = LAYOUTS[this.#layout];
    const wider = make(this.size);
    values.forEach((one, row) => {
      if (!Number.isNaN(one)) wider[row] = packed(one);
    });
    this.#stored = wider;
  }
}
