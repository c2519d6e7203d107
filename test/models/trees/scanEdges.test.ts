import { describe, expect, it } from 'vitest';
import { scanEdges } from '../../../src/models/trees/scanEdges.js';
import fc from '../../fastCheck.js';

const UNIT = 2 ** 40;
const LEAST_ROWS = 2;

/** The best gain by the textbook: the scores of both sides added up, edge by edge. */
function bestGain(bins: readonly (readonly [number, number])[], lambda: number): number {
  let [best, leftRows, left] = [-Infinity, 0, 0];
  const rows = bins.reduce((sum, [count]) => sum + count, 0);
  const all = bins.reduce((sum, [, gradient]) => sum + gradient, 0);
  for (const [count, gradient] of bins) {
    leftRows += count;
    left += gradient;
    if (leftRows < LEAST_ROWS || rows - leftRows < LEAST_ROWS) continue;
    const gain = left ** 2 / (leftRows + lambda) + (all - left) ** 2 / (rows - leftRows + lambda);
    best = Math.max(best, gain);
  }
  return best;
}

describe('scanEdges', () => {
  it('finds the best gain that there is', () => {
    const bin = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: -999, max: 999 }));
    fc.assert(
      fc.property(
        fc.array(bin, { minLength: 2, maxLength: 12 }),
        fc.integer({ min: 0, max: 9 }),
        (drawn, lambda) => {
          const bins = drawn.map(
            ([count, gradient]) => [count, count === 0 ? 0 : gradient] as const,
          );
          const rows = bins.reduce((sum, [count]) => sum + count, 0);
          const all = bins.reduce((sum, [, gradient]) => sum + gradient, 0);
          const weight = rows + 2 * lambda;
          const rules = {
            unit: UNIT,
            rows,
            leastRows: LEAST_ROWS,
            lambda,
            weight,
            mean: all / weight,
          };
          const histogram = Float64Array.from(bins, ([count, gradient]) => count * UNIT + gradient);
          const best = { score: -1, at: -1, packed: 0 };
          const isFound = scanEdges(histogram, 0, bins.length, 0, rules, best);
          const expected = bestGain(bins, lambda);
          expect(isFound).toBe(expected > -Infinity);
          if (!isFound) return;
          expect(best.score * weight + all ** 2 / weight).toBeCloseTo(expected, 5);
          const left = bins.slice(0, best.at + 1);
          expect(best.packed).toBe(left.reduce((sum, [n, g]) => sum + n * UNIT + g, 0));
        },
      ),
    );
  });

  it('leaves a better score as it is', () => {
    const rules = { unit: UNIT, rows: 4, leastRows: 1, lambda: 0, weight: 4, mean: 0 };
    const best = { score: 1e9, at: 77, packed: 5 };
    expect(scanEdges(Float64Array.of(2 * UNIT + 3, 2 * UNIT - 3), 0, 2, 0, rules, best)).toBe(
      false,
    );
    expect(best.at).toBe(77);
  });
});
