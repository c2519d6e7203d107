import { describe, expect, it } from 'vitest';
import { MODELS } from '../../src/models/index.js';
import { loadRegressor, makeRegressor, type ModelSpec } from '../../src/models/modelSpec.js';
import { modelTable, takeRows, takeValues, type ModelTable } from '../../src/models/modelTable.js';
import { appErrorThrown } from '../appErrorOf.js';
import { madeTable, withColumn } from './madeTable.js';

/** Fewer trees than by default, so that walking all models takes no time. */
const QUICK: Readonly<Record<string, object>> = {
  random_forest: { trees: 5 },
  gradient_boosting: { rounds: 8 },
  gradient_boosting_quantile: { rounds: 8, level: 0.9 },
};
const TARGET_MEANS = { columns: ['genre'], unit: 'genre', smoothing: 5 };
const SPECS: readonly ModelSpec[] = [
  ...MODELS.map(({ id }) => ({ model: id, settings: QUICK[id] as ModelSpec['settings'] })),
  { model: 'ridge', targetMeans: TARGET_MEANS },
];

const { table, target } = madeTable(150);
const seed = 11;

const allFinite = (values: Float64Array): boolean => values.every(Number.isFinite);

describe.each(SPECS.map((spec) => [spec.targetMeans ? 'target means' : spec.model, spec] as const))(
  'the model %s',
  (_, spec) => {
    const regressor = makeRegressor(spec);
    const fitted = regressor.fit(table, target, { seed });
    const predicted = fitted.predict(table);
    const saved = JSON.stringify(fitted);
    const asksGenre = spec.model !== 'mean';

    it('has a name and one finite prediction per row', () => {
      expect(regressor.title).not.toBe('');
      expect(fitted.model).toBe(regressor.id);
      expect(predicted.length).toBe(table.size);
      expect(allFinite(predicted)).toBe(true);
    });

    it('gives the same bytes for the same seed', () => {
      expect(JSON.stringify(makeRegressor(spec).fit(table, target, { seed }))).toBe(saved);
    });

    it('predicts the same after a way through JSON', () => {
      const again = loadRegressor(JSON.parse(saved));
      expect(again.predict(table)).toEqual(predicted);
      expect(JSON.stringify(again)).toBe(saved);
      expect(regressor.load(JSON.parse(saved)).predict(table)).toEqual(predicted);
    });

    it('predicts a row alone as among others, with further columns in another order', () => {
      const { columns } = takeRows(table, [17]);
      const further = { id: 'further', kind: 'number', values: Float64Array.of(3) } as const;
      const alone = modelTable([further, ...columns.toReversed()]);
      expect([...fitted.predict(alone)]).toEqual([predicted[17]]);
    });

    it('predicts rows without any value, and of a category it has not seen', () => {
      const values = new Float64Array(150).fill(NaN);
      const empty = modelTable(table.columns.map((column) => ({ ...column, values })));
      expect(allFinite(fitted.predict(empty))).toBe(true);
      const unseen = withColumn(table, 'genre', {
        values: new Float64Array(150),
        levels: ['zydeco'],
      });
      const without = withColumn(table, 'genre', { values });
      expect(fitted.predict(unseen)).toEqual(fitted.predict(without));
    });

    it.each([1, 3])('learns from %i rows', (size) => {
      const rows = Int32Array.from({ length: size }, (_row, index) => index);
      const few = takeRows(table, rows);
      const small = makeRegressor(spec).fit(few, takeValues(target, rows), { seed });
      expect(allFinite(small.predict(table))).toBe(true);
      if (size === 1) expect(small.predict(few)[0]).toBeCloseTo(target[0], 9);
    });

    it('predicts a constant target as it is', () => {
      const constant = regressor.fit(table, new Float64Array(150).fill(42), { seed });
      for (const value of constant.predict(table)) expect(value).toBeCloseTo(42, 9);
    });

    it('learns beside a column without any value', () => {
      const gap = withColumn(table, 'tempo', { values: new Float64Array(150).fill(NaN) });
      const beside = makeRegressor(spec).fit(gap, target, { seed });
      expect(allFinite(beside.predict(gap))).toBe(true);
      expect(allFinite(beside.predict(table))).toBe(true);
    });

    it('refuses no rows, a target of another length, and one that is not finite', () => {
      const fit = (some: ModelTable, values: Float64Array) => () =>
        regressor.fit(some, values, { seed });
      expect(fit(takeRows(table, []), new Float64Array(0))).toThrow('at least one row');
      expect(fit(table, new Float64Array(3))).toThrow('must have 150 values, got 3');
      const infinite = target.with(4, Infinity);
      expect(fit(table, infinite)).toThrow('must be finite, got Infinity in row 4');
    });

    it('names a column that was renamed, or is of another kind, if it asks one', () => {
      if (!asksGenre) {
        expect(allFinite(fitted.predict({ size: 3, columns: [] }))).toBe(true);
        return;
      }
      const renamed = modelTable(
        table.columns.map((one) => (one.id === 'genre' ? { ...one, id: 'style' } : one)),
      );
      const error = appErrorThrown(() => fitted.predict(renamed));
      expect([error.code, error.message]).toEqual(['usage', expect.stringContaining('"genre"')]);
      const number = withColumn(table, 'genre', { kind: 'number', levels: undefined });
      expect(appErrorThrown(() => fitted.predict(number)).message).toContain('"genre"');
    });

    it('refuses JSON that is damaged or of another model', () => {
      const whole = JSON.parse(saved) as Record<string, unknown>;
      for (const key of Object.keys(whole)) {
        const cut = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== key));
        expect(appErrorThrown(() => loadRegressor(cut)).code).toBe('input');
        expect(appErrorThrown(() => regressor.load(cut)).code).toBe('input');
      }
      const other = spec.model === 'mean' ? 'ridge' : 'mean';
      expect(appErrorThrown(() => regressor.load({ ...whole, model: other })).code).toBe('input');
    });

    it('refuses settings that it does not know', () => {
      const error = appErrorThrown(() => makeRegressor({ ...spec, settings: { colour: 1 } }));
      expect([error.code, error.message]).toEqual(['usage', expect.stringContaining('"colour"')]);
    });
  },
);

describe('models in general', () => {
  it('never see an infinite value', () => {
    expect(() => withColumn(table, 'tempo', { values: target.with(2, -Infinity) })).toThrow(
      'column "tempo" must be finite or missing, got -Infinity in row 2',
    );
  });

  it('say which setting is out of range', () => {
    const settings = { limits: { lambda: -1 } };
    const error = appErrorThrown(() => makeRegressor({ model: 'gradient_boosting', settings }));
    expect(error.message).toContain('settings of the model "gradient_boosting": limits.lambda');
  });

  it('are not loaded from JSON that names none, or an unknown one', () => {
    expect(appErrorThrown(() => loadRegressor(null)).message).toContain('names no model');
    expect(appErrorThrown(() => loadRegressor({ model: 'oracle' })).message).toContain('"oracle"');
  });
});
