import { describe, expect, it } from 'vitest';
import { CategoryBuilder } from '../../src/features/categoryBuilder.js';
import { TextColumnBuilder } from '../../src/features/textColumnBuilder.js';
import fc from '../fastCheck.js';

describe('TextColumnBuilder', () => {
  it('codes the same as a dictionary does', () => {
    const texts = fc.array(fc.option(fc.string({ minLength: 1, unit: 'grapheme' }), { nil: null }));
    fc.assert(
      fc.property(texts, (values) => {
        const [packed, plain] = [
          new TextColumnBuilder(values.length),
          new CategoryBuilder(values.length),
        ];
        values.forEach((value, row) => {
          packed.set(row, value);
          plain.set(row, value);
        });
        expect(packed.build()).toEqual(plain.build());
      }),
      { seed: 1 },
    );
  });

  it('takes rows that were left out for missing, at the start, between and at the end', () => {
    const column = new TextColumnBuilder(5);
    column.set(1, 'a');
    column.set(3, 'b');
    expect(column.build()).toEqual({ codes: Int32Array.of(-1, 0, -1, 1, -1), levels: ['a', 'b'] });
    expect(new TextColumnBuilder(2).build()).toEqual({ codes: Int32Array.of(-1, -1), levels: [] });
  });

  it('keeps texts whole that go over the end of a page, also inside a character', () => {
    const column = new TextColumnBuilder(3);
    const long = `a${'€'.repeat(800_000)}`;
    for (const [row, text] of [long, 'x', long].entries()) column.set(row, text);
    expect(column.build()).toEqual({ codes: Int32Array.of(0, 1, 0), levels: [long, 'x'] });
  });

  it('refuses rows out of order', () => {
    const column = new TextColumnBuilder(3);
    column.set(1, 'a');
    expect(() => column.set(0, 'b')).toThrow('row 0 of a text column comes too late');
  });
});
