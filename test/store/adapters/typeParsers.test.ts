import { describe, expect, it } from 'vitest';
import { elementParser, TYPE_PARSERS } from '../../../src/store/adapters/typeParsers.js';

const TIMESTAMP = 1114;
const TIMESTAMPTZ = 1184;

describe('typeParsers', () => {
  it.each([
    [TIMESTAMPTZ, '2020-01-21 00:00:00+00', '2020-01-21T00:00:00.000Z'],
    [TIMESTAMPTZ, '2020-01-21 05:30:00.25+05:30', '2020-01-21T00:00:00.250Z'],
    [TIMESTAMP, '2020-01-21 12:00:00', '2020-01-21T12:00:00.000Z'],
    [TIMESTAMPTZ, '-infinity', '-infinity'],
  ])('reads instants of type %i: %s', (oid, text, instant) => {
    expect(TYPE_PARSERS[oid]?.(text)).toBe(instant);
  });

  it('knows the elements of arrays', () => {
    expect(elementParser(1016)?.('5000000000')).toBe(5_000_000_000);
    expect(elementParser(1182)?.('2020-01-21')).toBe('2020-01-21');
    expect(elementParser(1009)).toBeUndefined();
  });
});
