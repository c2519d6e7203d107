import type { BinRule } from './binColumns.js';
import { leafValue, type ChildState, type Split } from './bestSplit.js';
import type { Tree } from './tree.js';

interface Node {
  split: Split | null;
  left: number;
  right: number;
  readonly value: number;
  readonly cover: number;
}

/** Collects the nodes of a tree while it grows. */
export class TreeBuilder {
  readonly #nodes: Node[] = [];

  /** @returns the number of the new node */
  addLeaf(leaf: ChildState, lambda: number): number {
    const value = leafValue(leaf, lambda);
    return this.#nodes.push({ split: null, left: -1, right: -1, value, cover: leaf.count }) - 1;
  }

  /** @returns the numbers of the two new leaves */
  split(node: number, split: Split, lambda: number): [number, number] {
    const left = this.addLeaf(split.left, lambda);
    const right = this.addLeaf(split.right, lambda);
    Object.assign(this.#nodes[node], { split, left, right });
    return [left, right];
  }

  /** The tree in terms of values instead of bins. */
  build(rules: readonly BinRule[]): Tree {
    const nodes = this.#nodes;
    return {
      column: Int32Array.from(nodes, ({ split }) => split?.column ?? -1),
      threshold: Float64Array.from(nodes, ({ split }) => (split ? thresholdOf(split, rules) : NaN)),
      left: Int32Array.from(nodes, ({ left }) => left),
      right: Int32Array.from(nodes, ({ right }) => right),
      missingLeft: Uint8Array.from(nodes, ({ split }) => (split?.isMissingLeft === true ? 1 : 0)),
      leftCodes: nodes.map(({ split }) => (split ? leftCodesOf(split, rules) : null)),
      value: Float64Array.from(nodes, ({ value }) => value),
      cover: Float64Array.from(nodes, ({ cover }) => cover),
      gain: Float64Array.from(nodes, ({ split }) => split?.gain ?? 0),
    };
  }
}

/** A split after the last bin parts present values from missing ones: everything present is below the threshold. */
function thresholdOf({ column, bin }: Split, rules: readonly BinRule[]): number {
  const { kind, edges } = rules[column];
  if (kind === 'category') return NaN;
  return bin < edges.length ? edges[bin] : Number.MAX_VALUE;
}

function leftCodesOf({ column, leftBins }: Split, rules: readonly BinRule[]): Int32Array | null {
  if (leftBins === null) return null;
  const { binOfCode } = rules[column];
  const codes = [...binOfCode.keys()];
  return Int32Array.from(codes.filter((code) => leftBins.includes(binOfCode[code])));
}
