import { describe, expect, it } from 'vitest';
import { applyBins, learnBins } from '../../../src/models/trees/binColumns.js';
import { GrowSpace } from '../../../src/models/trees/growSpace.js';
import { growTree, type GrownTree } from '../../../src/models/trees/growTree.js';
import { leafCount, leafOf } from '../../../src/models/trees/tree.js';
import { UNLIMITED, type TreeLimits } from '../../../src/models/trees/treeLimits.js';
import { createRandom } from '../../../src/stats/random.js';
import { madeTable } from '../madeTable.js';

const { table, target } = madeTable(400);
const binned = applyBins(table, learnBins(table));
const rows = Int32Array.from(target.keys());
const first = target.map((value) => -value);
const LIMITS = { ...UNLIMITED, minLeafRows: 5, lambda: 1 };

function grow(limits: TreeLimits, second: Float64Array | null = null, space?: GrowSpace) {
  return growTree(binned, { first, second }, rows, limits, createRandom(3), space);
}

/** What each row gets: the tree without the order in which it grew. */
function fittedValues({ tree }: GrownTree): number[] {
  return [...rows].map((row) => tree.value[leafOf(tree, table, row)]);
}

describe('growTree', () => {
  it('takes second derivatives of 1 for none', () => {
    const plain = grow({ ...LIMITS, maxLeaves: 12 });
    const weighed = grow({ ...LIMITS, maxLeaves: 12 }, new Float64Array(400).fill(1));
    expect(weighed.tree.column).toEqual(plain.tree.column);
    expect(weighed.tree.cover).toEqual(plain.tree.cover);
    weighed.tree.value.forEach((value, node) => expect(value).toBeCloseTo(plain.tree.value[node]));
  });

  it('asks the same for twice the loss: derivatives, penalty and all', () => {
    const twice = { first: first.map((value) => 2 * value), second: new Float64Array(400).fill(2) };
    const limits = { ...LIMITS, maxLeaves: 12 };
    const doubled = growTree(binned, twice, rows, { ...limits, lambda: 2 }, createRandom(3));
    const once = grow(limits);
    expect(doubled.tree.column).toEqual(once.tree.column);
    doubled.tree.value.forEach((value, node) => expect(value).toBeCloseTo(once.tree.value[node]));
  });

  it('grows the same tree deep first, without a limit, as best first with one that it never meets', () => {
    const free = { ...LIMITS, lambda: 0 };
    const deep = grow(free);
    const best = grow({ ...free, maxLeaves: 399 });
    expect(leafCount(deep.tree)).toBe(leafCount(best.tree));
    expect(leafCount(deep.tree)).toBeGreaterThan(20);
    expect(fittedValues(deep)).toEqual(fittedValues(best));
  });

  it('leaves nothing behind in memory that is used again', () => {
    const space = new GrowSpace(binned);
    grow({ ...LIMITS, maxLeaves: 9, columnShare: 0.5 }, null, space);
    const sampled = { ...LIMITS, nodeColumnShare: 0.5 };
    for (const limits of [{ ...LIMITS, maxLeaves: 12 }, sampled]) {
      expect(grow(limits, null, space).tree).toEqual(grow(limits).tree);
    }
  });

  it('keeps the limits, and says where its rows ended', () => {
    const { tree, rows: ended, leaves } = grow({ ...LIMITS, maxLeaves: 9, maxDepth: 3 });
    expect(leafCount(tree)).toBeLessThanOrEqual(8);
    expect([...ended].sort((a, b) => a - b)).toEqual([...rows]);
    for (const { node, start, end } of leaves) {
      expect(end - start).toBeGreaterThanOrEqual(5);
      for (const row of ended.subarray(start, end)) expect(leafOf(tree, table, row)).toBe(node);
    }
  });
});
