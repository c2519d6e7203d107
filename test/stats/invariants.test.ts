import { describe, expect, it } from 'vitest';
import type { TestResult } from '../../src/domain/testResult.js';
import * as stats from '../../src/stats/index.js';
import fc from '../fastCheck.js';

const value = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((x) => Math.round(x * 1e6) / 1e6),
  fc.constant(NaN),
);
const sample = fc.array(value, { maxLength: 25 });
const pairs = fc
  .array(fc.tuple(value, value), { maxLength: 25 })
  .map((rows) => [rows.map(([x]) => x), rows.map(([, y]) => y)] as const);
const count = fc.integer({ min: 0, max: 30 });
const table = fc.record({
  exposedCases: count,
  exposedOthers: count,
  unexposedCases: count,
  unexposedOthers: count,
});

function expectSound(result: TestResult): void {
  if (Number.isNaN(result.p)) {
    expect(result.statistic.value).toBeNaN();
    expect(result.ci).toBeNull();
  } else {
    expect(result.p).toBeGreaterThanOrEqual(0);
    expect(result.p).toBeLessThanOrEqual(1 + 1e-12);
  }
  expectInside(result.estimate, result.ci);
  if (result.effect) expectInside(result.effect.value, result.effect.ci);
}

function expectInside(estimate: number | null, ci: TestResult['ci']): void {
  if (!ci || estimate === null) return;
  const slack = 1e-9 * (1 + Math.abs(estimate));
  expect(ci.low).toBeLessThanOrEqual(estimate + slack);
  expect(ci.high).toBeGreaterThanOrEqual(estimate - slack);
}

function expectSame(found: number, expected: number): void {
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(expected)));
}

const twoSample = {
  welchT: stats.welchT,
  mannWhitney: stats.mannWhitney,
  kolmogorovSmirnov: stats.kolmogorovSmirnov,
  tost: (a: number[], b: number[]) => stats.tost(a, b, 1),
} as const;
const paired = {
  pearson: stats.pearson,
  spearman: stats.spearman,
  kendall: stats.kendall,
  linearTrend: stats.linearTrend,
  theilSen: stats.theilSen,
} as const;
const grouped = {
  anova: stats.anova,
  welchAnova: stats.welchAnova,
  kruskalWallis: stats.kruskalWallis,
} as const;

describe.each(Object.entries(twoSample))('%s', (_, test) => {
  it('has p in 0–1, its estimate inside the interval, and counts what is there', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const result = test(a, b);
        expectSound(result);
        expect(result.n).toBe([...a, ...b].filter((x) => !Number.isNaN(x)).length);
      }),
    );
  });

  it('gives the same p when the samples change places', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const [one, other] = [test(a, b).p, test(b, a).p];
        if (Number.isNaN(one)) expect(other).toBeNaN();
        else expect(Math.abs(one - other)).toBeLessThan(1e-9);
      }),
    );
  });
});

describe.each(Object.entries(paired))('%s', (_, test) => {
  it('has p in 0–1 and its estimate inside the interval', () => {
    fc.assert(fc.property(pairs, ([x, y]) => expectSound(test(x, y))));
  });

  it('turns its sign with y', () => {
    fc.assert(
      fc.property(pairs, ([x, y]) => {
        const result = test(x, y);
        const turned = test(
          x,
          y.map((v) => -v),
        );
        if (result.estimate === null) expect(turned.estimate).toBeNull();
        else expectSame(turned.estimate!, -result.estimate);
      }),
    );
  });
});

describe.each(Object.entries(grouped))('%s', (_, test) => {
  it('has p in 0–1 whatever the groups', () => {
    fc.assert(
      fc.property(fc.array(sample, { maxLength: 5 }), (groups) => expectSound(test(groups))),
    );
  });
});

describe('tables', () => {
  it('ratios and stratified contrasts are sound for any counts', () => {
    fc.assert(
      fc.property(fc.array(table, { maxLength: 4 }), (tables) => {
        const { oddsRatio, riskDifference } = stats.mantelHaenszel(tables);
        expectSound(oddsRatio);
        expectSound(riskDifference);
        for (const counts of tables) {
          expectSound(stats.oddsRatio(counts));
          expectSound(stats.riskRatio(counts));
        }
      }),
    );
  });

  it("Cramér's V lies between 0 and 1 and Wilson's interval inside 0 and 1", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(count, count, count), { maxLength: 4 }), (rows) => {
        const result = stats.chiSquared(rows);
        expectSound(result);
        if (result.effect) expect(result.effect.value).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
    fc.assert(
      fc.property(count, count, (a, b) => {
        const { estimate, ci } = stats.proportionInterval(a, a + b);
        expectInside(estimate, ci);
        if (ci) expect(ci.low >= 0 && ci.high <= 1).toBe(true);
      }),
    );
  });
});

describe('descriptions', () => {
  it('are ordered, and do not depend on order', () => {
    fc.assert(
      fc.property(sample, (values) => {
        const found = stats.describe(values);
        expect(found.n + found.missing).toBe(values.length);
        if (found.n > 0) {
          const ordered = [found.min, found.q1, found.median, found.q3, found.max];
          expect(ordered).toEqual([...ordered].sort((a, b) => a - b));
        }
        expect(stats.describe([...values].reverse())).toEqual(found);
      }),
    );
  });

  it('ranks sum to n (n + 1) / 2', () => {
    fc.assert(
      fc.property(sample, (values) => {
        const ranks = stats.rank(values).filter((r) => !Number.isNaN(r));
        const n = ranks.length;
        expect(ranks.reduce((sum, r) => sum + r, 0)).toBe((n * (n + 1)) / 2);
      }),
    );
  });
});

describe('multiplicity', () => {
  const family = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 });

  it('adjusted p values keep the order, are no smaller, and Holm is no smaller than Benjamini–Hochberg', () => {
    fc.assert(
      fc.property(family, (ps) => {
        const [bh, holm] = [stats.benjaminiHochberg(ps), stats.holm(ps)];
        ps.forEach((p, i) => {
          expect(bh[i]).toBeGreaterThanOrEqual(p - 1e-15);
          expect(holm[i]).toBeGreaterThanOrEqual(bh[i] - 1e-12);
          expect(holm[i]).toBeLessThanOrEqual(1);
          ps.forEach((q, j) => {
            if (p < q) expect(bh[i]).toBeLessThanOrEqual(bh[j]);
          });
        });
      }),
    );
  });
});

describe('agreement', () => {
  const labels = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })),
    { minLength: 2, maxLength: 20 },
  );

  it('the Rand index is symmetric and at most 1', () => {
    fc.assert(
      fc.property(labels, (rows) => {
        const [a, b] = [rows.map(([x]) => x), rows.map(([, y]) => y)];
        const index = stats.adjustedRandIndex(a, b);
        expect(index).toBeLessThanOrEqual(1);
        expect(stats.adjustedRandIndex(b, a)).toBeCloseTo(index, 12);
      }),
    );
  });

  it('rank-biased overlap is symmetric and in 0–1', () => {
    const list = fc.uniqueArray(fc.integer({ min: 0, max: 15 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(list, list, (a, b) => {
        const overlap = stats.rankBiasedOverlap(a, b);
        expect(overlap).toBeGreaterThanOrEqual(0);
        expect(overlap).toBeLessThanOrEqual(1 + 1e-12);
        expect(stats.rankBiasedOverlap(b, a)).toBeCloseTo(overlap, 12);
      }),
    );
  });
});

describe('leastSquares', () => {
  it('is sound whatever the data: finite or NaN, never a confident zero', () => {
    const row = fc.tuple(
      value,
      value,
      fc.integer({ min: -1, max: 3 }),
      fc.integer({ min: 0, max: 5 }),
    );
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 25 }),
        fc.constantFrom('classical', 'HC1', 'CR1', 'CR2'),
        (rows, errors) => {
          const fit = stats.leastSquares({
            outcome: rows.map(([y]) => y),
            terms: [
              { kind: 'number', name: 'x', values: rows.map(([, x]) => x) },
              {
                kind: 'category',
                name: 'c',
                codes: Int32Array.from(rows, ([, , c]) => c),
                levels: ['p', 'q', 'r', 's'],
              },
            ],
            clusters: Int32Array.from(rows, ([, , , cluster]) => cluster),
            errors,
          });
          const { estimate, p, ci, df } = fit.coefficient('x');
          if (!Number.isNaN(p)) {
            expect(p).toBeLessThanOrEqual(1);
            expect(df).toBeGreaterThan(0);
            expectInside(estimate, ci);
          }
          if (fit.df <= 0) expect(p).toBeNaN();
        },
      ),
    );
  });
});
