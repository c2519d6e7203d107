import { describe, expect, it } from 'vitest';
import { anova } from '../../src/stats/anova.js';
import { epsilonSquared } from '../../src/stats/epsilonSquared.js';
import { etaSquared } from '../../src/stats/etaSquared.js';
import { kendallW } from '../../src/stats/kendallW.js';
import { kruskalWallis } from '../../src/stats/kruskalWallis.js';
import { omegaSquared } from '../../src/stats/omegaSquared.js';
import { welchAnova } from '../../src/stats/welchAnova.js';
import { casesOf, expectAllClose, expectClose } from './reference.js';

interface Expected {
  readonly statistic: number;
  readonly p: number;
  readonly df?: [number, number];
  readonly effect?: number;
}

const tests = { kruskalWallis, anova, welchAnova, kendallW } as const;

describe.each(Object.entries(tests))('%s', (word, test) => {
  it.each(casesOf<number[][], Expected>('groups', word))(
    '$name as $call',
    ({ input, expected }) => {
      const found = test(input);
      expectClose(found.statistic.value, expected.statistic);
      expectClose(found.p, expected.p);
      if (expected.df) expectAllClose(found.df as [number, number], expected.df);
      if (expected.effect !== undefined) expectClose(found.effect?.value, expected.effect);
    },
  );

  it('is untestable with one group or without variation', () => {
    expect(test([[1, 2, 3]])).toMatchObject({ p: NaN, ci: null });
    expect(
      test([
        [1, 1, 1],
        [1, 1, 1],
      ]).p,
    ).toBeNaN();
    expect(test([]).p).toBeNaN();
  });
});

const sizes = { etaSquared, epsilonSquared, omegaSquared } as const;

describe.each(Object.entries(sizes))('%s', (word, size) => {
  it.each(casesOf<number[][], { value: number }>('groups', word))(
    '$name as $call',
    ({ input, expected }) => expectClose(size(input)?.value, expected.value),
  );

  it('is null without variation or groups', () => {
    expect(
      size([
        [1, 1],
        [1, 1],
      ]),
    ).toBeNull();
    expect(size([[1, 2]])).toBeNull();
  });
});

describe('one-way layouts', () => {
  it('ignore empty groups', () => {
    const groups = [
      [1, 2, 4],
      [3, 5, 9],
    ];
    expect(anova([...groups, [NaN], []])).toEqual(anova(groups));
    expect(kruskalWallis([...groups, []])).toEqual(kruskalWallis(groups));
  });

  it('reproduce R oneway.test on its PlantGrowth data: F = 5.181, df = (2, 17.128), p = 0.01739; ANOVA F = 4.846, p = 0.01591', () => {
    const growth = [
      [4.17, 5.58, 5.18, 6.11, 4.5, 4.61, 5.17, 4.53, 5.33, 5.14],
      [4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69],
      [6.31, 5.12, 5.54, 5.5, 5.37, 5.29, 4.92, 6.15, 5.8, 5.26],
    ];
    const welch = welchAnova(growth);
    expect(welch.statistic.value).toBeCloseTo(5.181, 3);
    expect((welch.df as readonly number[])[1]).toBeCloseTo(17.128, 3);
    expect(welch.p).toBeCloseTo(0.01739, 5);
    expect(anova(growth).statistic.value).toBeCloseTo(4.846, 3);
    expect(anova(growth).p).toBeCloseTo(0.01591, 5);
    expect(kruskalWallis(growth).statistic.value).toBeCloseTo(7.9882, 4);
    expect(kruskalWallis(growth).p).toBeCloseTo(0.01842, 5);
  });
});

describe('kendallW', () => {
  it('leaves out things that a judge left out and refuses ragged lists', () => {
    expect(
      kendallW([
        [1, 2, 3, 4],
        [1, 2, NaN, 4],
      ]),
    ).toMatchObject({ n: 3, estimate: 1 });
    expect(() => kendallW([[1, 2], [1]])).toThrow('equal lengths, got 2, 1');
  });
});
