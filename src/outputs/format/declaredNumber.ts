import type { Unit } from '../../domain/unit.js';
import { formatNumber } from './formatNumber.js';

/**
 * A number that was declared, not measured, with the decimals it was declared with.
 *
 * @example
 * declaredNumber(0.1, 'correlation'); // "0.1"
 * declaredNumber(1, 'points'); // "1 point"
 */
export function declaredNumber(value: number, unit: Unit): string {
  const [, decimals = ''] = String(value).split('.');
  return formatNumber(value, unit, { digits: Math.min(6, decimals.length) });
}
