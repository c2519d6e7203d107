import { describe, expect, it } from 'vitest';
import { schemaOf } from '../../../src/models/columnSchema.js';
import { decisionTree } from '../../../src/models/decisionTree.js';
import { partialDependence } from '../../../src/models/explain/partialDependence.js';
import { modelTable } from '../../../src/models/modelTable.js';
import { FittedTrees } from '../../../src/models/trees/treeRegressor.js';
import { columnsOf, fixture, treeOf } from '../learnerFixture.js';

const table = columnsOf('abc');
const tree = treeOf(fixture.decisionTree.tree);
const fitted = new FittedTrees('decision_tree', schemaOf(table), { start: 0, trees: [tree] });

describe('partialDependence', () => {
  it('is that of scikit-learn for the same tree', () => {
    const { grid, mean, curves } = partialDependence(fitted, table, 'b');
    const expected = fixture.dependence;
    expect(grid.length).toBe(expected.grid.length);
    grid.forEach((value, i) => expect(value).toBeCloseTo(expected.grid[i], 9));
    mean.forEach((value, i) => expect(value).toBeCloseTo(expected.mean[i], 9));
    curves[0].forEach((value, i) => expect(value).toBeCloseTo(expected.first[i], 9));
  });

  it('has no point where every value is missing', () => {
    const values = new Float64Array(3).fill(NaN);
    const column = { id: 'x', kind: 'number', values } as const;
    const model = decisionTree().fit(modelTable([column]), Float64Array.of(1, 2, 3), { seed: 1 });
    expect(partialDependence(model, modelTable([column]), 'x').grid.length).toBe(0);
  });

  it('refuses a column that is no number', () => {
    expect(() => partialDependence(fitted, table, 'z')).toThrow('numeric column "z"');
  });
});
