import { describe, expect, it } from 'vitest';
import {
  drawnSettings,
  nestedSearch,
  searchSpec,
  settingsGrid,
} from '../../../src/models/evaluate/search.js';
import { groupFolds, type Split } from '../../../src/models/evaluate/split.js';
import { madeTable } from '../madeTable.js';

const { table, target } = madeTable(120);
const groups = Int32Array.from({ length: 120 }, (_, row) => row >> 1);
const split: Split = { id: 'rows', title: '', keeps: '', folds: groupFolds(groups, 3, 1) };
const stump = { model: 'decision_tree', settings: { limits: { maxDepth: 0 } } };
const tree = { model: 'decision_tree', settings: { limits: { minLeafRows: 5 } } };

describe('settingsGrid', () => {
  it('combines all values, and a draw takes each once', () => {
    const grid = settingsGrid({ rounds: [1, 2], learningRate: [0.1, 0.2] });
    expect(grid).toHaveLength(4);
    expect(grid[1]).toEqual({ rounds: 1, learningRate: 0.2 });
    const drawn = drawnSettings(grid, 3, 1);
    expect(new Set(drawn).size).toBe(3);
    expect(drawnSettings(grid, 3, 1)).toEqual(drawn);
    expect([...drawnSettings(grid, 9, 2)].sort()).toHaveLength(4);
  });
});

describe('searchSpec', () => {
  it('takes the candidate with the smaller error, whatever their order', async () => {
    for (const candidates of [
      [stump, tree],
      [tree, stump],
    ]) {
      const found = await searchSpec(candidates, table, target, split, { seed: 1 });
      expect(found.best).toEqual(tree);
      expect(found.tried).toHaveLength(2);
    }
    await expect(searchSpec([], table, target, split, { seed: 1 })).rejects.toThrow('candidate');
  });
});

describe('nestedSearch', () => {
  it('chooses without the rows that it is judged on', async () => {
    const options = { seed: 1, groups, innerFolds: 2 };
    const found = await nestedSearch([stump, tree], table, target, split, options);
    expect(found.chosen).toEqual([tree, tree, tree]);
    expect(found.predicted.every(Number.isFinite)).toBe(true);
    const [{ test }] = split.folds;
    const other = target.slice();
    for (const row of test) other[row] = 1000 - 900 * (row % 2);
    const again = await nestedSearch([stump, tree], table, other, split, options);
    const own = (values: Float64Array) => Array.from(test, (row) => values[row]);
    expect(own(again.predicted)).toEqual(own(found.predicted));
  });
});
