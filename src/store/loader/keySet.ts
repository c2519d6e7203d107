const FIRST_CAPACITY = 1 << 12;
const MAX_LOAD = 0.6;

/**
 * A set of texts that remembers 64 bits of each instead of the text: 8–27 bytes an entry, so that millions of keys
 * fit in memory. It never forgets a key; two of a million keys are taken for one with a chance of 3 in 10⁸.
 *
 * The hash is the public-domain cyrb53 (bryc), both of its halves kept whole.
 */
export class KeySet {
  #slots = new Int32Array(FIRST_CAPACITY * 2);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** @returns true where the key was not in the set before */
  add(key: string): boolean {
    if (this.#size >= (this.#slots.length / 2) * MAX_LOAD) this.#grow();
    const [high, low] = hash(key);
    const slot = find(this.#slots, high, low);
    if (this.#slots[slot] !== 0 || this.#slots[slot + 1] !== 0) return false;
    this.#slots[slot] = high;
    this.#slots[slot + 1] = low;
    this.#size += 1;
    return true;
  }

  has(key: string): boolean {
    const [high, low] = hash(key);
    const slot = find(this.#slots, high, low);
    return this.#slots[slot] !== 0 || this.#slots[slot + 1] !== 0;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    for (let index = 0; index < old.length; index += 2) {
      const high = old[index] ?? 0;
      const low = old[index + 1] ?? 0;
      if (high === 0 && low === 0) continue;
      const slot = find(this.#slots, high, low);
      this.#slots[slot] = high;
      this.#slots[slot + 1] = low;
    }
  }
}

/** The slot that holds the hash, or the free one where it would go (linear probing). */
function find(slots: Int32Array, high: number, low: number): number {
  const mask = slots.length / 2 - 1;
  let index = low & mask;
  for (;;) {
    const slot = index * 2;
    const storedHigh = slots[slot];
    const storedLow = slots[slot + 1];
    if (storedHigh === 0 && storedLow === 0) return slot;
    if (storedHigh === high && storedLow === low) return slot;
    index = (index + 1) & mask;
  }
}

function hash(text: string): readonly [number, number] {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  // All zero marks a free slot.
  return a === 0 && b === 0 ? [0, 1] : [a | 0, b | 0];
}
