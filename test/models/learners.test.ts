import { describe, expect, it } from 'vitest';
import { decisionTree } from '../../src/models/decisionTree.js';
import { randomForest } from '../../src/models/randomForest.js';
import { ridgeRegression } from '../../src/models/ridgeRegression.js';
import { takeRows, takeValues } from '../../src/models/modelTable.js';
import {
  columnsOf,
  fixture,
  nested,
  peerBoosting,
  peerQuantile,
  target,
  treesOf,
  type NestedTree,
} from './learnerFixture.js';

const seed = 1;
/** LightGBM holds gradients in single precision. */
const SINGLE = 5;

function expectClose(actual: ArrayLike<number>, expected: readonly number[], digits: number): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, index) => expect(actual[index]).toBeCloseTo(value, digits));
}

/**
 * The same questions, rows and values. The column and the rows on both sides pin a threshold down, up to a gap in which
 * no row of the node lies; there each peer has its own rule. Sides of missing values count only where the peer has one.
 */
function expectSameTree(actual: NestedTree, expected: NestedTree): void {
  if (expected.length === 2 || actual.length === 2) {
    expect(actual.length).toBe(expected.length);
    expect(actual[0]).toBeCloseTo(Number(expected[0]), SINGLE);
    expect(actual[1]).toBe(expected[1]);
    return;
  }
  const [column, threshold, side, rows, left, right] = expected;
  expect([actual[0], actual[3]]).toEqual([column, rows]);
  if (Array.isArray(threshold)) expect(actual[1]).toEqual(threshold);
  if (side !== null) expect(actual[2]).toBe(side);
  expectSameTree(actual[4], left);
  expectSameTree(actual[5], right);
}

const firstRows = (count: number) => Int32Array.from({ length: count }, (_, row) => row);

describe('the decision tree', () => {
  it('is the tree that scikit-learn grows', () => {
    const settings = { limits: { maxDepth: 5, minLeafRows: 4 } };
    const { sum } = treesOf(decisionTree(settings).fit(columnsOf('abc'), target, { seed }));
    expect(sum.trees.length).toBe(1);
    expectSameTree(nested(sum.trees[0]), fixture.decisionTree.tree);
  });
});

describe('gradient boosting', () => {
  it.each([
    ['with missing values', 'squared', 'abcd', {}],
    ['with monotone constraints', 'monotone', 'abcd', { monotone: { b: 1, c: -1 } }],
  ] as const)('grows the trees of LightGBM, %s', (_, name, ids, further) => {
    const peer = fixture[name];
    const table = columnsOf(ids);
    const fitted = treesOf(peerBoosting(peer.trees.length, further).fit(table, target, { seed }));
    const { start, trees } = fitted.sum;
    trees.forEach((tree, index) =>
      expectSameTree(nested(tree, index === 0 ? start : 0), peer.trees[index]),
    );
    expectClose(fitted.predict(table), peer.predicted, SINGLE);
  });

  it('parts categories as LightGBM does', () => {
    const peer = fixture.categorical;
    const table = columnsOf('abcde');
    const fitted = treesOf(peerBoosting(peer.trees.length).fit(table, target, { seed }));
    expectClose(fitted.predict(table), peer.predicted, SINGLE);
  });

  it('stops after as many trees as LightGBM does', () => {
    const { learn, patience, best } = fixture.stopped;
    const rows = Int32Array.from({ length: target.length }, (_, row) => row);
    const part = (chosen: Int32Array) => ({
      table: takeRows(columnsOf('abcd'), chosen),
      target: takeValues(target, chosen),
    });
    const train = part(rows.slice(0, learn));
    const fitted = peerBoosting(400, { patience }).fit(train.table, train.target, {
      seed,
      validation: part(rows.slice(learn)),
    });
    expect(treesOf(fitted).sum.trees.length).toBe(best);
  });

  it('keeps a monotone prediction along the whole column, whatever the rest', () => {
    const table = columnsOf('abcd');
    const fitted = peerBoosting(40, { monotone: { b: 1, c: -1 } }).fit(table, target, { seed });
    const steps = Float64Array.from({ length: 60 }, (_, step) => 0.5 + step / 12);
    for (const [index, direction] of [
      [1, 1],
      [2, -1],
    ] as const) {
      for (let row = 0; row < 25; row += 1) {
        const same = takeRows(table, new Int32Array(steps.length).fill(row));
        const columns = same.columns.with(index, { ...same.columns[index], values: steps });
        const along = fitted.predict({ ...same, columns });
        const falls = along.some(
          (value, step) => step > 0 && direction * (value - along[step - 1]) < 0,
        );
        expect(falls).toBe(false);
      }
    }
  });
});

describe('quantile boosting', () => {
  it('finds the leaves of LightGBM and gives each the quantile of its errors', () => {
    const { level, trees, leaves } = fixture.quantile;
    const table = columnsOf('abcd');
    const fitted = treesOf(peerQuantile(level).fit(table, target, { seed }));
    const shape = (tree: NestedTree): unknown =>
      tree.length === 2 ? tree[1] : [tree[0], tree[3], shape(tree[4]), shape(tree[5])];
    expect(shape(nested(fitted.sum.trees[0]))).toEqual(shape(trees[0]));
    const { start } = fitted.sum;
    expectClose(
      fitted.predict(table).map((value) => value - start),
      leaves,
      9,
    );
  });
});

describe('ridge regression', () => {
  it.each([0.5, 50])('predicts what scikit-learn predicts, λ = %s', (lambda) => {
    const table = columnsOf('abcde');
    const fitted = ridgeRegression({ lambda }).fit(table, target, { seed });
    expectClose(fitted.predict(table), fixture.ridge.predicted[lambda], 9);
  });
});

describe('the random forest', () => {
  it('beats one tree on rows that it has not seen', () => {
    const train = firstRows(200);
    const test = Int32Array.from({ length: 100 }, (_, row) => 200 + row);
    const table = columnsOf('abcde');
    const error = (regressor: ReturnType<typeof randomForest>): number => {
      const fitted = regressor.fit(takeRows(table, train), takeValues(target, train), { seed });
      const predicted = fitted.predict(takeRows(table, test));
      return predicted.reduce((sum, value, i) => sum + (value - target[test[i]]) ** 2, 0) / 100;
    };
    const tree = error(decisionTree({ limits: { minLeafRows: 5 } }));
    expect(error(randomForest({ trees: 60 }))).toBeLessThan(0.8 * tree);
  });
});
