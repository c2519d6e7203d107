import { describe, expect, it } from 'vitest';
import { endsOf } from '../../../src/charts/parts/endsOf.js';

describe('endsOf', () => {
  it('keeps the first and the last of a long ranking, the odd one first', () => {
    expect(endsOf([1, 2, 3, 4, 5, 6, 7], 3)).toEqual([1, 2, 7]);
    expect(endsOf([1, 2, 3, 4, 5, 6, 7], 4)).toEqual([1, 2, 6, 7]);
  });

  it('keeps a short one whole', () => {
    expect(endsOf([1, 2, 3], 3)).toEqual([1, 2, 3]);
    expect(endsOf([], 3)).toEqual([]);
  });
});
