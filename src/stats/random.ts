/** A stream of numbers in [0, 1). */
export type Random = () => number;

/** Splitmix32 (Steele, Lea and Flood 2014): spreads a seed over a whole state. */
function splitmix(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
}

/**
 * A seeded stream of uniform random numbers in [0, 1) with 53 random bits each: sfc32 (Doty-Humphrey, PractRand), its
 * state filled by splitmix32. The same seed gives the same numbers on every machine.
 *
 * @param seed any integer; 32 bits of it count.
 * @example
 * const random = createRandom(42);
 * random() < 1; // true
 */
export function createRandom(seed: number): Random {
  const fill = splitmix(seed);
  let [a, b, c, counter] = [fill() | 0, fill() | 0, fill() | 0, 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i += 1) next();
  return () => {
    const high = next() >>> 5;
    const low = next() >>> 6;
    return (high * 67_108_864 + low) / 9_007_199_254_740_992;
  };
}

/**
 * A seed for one purpose, from a general seed and a label (FNV-1a over UTF-16 code units): analyses that draw
 * numbers do not disturb one another, whatever their order.
 *
 * @example
 * createRandom(deriveSeed(1, 'content.bootstrap'));
 */
export function deriveSeed(seed: number, label: string): number {
  let hash = (0x811c9dc5 ^ splitmix(seed)()) >>> 0;
  for (let i = 0; i < label.length; i += 1) {
    const unit = label.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return splitmix(hash)();
}

/** An integer from 0 to `count` − 1. */
export function randomInteger(random: Random, count: number): number {
  return Math.floor(random() * count);
}

/** A standard normal deviate by the polar method of Marsaglia (1964). */
export function randomNormal(random: Random): number {
  for (;;) {
    const u = 2 * random() - 1;
    const v = 2 * random() - 1;
    const square = u * u + v * v;
    if (square > 0 && square < 1) return u * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

/** Shuffles in place (Fisher and Yates). */
export function shuffle(values: Float64Array | Int32Array | number[], random: Random): void {
  for (let i = values.length - 1; i > 0; i -= 1) {
    const j = randomInteger(random, i + 1);
    const held = values[i];
    values[i] = values[j]!;
    values[j] = held;
  }
}
