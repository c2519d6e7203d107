import { describe, expect, it } from 'vitest';
import type { Classifier } from '../../../src/models/classify/classifier.js';
import { classBoosting } from '../../../src/models/classify/classBoosting.js';
import { classForest } from '../../../src/models/classify/classForest.js';
import { classifiers } from '../../../src/models/classify/index.js';
import { modelTable, takeRows, type ModelTable } from '../../../src/models/modelTable.js';
import { appErrorThrown } from '../../appErrorOf.js';
import { madeTable, withColumn } from '../madeTable.js';

/** Fewer trees than by default, so that walking all models takes no time. */
const QUICK: Readonly<Record<string, Classifier>> = {
  random_forest: classForest({ trees: 5 }),
  gradient_boosting: classBoosting({ rounds: 4 }),
};

const { table, target } = madeTable(150);
const levels = ['low', 'middle', 'high', 'never seen'];
const sorted = target.slice().sort();
const classes = Int32Array.from(target, (value) =>
  value <= sorted[50] ? 0 : value <= sorted[100] ? 1 : 2,
);
const seed = 5;

function requireShares(predicted: Float64Array, rows: number): void {
  expect(predicted.length).toBe(rows * levels.length);
  for (let row = 0; row < rows; row += 1) {
    const own = predicted.subarray(row * levels.length, (row + 1) * levels.length);
    expect(own.every((share) => share >= 0 && share <= 1 + 1e-12)).toBe(true);
    expect(own.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  }
}

describe.each(classifiers.map((one) => [one.id, QUICK[one.id] ?? one] as const))(
  'the classifier %s',
  (id, classifier) => {
    const fitted = classifier.fit(table, classes, levels, { seed });
    const predicted = fitted.predict(table);
    const saved = JSON.stringify(fitted);

    it('has a name and probabilities that add up, none for a class that training never saw', () => {
      expect(classifier.title).not.toBe('');
      expect(fitted.model).toBe(id);
      requireShares(predicted, table.size);
      expect(predicted.filter((_, at) => at % 4 === 3).every((share) => share === 0)).toBe(true);
    });

    it('gives the same bytes for the same seed, and comes back from JSON as it was', () => {
      expect(JSON.stringify(classifier.fit(table, classes, levels, { seed }))).toBe(saved);
      const loaded = classifier.load(JSON.parse(saved));
      expect(loaded.predict(table)).toEqual(predicted);
      expect(JSON.stringify(loaded)).toBe(saved);
    });

    it('predicts for missing values, a new category and more columns in another order', () => {
      const missing = modelTable(
        table.columns.map((column) => ({
          ...column,
          values: new Float64Array(table.size).fill(NaN),
        })),
      );
      requireShares(fitted.predict(missing), table.size);
      const values = new Float64Array(table.size).fill(0);
      requireShares(
        fitted.predict(withColumn(table, 'genre', { values, levels: ['polka'] })),
        table.size,
      );
      const more = [{ id: 'more', kind: 'number' as const, values }, ...table.columns].reverse();
      expect(fitted.predict(modelTable(more))).toEqual(predicted);
    });

    it('learns from one row, three rows, one class, and a column without a value', () => {
      const few = takeRows(table, [0, 75, 149]);
      requireShares(
        classifier.fit(few, Int32Array.of(0, 1, 2), levels, { seed }).predict(table),
        150,
      );
      const one = classifier.fit(takeRows(table, [0]), Int32Array.of(2), levels, { seed });
      expect(one.predict(takeRows(table, [1]))).toEqual(Float64Array.of(0, 0, 1, 0));
      expect(classifier.load(JSON.parse(JSON.stringify(one))).predict(few)[2]).toBe(1);
      const same = classifier.fit(table, new Int32Array(150).fill(1), levels, { seed });
      expect(same.predict(few)[1]).toBe(1);
      const [{ id: first }] = table.columns;
      const empty = withColumn(table, first, {
        values: new Float64Array(150).fill(NaN),
      });
      requireShares(classifier.fit(empty, classes, levels, { seed }).predict(empty), 150);
    });

    it('lets a row of twice the weight count twice', () => {
      const rows = Int32Array.from({ length: 300 }, (_, row) => row % 150);
      const twice = takeRows(table, rows);
      const weights = new Float64Array(300).fill(0.5);
      const codes = Int32Array.from(rows, (row) => classes[row]);
      requireShares(classifier.fit(twice, codes, levels, { seed, weights }).predict(table), 150);
      const bad = (): unknown =>
        classifier.fit(twice, codes, levels, { seed, weights: weights.fill(0) });
      expect(bad).toThrow('a weight must be positive, got 0 in row 0');
    });

    it('names a column that was renamed', () => {
      const [{ id: first }] = table.columns;
      expect(
        appErrorThrown(() => fitted.predict(withColumn(table, first, { id: 'other' }))).message,
      ).toContain(`"${first}"`);
    });

    it('refuses rows it cannot learn from', () => {
      const fit = (rows: ModelTable, codes: Int32Array): unknown =>
        classifier.fit(rows, codes, levels, { seed });
      expect(() => fit(takeRows(table, []), new Int32Array(0))).toThrow('at least one row');
      expect(() => fit(table, classes.subarray(1))).toThrow('150 values, got 149');
      expect(() =>
        fit(
          table,
          classes.map((code) => code + 2),
        ),
      ).toThrow('4 levels, got 4');
    });

    it('refuses JSON that is cut short, edited or of another model', () => {
      expect(
        appErrorThrown(() => classifier.load({ ...JSON.parse(saved), model: 'other' })).code,
      ).toBe('input');
      for (const damaged of damagedOf(saved)) {
        expect(appErrorThrown(() => classifier.load(damaged)).code).toBe('input');
      }
    });
  },
);

/** The saved model without what it learned, with every list in it cut short in turn, and with classes that are not there. */
function damagedOf(saved: string): unknown[] {
  const whole = JSON.parse(saved) as { learned: unknown; present: number[] };
  const cut = (value: unknown): unknown => (Array.isArray(value) ? value.slice(0, -1) : null);
  const { learned } = whole;
  const parts = Array.isArray(learned)
    ? [cut(learned)]
    : Object.keys(learned as object).map((key) => ({
        ...(learned as object),
        [key]: key === 'trees' ? null : cut((learned as Record<string, unknown>)[key]),
      }));
  return [
    null,
    { ...whole, learned: 'lost' },
    { ...whole, present: [0, 9] },
    ...parts.map((part) => ({ ...whole, learned: part })),
  ];
}
