import { describe, expect, it } from 'vitest';
import {
  leastSquares,
  type LeastSquaresFit,
  type LeastSquaresOptions,
  type Term,
} from '../../src/stats/leastSquares.js';
import { createRandom, randomInteger, randomNormal } from '../../src/stats/random.js';
import { welchT } from '../../src/stats/welchT.js';
import { withinStratum } from '../../src/stats/withinStratum.js';
import { expectClose, references } from './reference.js';

interface Data {
  readonly y: number[];
  readonly x: number[];
  readonly z: number[];
  readonly group: number[];
  readonly absorbed: number[];
  readonly clusters: number[];
}
interface Expected {
  readonly r2?: number;
  readonly sd?: number;
  readonly df?: number;
  readonly joint?: { readonly statistic: number; readonly p: number };
  readonly coefficients: readonly {
    readonly name: string;
    readonly estimate: number;
    readonly se: number;
    readonly df: number;
    readonly p: number;
    readonly low: number;
    readonly high: number;
  }[];
}

const [first, ...all] = references<{ nested: number[] }, Expected>('leastSquares');
const { data } = first as unknown as { data: Data };
const fits = all.filter(({ name }) => /^(plain|absorbed)/.test(name));
const levels = ['a', 'b', 'c', 'd'];
const terms: readonly Term[] = [
  { kind: 'number', name: 'x', values: data.x },
  { kind: 'number', name: 'z', values: data.z },
  { kind: 'category', name: 'group', codes: Int32Array.from(data.group), levels },
];
const clusters = Int32Array.from(data.clusters);
const absorb = { name: 'absorbed', codes: Int32Array.from(data.absorbed) };

function fitAs(name: string): LeastSquaresFit {
  const [form, errors] = name.split(' ') as ['plain' | 'absorbed', LeastSquaresOptions['errors']];
  return leastSquares({
    outcome: data.y,
    terms,
    clusters,
    errors,
    ...(form === 'absorbed' ? { absorb } : {}),
  });
}

describe('leastSquares against references', () => {
  it.each(fits)('$name as $call', ({ name, expected }) => {
    const fit = fitAs(name);
    for (const wanted of expected.coefficients) {
      const found = fit.coefficient(wanted.name);
      for (const key of ['estimate', 'se', 'df', 'p'] as const)
        expectClose(found[key], wanted[key], 1e-8);
      expectClose(found.ci.low, wanted.low, 1e-8);
      expectClose(found.ci.high, wanted.high, 1e-8);
    }
    if (!expected.joint) return;
    const joint = fit.wald(['group=b', 'group=c', 'group=d']);
    expectClose(joint.statistic.value, expected.joint.statistic, 1e-8);
    expectClose(joint.p, expected.joint.p, 1e-8);
    expectClose(fit.r2, expected.r2!);
    expectClose(fit.residualSd, expected.sd!);
    expect(fit.df).toBe(expected.df);
  });

  it('does not count absorbed groups inside clusters, and is the same under CR2', () => {
    const { input, expected } = all.find(({ name }) => name === 'nested') as unknown as {
      input: { nested: number[] };
      expected: { estimate: number; cr1: number; cr2: number; df: number };
    };
    const options = {
      outcome: data.y,
      terms: terms.slice(0, 1),
      clusters,
      absorb: { name: 'nested', codes: Int32Array.from(input.nested) },
    };
    const cr1 = leastSquares({ ...options, errors: 'CR1' }).coefficient('x');
    expectClose(cr1.estimate, expected.estimate);
    expectClose(cr1.se, expected.cr1);
    const cr2 = leastSquares({ ...options, errors: 'CR2' }).coefficient('x');
    expectClose(cr2.se, expected.cr2);
    expectClose(cr2.df, expected.df);
  });

  it("reproduces NIST's certified values on Longley's ill-conditioned data", () => {
    const [{ input, expected }] = references<
      Record<string, number[]>,
      {
        estimate: Record<string, number>;
        se: Record<string, number>;
        residualSd: number;
        r2: number;
      }
    >('longley') as [never] as [
      {
        input: Record<string, number[]>;
        expected: {
          estimate: Record<string, number>;
          se: Record<string, number>;
          residualSd: number;
          r2: number;
        };
      },
    ];
    const names = Object.keys(input).filter((name) => name !== 'y');
    const fit = leastSquares({
      outcome: input.y,
      terms: names.map((name) => ({ kind: 'number', name, values: input[name] })),
      errors: 'classical',
    });
    for (const name of ['intercept', ...names]) {
      expectClose(fit.coefficient(name).estimate, expected.estimate[name]);
      expectClose(fit.coefficient(name).se, expected.se[name]);
    }
    expectClose(fit.residualSd, expected.residualSd);
    expectClose(fit.r2, expected.r2);
  });
});

describe('leastSquares', () => {
  it('with a two-group category under HC errors is the difference of means', () => {
    const codes = Int32Array.from(data.z);
    const fit = leastSquares({
      outcome: data.y,
      terms: [{ kind: 'category', name: 'z', codes, levels: ['no', 'yes'] }],
      errors: 'HC1',
    });
    const by = (value: number) => data.y.filter((_, i) => data.z[i] === value);
    expectClose(fit.coefficient('z=yes').estimate, welchT(by(1), by(0)).estimate!);
  });

  it('is the mean with an intercept alone', () => {
    const fit = leastSquares({ outcome: [1, 2, NaN, 6], terms: [], errors: 'classical' });
    expect(fit.n).toBe(3);
    expect(fit.coefficient('intercept')).toMatchObject({ estimate: 3, df: 2 });
    expectClose(fit.coefficient('intercept').se, Math.sqrt(7 / 3));
  });

  it('leaves out rows with anything missing or infinite', () => {
    const clean = leastSquares({ outcome: data.y.slice(0, 60), terms: cut(0, 60), errors: 'HC1' });
    const outcome = [...data.y.slice(0, 60), NaN, 1, 2, Infinity];
    const dirty: Term[] = [
      { kind: 'number', name: 'x', values: [...data.x.slice(0, 60), 1, NaN, 1, 1] },
      {
        kind: 'category',
        name: 'group',
        codes: Int32Array.from([...data.group.slice(0, 60), 0, 0, -1, 1]),
        levels,
      },
    ];
    const fit = leastSquares({ outcome, terms: dirty, errors: 'HC1' });
    expect(fit.n).toBe(60);
    expectClose(fit.coefficient('x').se, clean.coefficient('x').se);
  });

  it('drops columns that others explain, names them, and keeps the rest', () => {
    const doubled = data.x.map((value) => 2 * value + 3);
    const fit = leastSquares({
      outcome: data.y,
      terms: [
        ...terms,
        { kind: 'number', name: 'twice', values: doubled },
        { kind: 'number', name: 'constant', values: data.x.map(() => 0.1) },
      ],
      errors: 'classical',
    });
    expect([...fit.dropped].sort()).toEqual(['constant', 'twice']);
    expect(fit.coefficient('twice')).toMatchObject({ estimate: NaN, p: NaN, ci: { low: NaN } });
    expectClose(fit.coefficient('x').estimate, fitAs('plain classical').coefficient('x').estimate);
    expect(fit.parameters).toBe(6);
  });

  it('compares with the declared reference, and with nothing where that has no rows', () => {
    const codes = Int32Array.from(data.group);
    const term = { kind: 'category', name: 'group', codes, levels: [...levels, 'none'] } as const;
    const fit = (reference: string) =>
      leastSquares({ outcome: data.y, terms: [{ ...term, reference }], errors: 'HC1' });
    expectClose(
      fit('a').coefficient('group=b').estimate,
      -fit('b').coefficient('group=a').estimate,
    );
    expect(fit('a').dropped).toEqual(['group=none']);
    const lost = fit('none');
    expect([...lost.dropped].sort()).toEqual([
      'group=a',
      'group=b',
      'group=c',
      'group=d',
      'group=none',
    ]);
    expect(lost.coefficient('group=b').estimate).toBeNaN();
    expectClose(lost.r2, fit('a').r2);
    expect(() => fit('zzz')).toThrow('"group" has no level "zzz"');
  });

  it('refuses unknown names, unequal lengths and cluster errors without clusters', () => {
    expect(() => fitAs('plain HC1').coefficient('nope')).toThrow(
      'no coefficient "nope"; it has intercept, x, z',
    );
    expect(() => leastSquares({ outcome: [1], terms, errors: 'HC1' })).toThrow(
      '"x" must have 1 values',
    );
    expect(() => leastSquares({ outcome: data.y, terms, errors: 'CR1' })).toThrow(
      'CR1 errors need clusters',
    );
  });

  it('says "not known" and not "zero" where no degree of freedom is left', () => {
    for (const errors of ['classical', 'HC1', 'CR1', 'CR2'] as const) {
      const fit = leastSquares({
        outcome: [1, 2],
        terms: [{ kind: 'number', name: 'x', values: [0, 1] }],
        clusters: Int32Array.of(0, 0),
        errors,
      });
      expect(fit.coefficient('x').estimate).toBeCloseTo(1, 12);
      expect(fit.coefficient('x').p).toBeNaN();
    }
    const empty = leastSquares({ outcome: [NaN], terms: [], errors: 'HC1' });
    expect(empty.n).toBe(0);
    expect(empty.coefficient('intercept').estimate).toBeNaN();
    expect(empty.wald([]).p).toBeNaN();
  });

  it('falls back to CR1 where clusters are too large, and says so', () => {
    const n = 3000;
    const random = createRandom(1);
    const values = Float64Array.from({ length: n }, random);
    const fit = leastSquares({
      outcome: values.map((value) => value + random()),
      terms: [{ kind: 'number', name: 'x', values }],
      clusters: Int32Array.from({ length: n }, (_, i) => i % 2),
      errors: 'CR2',
    });
    expect(fit.errors).toBe('CR1');
    expect(fit.method).toContain('CR2 not feasible');
  });

  it('covers the truth with clustered errors where classical intervals do not', () => {
    const random = createRandom(12);
    const hits = { CR2: 0, classical: 0 };
    const rounds = 200;
    for (let round = 0; round < rounds; round += 1) {
      const sample = clusteredSample(random);
      for (const errors of ['CR2', 'classical'] as const) {
        const { ci } = leastSquares({ ...sample, errors }).coefficient('x');
        if (ci.low <= 0 && ci.high >= 0) hits[errors] += 1;
      }
    }
    expect(hits.CR2 / rounds).toBeGreaterThan(0.95 - 3 * Math.sqrt((0.95 * 0.05) / rounds));
    expect(hits.classical / rounds).toBeLessThan(0.8);
  });
});

/** No effect of x, but x and the error both come in twelve clusters of uneven size. */
function clusteredSample(random: () => number) {
  const count = 12;
  const codes = Int32Array.from({ length: 150 }, () => Math.floor(count * random() ** 2));
  const shared = Float64Array.from({ length: count }, () => randomNormal(random));
  const level = Float64Array.from({ length: count }, () => randomNormal(random));
  const x = Float64Array.from(codes, (code) => level[code] + 0.5 * randomNormal(random));
  const outcome = Float64Array.from(codes, (code) => shared[code] + randomNormal(random));
  return { outcome, terms: [{ kind: 'number' as const, name: 'x', values: x }], clusters: codes };
}

function cut(from: number, to: number): Term[] {
  return [
    { kind: 'number', name: 'x', values: data.x.slice(from, to) },
    { kind: 'category', name: 'group', codes: Int32Array.from(data.group.slice(from, to)), levels },
  ];
}

describe('withinStratum', () => {
  const options = { outcome: data.y, exposure: data.z, strata: absorb.codes };

  it('is the weighted mean of differences inside strata', () => {
    const { expected } = all.find(({ name }) => name === 'withinStratum') as unknown as {
      expected: { estimate: number };
    };
    expectClose(withinStratum(options).estimate, expected.estimate);
    const clustered = withinStratum({ ...options, clusters });
    expectClose(clustered.estimate, expected.estimate);
    expect(clustered.method).toContain('CR2');
    expect(clustered.ci!.low).toBeLessThan(expected.estimate);
  });

  it('is untestable where no stratum holds both groups', () => {
    const found = withinStratum({ ...options, strata: Int32Array.from(data.z) });
    expect(found).toMatchObject({ p: NaN, ci: null, estimate: null });
  });
});

describe('leastSquares on large data', () => {
  it('fits 28,000 rows, 150 columns and about 10,000 clusters with CR2 in about a second', () => {
    const random = createRandom(5);
    const n = 28_000;
    const draw = (count: number) =>
      Int32Array.from({ length: n }, () => randomInteger(random, count));
    const numbers = Array.from({ length: 14 }, (_, k): Term => ({
      kind: 'number',
      name: `n${k}`,
      values: Float64Array.from({ length: n }, random),
    }));
    const category = (name: string, count: number): Term => ({
      kind: 'category',
      name,
      codes: draw(count),
      levels: Array.from({ length: count }, String),
    });
    const started = performance.now();
    const fit = leastSquares({
      outcome: Float64Array.from({ length: n }, random),
      terms: [...numbers, category('genre', 112), category('playlist', 24)],
      clusters: draw(15_000),
      errors: 'CR2',
    });
    const { p, df } = fit.coefficient('n0');
    expect(fit.parameters).toBe(149);
    expect(p).toBeGreaterThan(0);
    expect(df).toBeLessThan(fit.clusters!);
    expect(performance.now() - started).toBeLessThan(6000); // about 0.5 s alone; others may share the machine
  });
});
