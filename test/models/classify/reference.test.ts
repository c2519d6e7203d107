import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { classBoosting } from '../../../src/models/classify/classBoosting.js';
import { classForest, classTree } from '../../../src/models/classify/classForest.js';
import type { Classifier } from '../../../src/models/classify/classifier.js';
import { logisticRegression } from '../../../src/models/classify/logisticRegression.js';
import { nearestNeighbours } from '../../../src/models/classify/nearestNeighbours.js';
import { modelTable, takeRows } from '../../../src/models/modelTable.js';
import { UNLIMITED } from '../../../src/models/trees/treeLimits.js';

interface Reference {
  readonly columns: readonly (readonly number[])[];
  readonly classes: readonly number[];
  readonly weights: readonly number[];
  readonly trainingRows: number;
  readonly probabilities: Readonly<Record<string, readonly number[]>>;
}

const url = new URL('../../fixtures/models/classify/reference.json', import.meta.url);
const reference = JSON.parse(readFileSync(url, 'utf8')) as Reference;
const { columns, classes, weights: given, trainingRows, probabilities } = reference;
const table = modelTable(
  columns.map((values, index) => ({
    id: `x${index}`,
    kind: 'number',
    values: Float64Array.from(values),
  })),
);
const rowsFrom = (from: number, to: number): Int32Array =>
  Int32Array.from({ length: to - from }, (_, index) => from + index);
const training = takeRows(table, rowsFrom(0, trainingRows));
const tested = takeRows(table, rowsFrom(trainingRows, table.size));
const levels = ['a', 'b', 'c'];

function predictionsOf(classifier: Classifier, rows = tested): Float64Array {
  const codes = Int32Array.from(classes.slice(0, trainingRows));
  const isWeighed = classifier.id !== 'nearest_neighbours';
  const weights = Float64Array.from(given.slice(0, trainingRows), (one) => (isWeighed ? one : 1));
  return classifier.fit(training, codes, levels, { seed: 1, weights }).predict(rows);
}

const limits = { ...UNLIMITED, maxLeaves: 7, minLeafRows: 1, minLeafHessian: 2, lambda: 1 };
const cases: readonly (readonly [Classifier, number])[] = [
  [logisticRegression({ tolerance: 1e-9, maxIterations: 1000 }), 1e-6],
  [nearestNeighbours({ k: 7 }), 1e-12],
  [classTree({ maxDepth: 3, minLeafRows: 8 }), 1e-12],
  // LightGBM keeps derivatives in single precision, and puts equal cuts elsewhere between the same training rows.
  [classBoosting({ rounds: 20, learningRate: 0.1, rowShare: 1, limits }), 1e-5],
];

describe('classifiers beside scikit-learn and LightGBM', () => {
  it.each(cases.map(([classifier, tolerance]) => [classifier.id, classifier, tolerance] as const))(
    '%s gives the same probabilities',
    (id, classifier, tolerance) => {
      const isInTraining = id === 'gradient_boosting';
      const predicted = predictionsOf(classifier, isInTraining ? training : tested);
      const wanted = probabilities[id];
      expect(predicted.length).toBe(wanted.length);
      const apart = wanted.map((value, index) => Math.abs(value - predicted[index]));
      expect(Math.max(...apart)).toBeLessThan(tolerance);
    },
  );

  it('a forest is right more often than one of its trees', () => {
    const shareRight = (predicted: Float64Array): number => {
      const right = Array.from({ length: tested.size }, (_, row) => {
        const own = predicted.subarray(row * 3, row * 3 + 3);
        return own.indexOf(Math.max(...own)) === classes[trainingRows + row];
      });
      return right.filter(Boolean).length / right.length;
    };
    const one = shareRight(predictionsOf(classForest({ trees: 1 })));
    expect(shareRight(predictionsOf(classForest({ trees: 100 })))).toBeGreaterThan(one);
  });
});
