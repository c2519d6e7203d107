import { Invalid, type Parsed } from './invalid.js';
import { isMissing } from './missing.js';

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const WITH_THOUSANDS = /^[+-]?\d{1,3}(?:[,' ]\d{3})+(?:\.\d+)?$/;

/** Limits of a number, both ends allowed. */
export interface Limits {
  readonly min?: number;
  readonly max?: number;
}

/**
 * A decimal number with a point. Leading zeros are allowed (`0012` is 12); thousands separators are not, because
 * `1,234` may as well be a decimal comma; infinity and words are not.
 *
 * @example
 * parseNumber('0.5', { min: 0, max: 1 }); // 0.5
 * parseNumber('NaN');                     // null
 */
export function parseNumber(text: string, limits: Limits = {}): Parsed<number | null> {
  const trimmed = text.trim();
  if (isMissing(trimmed)) return null;
  if (!DECIMAL.test(trimmed)) {
    return WITH_THOUSANDS.test(trimmed)
      ? new Invalid('must be a number without thousands separators')
      : new Invalid('must be a number');
  }
  const value = Number(trimmed);
  if (!Number.isFinite(value)) return new Invalid('must be a finite number');
  return withinLimits(value, limits);
}

/**
 * A whole number; `243800.0` is one, `243800.5` is not.
 *
 * @example
 * parseWholeNumber('1040234854.0', { min: 0 }); // 1040234854
 */
export function parseWholeNumber(text: string, limits: Limits = {}): Parsed<number | null> {
  const value = parseNumber(text);
  if (value === null || value instanceof Invalid) return value;
  if (!Number.isInteger(value)) return new Invalid('must be a whole number');
  if (!Number.isSafeInteger(value)) return new Invalid('must be a whole number below 2^53');
  return withinLimits(value, limits);
}

function withinLimits(value: number, { min, max }: Limits): Parsed<number> {
  if ((min === undefined || value >= min) && (max === undefined || value <= max)) {
    return Object.is(value, -0) ? 0 : value;
  }
  return new Invalid(limitsInWords(min, max));
}

function limitsInWords(min: number | undefined, max: number | undefined): string {
  if (min !== undefined && max !== undefined) return `must be between ${min} and ${max}`;
  return min !== undefined ? `must be at least ${min}` : `must be at most ${max}`;
}
