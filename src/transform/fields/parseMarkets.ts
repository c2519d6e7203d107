import { isListCell, splitNames } from '../../sources/trackTable/splitNames.js';
import type { Parsed } from './invalid.js';
import { parseWholeNumber } from './parseNumber.js';

const CODES = /^[A-Z]{2}(?:\s*[,;]\s*[A-Z]{2})*$/;

/**
 * In how many markets a track can be played: a number, or the list of their two-letter codes.
 *
 * @example
 * parseMarkets("['SE', 'GB']"); // 2
 */
export function parseMarkets(text: string): Parsed<number | null> {
  const trimmed = text.trim();
  if (trimmed === '[]') return 0;
  if (isListCell(trimmed)) return splitNames(trimmed, 'single').length;
  if (CODES.test(trimmed) && trimmed !== 'NA') return trimmed.split(/[,;]/).length;
  return parseWholeNumber(trimmed, { min: 0, max: 999 });
}
