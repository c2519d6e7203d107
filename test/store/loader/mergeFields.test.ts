import { describe, expect, it } from 'vitest';
import { sourceRank } from '../../../src/store/loader/fieldPriority.js';
import { mergeFields, type Fields } from '../../../src/store/loader/mergeFields.js';
import fc from '../../fastCheck.js';

const PRIORITY = ['best', 'good', '*', 'last'];

describe('sourceRank', () => {
  it('places unnamed sources where the list says, or at its end', () => {
    expect(['best', 'mine', 'last'].map((source) => sourceRank(PRIORITY, source))).toEqual([
      0, 2, 3,
    ]);
    expect(sourceRank(['a'], 'b')).toBe(1);
  });
});

describe('mergeFields', () => {
  const from = (source: string, ...fields: string[]) => [{ source, fields }];

  it('fills gaps and never overwrites with null', () => {
    const changed = mergeFields(
      { a: null, b: 1 },
      { a: 2, b: null },
      from('last', 'b'),
      'best',
      PRIORITY,
    );
    expect(changed).toEqual(['a']);
  });

  it('takes the better source and leaves the equal and the worse', () => {
    const merge = (origin: string, source: string) =>
      mergeFields({ a: 1 }, { a: 2 }, from(origin, 'a'), source, PRIORITY);
    expect(merge('good', 'best')).toEqual(['a']);
    expect(merge('good', 'good')).toEqual([]);
    expect(merge('best', 'good')).toEqual([]);
    expect(merge('mine', 'yours')).toEqual([]);
  });

  it('gives a value to the better source that says the same', () => {
    expect(mergeFields({ a: 1 }, { a: 1 }, from('last', 'a'), 'best', PRIORITY)).toEqual(['a']);
    expect(mergeFields({ a: 1 }, { a: 1 }, from('best', 'a'), 'best', PRIORITY)).toEqual([]);
  });

  it('replaces a value whose source nobody knows', () => {
    expect(mergeFields({ a: 1 }, { a: 2 }, [], 'last', PRIORITY)).toEqual(['a']);
  });

  it('prefers the finer release date whatever the source', () => {
    const year = { on: '2019-01-01', precision: 'year' } as const;
    const day = { on: '2018-12-31', precision: 'day' } as const;
    expect(mergeFields({ r: year }, { r: day }, from('best', 'r'), 'last', PRIORITY)).toEqual([
      'r',
    ]);
    expect(mergeFields({ r: day }, { r: year }, from('last', 'r'), 'best', PRIORITY)).toEqual([]);
  });

  it('ends at the same values in whatever order sources of different rank come', () => {
    const value = fc.option(fc.integer({ min: 0, max: 3 }), { nil: null });
    const fields = fc.record({ a: value, b: value });
    fc.assert(
      fc.property(fields, fields, fields, fc.integer({ min: 0, max: 5 }), (x, y, z, order) => {
        const records = [
          ['best', x],
          ['good', y],
          ['last', z],
        ] as const;
        const orders = [
          [0, 1, 2],
          [0, 2, 1],
          [1, 0, 2],
          [1, 2, 0],
          [2, 0, 1],
          [2, 1, 0],
        ] as const;
        const shuffled = (orders[order] ?? orders[0]).map((place) => records[place]);
        expect(mergeAll(shuffled)).toEqual(mergeAll(records));
      }),
    );
  });
});

function mergeAll(records: readonly (readonly [string, Fields])[]): Fields {
  const fields: Record<string, Fields[string]> = { a: null, b: null };
  const origins = new Map<string, string>();
  for (const [source, incoming] of records) {
    const list = [...origins].map(([field, origin]) => ({ source: origin, fields: [field] }));
    for (const field of mergeFields(fields, incoming, list, source, PRIORITY)) {
      fields[field] = incoming[field] ?? null;
      origins.set(field, source);
    }
  }
  return fields;
}
