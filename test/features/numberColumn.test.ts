import { describe, expect, it } from 'vitest';
import { NumberColumn } from '../../src/features/numberColumn.js';
import fc from '../fastCheck.js';

function columnOf(values: readonly number[]): NumberColumn {
  const column = new NumberColumn(values.length);
  values.forEach((value, row) => column.set(row, value));
  return column;
}

/** Up to seven decimals, of which one is too many for whole millionths. */
const decimal = fc
  .tuple(fc.integer({ min: -3_000_000, max: 3_000_000 }), fc.constantFrom(1, 3, 6, 7))
  .map(([digits, decimals]) => digits / 10 ** decimals);

describe('a column of numbers', () => {
  it('gives back every value exactly, whatever its precision needs', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.array(decimal), fc.array(fc.oneof(fc.integer(), decimal, fc.double()))),
        (values) => {
          const column = columnOf(values);
          expect([...column.values()]).toEqual(values);
          expect(column.count).toBe(values.filter((value) => !Number.isNaN(value)).length);
        },
      ),
    );
  });

  it('keeps what came before the first value that needs full precision', () => {
    expect([...columnOf([2011, NaN, 0.1, 16_777_217]).values()]).toEqual([
      2011,
      NaN,
      0.1,
      16_777_217,
    ]);
  });

  it('is all missing where nothing was set', () => {
    const column = new NumberColumn(3);
    expect([...column.values()]).toEqual([NaN, NaN, NaN]);
    expect(column.count).toBe(0);
  });
});
