import { describe, expect, it } from 'vitest';
import { modelTable } from '../../../src/models/modelTable.js';
import { applyBins, learnBins } from '../../../src/models/trees/binColumns.js';
import fc from '../../fastCheck.js';

const oneColumn = (values: Float64Array) => modelTable([{ id: 'x', kind: 'number', values }]);

describe('bins of numbers', () => {
  it('hold values from just above one edge to the next, whatever the values', () => {
    const wild = fc.oneof(fc.double({ noDefaultInfinity: true }), fc.integer({ min: -3, max: 3 }));
    fc.assert(
      fc.property(
        fc.array(wild, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 2, max: 9 }),
        (list, most) => {
          const values = Float64Array.from(list);
          const rules = learnBins(oneColumn(values), most);
          const [{ edges, count }] = rules;
          expect(count).toBeLessThanOrEqual(most);
          const [bins] = applyBins(oneColumn(values), rules).columns;
          values.forEach((value, row) => {
            const below = edges.filter((edge) => edge < value).length;
            expect(bins[row]).toBe(Number.isNaN(value) ? count : below);
          });
        },
      ),
    );
  });

  it('hold one value each where there are few, with edges half-way', () => {
    const [{ edges }] = learnBins(oneColumn(Float64Array.of(5, 1, 1, 2, NaN)));
    expect([...edges]).toEqual([1.5, 3.5]);
  });

  it('hold about equally many rows where there are many values', () => {
    const values = Float64Array.from({ length: 1000 }, (_, row) => row ** 3);
    const rules = learnBins(oneColumn(values), 10);
    const rows = new Int32Array(10);
    for (const bin of applyBins(oneColumn(values), rules).columns[0]) rows[bin] += 1;
    expect([...rows]).toEqual(new Array(10).fill(100));
  });

  it('are refused in a number that a byte cannot hold', () => {
    expect(() => learnBins(oneColumn(Float64Array.of(1)), 256)).toThrow('from 2 to 255, got 256');
  });
});

describe('bins of categories', () => {
  it('put the rarest of too many levels into the last bin, and those not learned to the missing', () => {
    const levels = ['a', 'b', 'c', 'd'];
    const values = Float64Array.of(0, 0, 0, 1, 1, 2, NaN);
    const column = { id: 'x', kind: 'category', values, levels } as const;
    const rules = learnBins(modelTable([column]), 2);
    const asked = modelTable([{ ...column, values: Float64Array.of(0, 1, 2, 3, NaN) }]);
    expect([...applyBins(asked, rules).columns[0]]).toEqual([0, 1, 1, 2, 2]);
  });
});
