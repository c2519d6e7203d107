import { describe, expect, it } from 'vitest';
import { treeShap } from '../../../src/models/explain/treeShap.js';
import { gradientBoosting } from '../../../src/models/gradientBoosting.js';
import { columnsOf, fixture, treeOf, treesOf } from '../learnerFixture.js';
import { madeTable } from '../madeTable.js';

describe('treeShap', () => {
  it("gives the contributions of LightGBM's pred_contrib", () => {
    const sum = { start: 0, trees: fixture.squared.trees.map(treeOf) };
    const table = columnsOf('abcd');
    fixture.shap.values.forEach((row, index) => {
      const { expected, values } = treeShap(sum, table, index);
      [...values, expected].forEach((value, column) => expect(value).toBeCloseTo(row[column], 9));
    });
  });

  it('sums to the prediction, with categories and missing values', () => {
    const { table, target: made } = madeTable(300);
    const settings = { rounds: 30, limits: { minLeafRows: 5 } };
    const fitted = treesOf(gradientBoosting(settings).fit(table, made, { seed: 1 }));
    fitted.predict(table).forEach((prediction, row) => {
      const { expected, values } = treeShap(fitted.sum, table, row);
      expect(values.reduce((sum, value) => sum + value, expected)).toBeCloseTo(prediction, 9);
    });
  });
});
