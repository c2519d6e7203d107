import { fixed } from './fixed.js';

/**
 * A confidence level in percent.
 *
 * @example
 * formatLevel(0.95); // "95%"
 */
export function formatLevel(level: number): string {
  const percent = level * 100;
  return `${fixed(percent, Math.abs(percent - Math.round(percent)) < 1e-9 ? 0 : 1)}%`;
}
