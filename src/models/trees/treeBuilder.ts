import type { BinRule } from './binColumns.js';
import { leafValue, type ChildState, type Split } from './bestSplit.js';
import type { Tree } from './tree.js';

/** Collects the nodes of a tree while it grows, in terms of values instead of bins. */
export class TreeBuilder {
  readonly #column: number[] = [];
  readonly #threshold: number[] = [];
  readonly #left: number[] = [];
  readonly #right: number[] = [];
  readonly #missingLeft: number[] = [];
  readonly #leftCodes: (Int32Array | null)[] = [];
  readonly #value: number[] = [];
  readonly #cover: number[] = [];
  readonly #gain: number[] = [];

  constructor(
    readonly rules: readonly BinRule[],
    readonly lambda: number,
  ) {}

  /** @returns the number of the new node */
  addLeaf(leaf: ChildState): number {
    this.#column.push(-1);
    this.#threshold.push(NaN);
    this.#left.push(-1);
    this.#right.push(-1);
    this.#missingLeft.push(0);
    this.#leftCodes.push(null);
    this.#cover.push(leaf.count);
    this.#gain.push(0);
    return this.#value.push(leafValue(leaf, this.lambda)) - 1;
  }

  /** @returns the numbers of the two new leaves */
  split(node: number, split: Split): [number, number] {
    const left = this.addLeaf(split.left);
    const right = this.addLeaf(split.right);
    const rule = this.rules[split.column];
    this.#column[node] = split.column;
    this.#threshold[node] = thresholdOf(split, rule);
    this.#left[node] = left;
    this.#right[node] = right;
    this.#missingLeft[node] = split.isMissingLeft ? 1 : 0;
    this.#leftCodes[node] = leftCodesOf(split, rule);
    this.#gain[node] = split.gain;
    return [left, right];
  }

  build(): Tree {
    return {
      column: Int32Array.from(this.#column),
      threshold: Float64Array.from(this.#threshold),
      left: Int32Array.from(this.#left),
      right: Int32Array.from(this.#right),
      missingLeft: Uint8Array.from(this.#missingLeft),
      leftCodes: this.#leftCodes,
      value: Float64Array.from(this.#value),
      cover: Float64Array.from(this.#cover),
      gain: Float64Array.from(this.#gain),
    };
  }
}

/** A split after the last bin parts present values from missing ones: everything present is below the threshold. */
function thresholdOf({ bin }: Split, { kind, edges }: BinRule): number {
  if (kind === 'category') return NaN;
  return bin < edges.length ? edges[bin] : Number.MAX_VALUE;
}

function leftCodesOf({ leftBins }: Split, { binOfCode }: BinRule): Int32Array | null {
  if (leftBins === null) return null;
  const codes = [...binOfCode.keys()];
  return Int32Array.from(codes.filter((code) => leftBins.includes(binOfCode[code])));
}
