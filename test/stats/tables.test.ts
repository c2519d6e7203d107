import { describe, expect, it } from 'vitest';
import { chiSquared } from '../../src/stats/chiSquared.js';
import type { Contingency } from '../../src/stats/contingency.js';
import { mantelHaenszel } from '../../src/stats/mantelHaenszel.js';
import { oddsRatio } from '../../src/stats/oddsRatio.js';
import { proportionInterval } from '../../src/stats/proportionInterval.js';
import { riskRatio } from '../../src/stats/riskRatio.js';
import { tablesByStratum } from '../../src/stats/tablesByStratum.js';
import { casesOf, expectClose } from './reference.js';

type Table = [[number, number], [number, number]];
type Numbers = Readonly<Record<string, number>>;

function contingency([[a, b], [c, d]]: Table): Contingency {
  return { exposedCases: a, exposedOthers: b, unexposedCases: c, unexposedOthers: d };
}

describe('chiSquared', () => {
  it.each(casesOf<{ table: number[][]; continuity: boolean }, Numbers>('tables', 'chiSquared'))(
    '$name, continuity $input.continuity',
    ({ input, expected }) => {
      const found = chiSquared(input.table, { continuity: input.continuity });
      expectClose(found.statistic.value, expected.statistic);
      expect(found.df).toBe(expected.df);
      expectClose(found.p, expected.p);
      if (expected.cramer === undefined) return;
      expectClose(found.effect?.value, expected.corrected);
      expectClose(chiSquared(input.table, { biasCorrected: false }).effect?.value, expected.cramer);
    },
  );

  it('reproduces the party table of Agresti (2007, p. 38): 30.07, df = 2', () => {
    const found = chiSquared([
      [762, 327, 468],
      [484, 239, 477],
    ]);
    expect(found.statistic.value).toBeCloseTo(30.07, 2);
    expect(found).toMatchObject({ df: 2, n: 2757 });
  });

  it('leaves out empty rows and columns, and is untestable when nothing is left to compare', () => {
    expect(
      chiSquared([
        [10, 0, 20],
        [0, 0, 0],
        [30, 0, 5],
      ]),
    ).toEqual(
      chiSquared([
        [10, 20],
        [30, 5],
      ]),
    );
    expect(
      chiSquared([
        [10, 20],
        [0, 0],
      ]),
    ).toMatchObject({ p: NaN, n: 30 });
    expect(chiSquared([]).p).toBeNaN();
  });
});

describe.each([
  ['oddsRatio', oddsRatio],
  ['riskRatio', riskRatio],
] as const)('%s', (word, ratio) => {
  it.each(casesOf<Table, Numbers>('tables', word))('$input as $call', ({ input, expected }) => {
    const found = ratio(contingency(input));
    expectClose(found.estimate, expected.estimate);
    expectClose(found.p, expected.p);
    expectClose(found.ci?.low, expected.low);
    expectClose(found.ci?.high, expected.high);
  });

  it('adds a half to every cell where one is empty, and says so', () => {
    const found = ratio(
      contingency([
        [0, 10],
        [5, 5],
      ]),
    );
    expect(found.method).toContain('0.5 added');
    expect(found.estimate).toBeGreaterThan(0);
    expect(found.n).toBe(20);
  });

  it('is untestable where a row or column is empty', () => {
    expect(
      ratio(
        contingency([
          [0, 0],
          [5, 5],
        ]),
      ),
    ).toMatchObject({ p: NaN, estimate: null, n: 10 });
  });
});

describe('proportionInterval', () => {
  it.each(casesOf<[number, number], Numbers>('tables', 'proportionInterval'))(
    '$input',
    ({ input, expected }) => {
      const found = proportionInterval(...input);
      expectClose(found.estimate, expected.estimate);
      expect(Math.abs(found.ci!.low - expected.low)).toBeLessThan(1e-12);
      expectClose(found.ci?.high, expected.high);
    },
  );

  it('knows nothing of nothing', () => {
    expect(proportionInterval(0, 0)).toMatchObject({ estimate: NaN, ci: null });
  });
});

describe('mantelHaenszel', () => {
  it.each(casesOf<Table[], Numbers>('tables', 'mantelHaenszel'))(
    'as $call',
    ({ input, expected }) => {
      const {
        oddsRatio: odds,
        riskDifference: risk,
        strata,
      } = mantelHaenszel(input.map(contingency));
      expect(strata).toBe(4);
      expectClose(odds.estimate, expected.estimate);
      expectClose(odds.statistic.value, expected.statistic);
      expectClose(odds.p, expected.p);
      expectClose(odds.ci?.low, expected.low);
      expectClose(odds.ci?.high, expected.high);
      expectClose(risk.estimate, expected.difference);
      expectClose(risk.ci?.low, expected.differenceLow);
      expectClose(risk.ci?.high, expected.differenceHigh);
    },
  );

  it('leaves out strata that compare nothing', () => {
    const informative = contingency([
      [10, 20],
      [5, 40],
    ]);
    const found = mantelHaenszel([
      informative,
      contingency([
        [7, 3],
        [0, 0],
      ]),
    ]);
    expect(found).toEqual(mantelHaenszel([informative]));
    expect(mantelHaenszel([]).oddsRatio.p).toBeNaN();
    expect(
      mantelHaenszel([
        contingency([
          [0, 3],
          [0, 4],
        ]),
      ]).riskDifference,
    ).toMatchObject({ p: NaN, estimate: 0 });
    expect(
      mantelHaenszel([
        contingency([
          [3, 3],
          [0, 4],
        ]),
      ]).oddsRatio,
    ).toMatchObject({ estimate: null, ci: null });
  });

  it('undoes confounding that the crude table shows (Simpson)', () => {
    const strata = [
      contingency([
        [81, 6],
        [234, 36],
      ]),
      contingency([
        [192, 71],
        [55, 25],
      ]),
    ]; // Charig et al. 1986
    const crude = oddsRatio(
      contingency([
        [273, 77],
        [289, 61],
      ]),
    );
    expect(crude.estimate).toBeLessThan(1);
    expect(mantelHaenszel(strata).oddsRatio.estimate).toBeGreaterThan(1);
  });
});

describe('tablesByStratum', () => {
  it('counts by stratum and leaves out what is missing', () => {
    const tables = tablesByStratum([1, 0, 1, 1, NaN, 0], [1, 1, 0, 1, 1, 0], [4, 4, 4, 2, 2, -1]);
    expect(tables).toEqual([
      contingency([
        [1, 0],
        [0, 0],
      ]),
      contingency([
        [1, 1],
        [1, 0],
      ]),
    ]);
    expect(() => tablesByStratum([1], [1, 0], [1])).toThrow('equal lengths');
  });
});
