import { fixed } from './fixed.js';

/**
 * A p value by the usual rules: three decimals below 0.1, two above, never "0".
 *
 * @param p a probability, 0–1
 * @example
 * formatP(0.00312); // "p = 0.003"
 * formatP(1e-9); // "p < 0.001"
 */
export function formatP(p: number): string {
  if (p < 0.001) return 'p < 0.001';
  if (p > 0.99) return 'p > 0.99';
  return `p = ${fixed(p, p < 0.0995 ? 3 : 2)}`;
}
