import { describe, expect, it } from 'vitest';
import { gradientBoosting } from '../../../src/models/gradientBoosting.js';
import { addTrees } from '../../../src/models/trees/addTrees.js';
import { leafOf } from '../../../src/models/trees/tree.js';
import { treesOf } from '../learnerFixture.js';
import { madeTable } from '../madeTable.js';

describe('addTrees', () => {
  it('adds the leaf that each row walks to, over several blocks, with gaps and categories', () => {
    const { table, target: made } = madeTable(5000);
    // Missing ages lie between young and old ones, so that they are sent to both sides.
    const ages = table.columns[2].values;
    const target = made.map((value, row) => value + (Number.isNaN(ages[row]) ? 5 : 0));
    const settings = { rounds: 12, limits: { maxLeaves: 40, minLeafRows: 3, columnShare: 1 } };
    const { sum } = treesOf(gradientBoosting(settings).fit(table, target, { seed: 1 }));
    const asked = new Set(sum.trees.flatMap((tree) => [...tree.column]));
    expect(asked).toEqual(new Set([-1, 0, 1, 2, 3]));
    const sides = sum.trees.flatMap((tree) =>
      [...tree.missingLeft].filter((_, node) => tree.column[node] === 2),
    );
    expect(new Set(sides)).toEqual(new Set([0, 1]));
    const totals = new Float64Array(table.size).fill(7);
    addTrees(sum.trees, table, totals);
    totals.forEach((total, row) => {
      const walked = sum.trees.reduce((all, tree) => all + tree.value[leafOf(tree, table, row)], 7);
      expect(total).toBe(walked);
    });
  });
});
