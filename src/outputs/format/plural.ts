import type { Unit } from '../../domain/unit.js';
import { formatNumber } from './formatNumber.js';
import { UNIT_RULES } from './unitRules.js';

/**
 * A count with its noun in the right number.
 *
 * @example
 * plural(1, 'songs'); // "1 song"
 * plural(28356, 'songs'); // "28,356 songs"
 */
export function plural(n: number, unit: Unit): string {
  return formatNumber(n, unit, { exact: true });
}

/** The noun of a unit without its number, as it stands after `n`. */
export function nounOf(unit: Unit, n = 2): string {
  const rule = UNIT_RULES[unit];
  return n === 1 ? rule.one : rule.many;
}
