import { formatTimes } from '../../charts/text/formatTimes.js';
import type { Interval } from '../../domain/testResult.js';
import type { Unit } from '../../domain/unit.js';
import { digitsOfInterval, digitsOfValue } from './digits.js';
import { fixed, NO_NUMBER } from './fixed.js';
import { UNIT_RULES, type UnitRule } from './unitRules.js';

export interface NumberStyle {
  /** The number's interval: its width decides the digits. */
  readonly interval?: Interval | null;
  /** Decimals, where a table column decides them for all its cells. */
  readonly digits?: number;
  /** Without the words of the unit (a "%" stays). */
  readonly bare?: boolean;
  /** Whole numbers in full, never in millions. */
  readonly exact?: boolean;
}

interface Scale {
  readonly factor: number;
  readonly word: string;
}

const ONE: Scale = { factor: 1, word: '' };
const SCALES: readonly Scale[] = [
  { factor: 1e9, word: ' billion' },
  { factor: 1e6, word: ' million' },
];

/**
 * A number as the report shows it: rounded by its interval's width, with thousands separators, a typographic minus
 * and its unit in the right number. Does not depend on locale or ICU data.
 *
 * @param value the number, in `unit`; dates are days since 1970-01-01
 * @example
 * formatNumber(2.137, 'points', { interval: { low: 1.21, high: 3.05, level: 0.95 } }); // "2.1 points"
 * formatNumber(1_234_567_890, 'streams'); // "1.23 billion streams"
 * formatNumber(2019, 'year'); // "2019"
 */
export function formatNumber(value: number, unit: Unit, style: NumberStyle = {}): string {
  if (!Number.isFinite(value)) return NO_NUMBER;
  if (unit === 'year') return fixed(value, 0, '');
  if (unit === 'date') return isoDay(value);
  if (unit === 'times') return formatTimes(value);
  const rule = UNIT_RULES[unit];
  const scale = scaleOf(rule, value, style);
  const digits = digitsOf(rule, value / scale.factor, scale, style);
  const shown = fixed(value / scale.factor, digits) + scale.word + (rule.sign ?? '');
  if (style.bare === true) return shown;
  const noun = /^\u2212?1$/.test(shown) ? rule.one : rule.many;
  return noun === '' ? shown : `${shown} ${noun}`;
}

/**
 * An interval as "low to high", both ends with the digits of the estimate.
 *
 * @example
 * formatInterval({ low: 1.21, high: 3.08, level: 0.95 }, 'points'); // "1.2 to 3.1"
 */
export function formatInterval(interval: Interval, unit: Unit): string {
  const style: NumberStyle = { interval, bare: true };
  return `${formatNumber(interval.low, unit, style)} to ${formatNumber(interval.high, unit, style)}`;
}

function scaleOf(rule: UnitRule, value: number, { interval, digits, exact }: NumberStyle): Scale {
  if (rule.counted !== true || exact === true || digits !== undefined) return ONE;
  const largest = interval
    ? Math.max(Math.abs(interval.low), Math.abs(interval.high))
    : Math.abs(value);
  return SCALES.find(({ factor }) => largest >= factor) ?? ONE;
}

function digitsOf(rule: UnitRule, scaled: number, scale: Scale, style: NumberStyle): number {
  if (style.digits !== undefined) return style.digits;
  if (style.interval) {
    const { low, high, level } = style.interval;
    const digits = digitsOfInterval({ low: low / scale.factor, high: high / scale.factor, level });
    // Only large counts are rounded to tens and hundreds: "50 points" for 54 would look like another result.
    if (digits !== null) {
      return rule.counted === true && scale === ONE ? digits : Math.max(0, digits);
    }
  }
  if (scale !== ONE) return digitsOfValue(scaled, 3, 0);
  if (rule.counted === true) return Number.isInteger(scaled) ? 0 : rule.decimals;
  return Math.abs(scaled) < 10 ** -rule.decimals
    ? digitsOfValue(scaled, 2, rule.decimals)
    : rule.decimals;
}

function isoDay(days: number): string {
  const date = new Date(Math.round(days) * 86_400_000);
  return Number.isNaN(date.getTime()) ? NO_NUMBER : date.toISOString().slice(0, 10);
}
