import { describe, expect, it } from 'vitest';
import { gather } from '../../src/stats/gather.js';
import { gatherCodes } from '../../src/stats/gatherCodes.js';

describe('gather', () => {
  it('takes the values of the rows in their order, a row as often as it is named', () => {
    expect([...gather([10, 20, 30], Int32Array.of(2, 0, 2))]).toEqual([30, 10, 30]);
  });

  it('keeps missing values missing and gives NaN for a row that is not there', () => {
    expect([...gather(Float64Array.of(NaN, 1), [0, 1, 2])]).toEqual([NaN, 1, NaN]);
  });
});

describe('gatherCodes', () => {
  it('takes the codes of the rows, −1 for a row that is not there', () => {
    expect([...gatherCodes(Int32Array.of(7, -1, 9), Int32Array.of(2, 1, 5))]).toEqual([9, -1, -1]);
  });
});
