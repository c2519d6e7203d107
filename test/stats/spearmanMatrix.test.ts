import { describe, expect, it } from 'vitest';
import { spearman } from '../../src/stats/spearman.js';
import { spearmanMatrix } from '../../src/stats/spearmanMatrix.js';
import fc from '../fastCheck.js';

describe('spearmanMatrix', () => {
  it('gives the correlation and the pairs that spearman gives, with and without missing values', () => {
    const value = fc.oneof(fc.integer({ min: -4, max: 4 }), fc.constant(NaN));
    const whole = fc.integer({ min: -4, max: 4 });
    const table = fc
      .integer({ min: 3, max: 12 })
      .chain((n) =>
        fc.tuple(
          ...[value, whole, whole, value].map((one) =>
            fc.array(one, { minLength: n, maxLength: n }),
          ),
        ),
      );
    fc.assert(
      fc.property(table, (columns) => {
        const cells = spearmanMatrix(columns);
        columns.forEach((x, i) => {
          columns.forEach((y, j) => {
            const { estimate, n } = spearman(x, y);
            expect(cells[i][j].n).toBe(n);
            const difference = cells[i][j].rho - (estimate ?? NaN);
            expect(Number.isNaN(cells[i][j].rho) || Math.abs(difference) < 1e-12).toBe(true);
            expect(Number.isNaN(cells[i][j].rho)).toBe(estimate === null);
            expect(cells[i][j]).toBe(cells[j][i]);
          });
        });
      }),
      { numRuns: 60 },
    );
  });

  it('refuses columns of different lengths', () => {
    expect(() => spearmanMatrix([[1, 2, 3], [1]])).toThrow('equal lengths, got 1 and 3');
  });

  it('has nothing to say of no columns', () => {
    expect(spearmanMatrix([])).toEqual([]);
  });
});
