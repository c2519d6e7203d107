import { ARIMO_ADVANCES, ARIMO_UNITS_PER_EM } from './arimoAdvances.js';
import { fallbackAdvance } from './fallbackAdvance.js';

type Weight = 'regular' | 'bold';

/**
 * Width of one line of text in pixels when set in Arimo, without kerning (which only makes it narrower).
 *
 * @param text what the reader sees: no markup, no entities
 * @param size font size in pixels
 * @example
 * textWidth('Pop', 14); // 24.91
 */
export function textWidth(text: string, size: number, weight: Weight = 'regular'): number {
  let em = 0;
  for (const character of text) em += advance(character.codePointAt(0) ?? 0, weight);
  return em * size;
}

/** The widest of several labels, in pixels; 0 for none. */
export function widestText(
  texts: readonly string[],
  size: number,
  weight: Weight = 'regular',
): number {
  return texts.reduce((widest, text) => Math.max(widest, textWidth(text, size, weight)), 0);
}

function advance(codePoint: number, weight: Weight): number {
  for (const range of ARIMO_ADVANCES) {
    const units = range[weight][codePoint - range.first];
    if (units !== undefined && units > 0) return units / ARIMO_UNITS_PER_EM;
  }
  return fallbackAdvance(codePoint);
}
