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
  const start = mix(seed) ^ mix(Math.floor(seed / 4_294_967_296) + 0x9e3779b9) ^ hashOf(label);
  return new Sfc32(mix(start ^ index), mix(start + Math.imul(index, 0x85ebca6b) + 1));
}

/** Labels that are the same for many things are hashed once. */
const HASHES = new Map<string, number>();
const MOST_HASHES = 64;

function hashOf(label: string): number {
  const known = HASHES.get(label);
  if (known !== undefined) return known;
  let hash = 0x2545f491;
  for (let place = 0; place < label.length; place += 1) hash = mix(hash ^ label.charCodeAt(place));
  if (HASHES.size < MOST_HASHES) HASHES.set(label, hash);
  return hash;
}

/** The finaliser of MurmurHash3. */
function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

const WARM_UP = 12;

class Sfc32 implements SampleRandom {
  #a: number;
  #b: number;
  #c = 0x2545f491;
  #counter = 1;

  constructor(a: number, b: number) {
    this.#a = a;
    this.#b = b;
    for (let round = 0; round < WARM_UP; round += 1) this.unit();
  }

  unit(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  }

  integer(below: number): number {
    return Math.floor(this.unit() * below);
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** By the method of Box and Muller. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.unit())) * Math.cos(2 * Math.PI * this.unit());
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.integer(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }
}
