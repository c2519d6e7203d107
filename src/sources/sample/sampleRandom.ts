/** A stream of random numbers that is the same for the same seed and labels, on every machine. */
export interface SampleRandom {
  /** Uniform on [0, 1). */
  unit(): number;
  /** Integer from 0 to `below` − 1. */
  integer(below: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** Standard normal. */
  normal(): number;
  /** One of the items. */
  pick<T>(items: readonly T[]): T;
}

/**
 * Opens the stream of one thing of the sample: `sampleRandom(seed, 'artist', 17)`. Streams of different labels are
 * independent, so that any artist can be made again without the ones before it.
 *
 * Generator: sfc32 (Chris Doty-Humphrey, PractRand), seeded through the finaliser of MurmurHash3.
 *
 * @example
 * sampleRandom(1, 'artist', 17).unit() === sampleRandom(1, 'artist', 17).unit(); // true
 */
export function sampleRandom(seed: number, label: string, index = 0): SampleRandom {
  const next = sfc32(hashOf(seed, label, index));
  const unit = (): number => next() / 4_294_967_296;
  return {
    unit,
    integer: (below) => Math.floor(unit() * below),
    chance: (probability) => unit() < probability,
    normal: () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
    pick: (items) => {
      const item = items[Math.floor(unit() * items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
  };
}

function hashOf(seed: number, label: string, index: number): [number, number] {
  let hash = mix(seed >>> 0) ^ mix(Math.floor(seed / 4_294_967_296) + 0x9e3779b9);
  for (const character of label) hash = mix(hash ^ (character.codePointAt(0) ?? 0));
  return [mix(hash ^ index), mix(hash + Math.imul(index, 0x85ebca6b) + 1)];
}

function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function sfc32([first, second]: readonly [number, number]): () => number {
  let [a, b, c, counter] = [first | 0, second | 0, 0x2545f491, 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round += 1) next();
  return next;
}
