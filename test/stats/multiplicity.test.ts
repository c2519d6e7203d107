import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../src/stats/benjaminiHochberg.js';
import { holm } from '../../src/stats/holm.js';
import { casesOf, expectAllClose } from './reference.js';

describe.each([
  ['benjaminiHochberg', benjaminiHochberg],
  ['holm', holm],
] as const)('%s', (word, adjust) => {
  it.each(casesOf<number[], number[]>('multiplicity', word))('$call', ({ input, expected }) =>
    expectAllClose(adjust(input), expected),
  );

  it('keeps NaN and does not count it', () => {
    const adjusted = adjust([0.01, NaN, 0.02]);
    expect(adjusted[1]).toBeNaN();
    expectAllClose([adjusted[0], adjusted[2]], adjust([0.01, 0.02]));
    expect(adjust([])).toHaveLength(0);
  });
});
