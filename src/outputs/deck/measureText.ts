import { textWidth } from '../../charts/text/textWidth.js';

/** Browsers and fonts differ a little; slides are filled to this share of a line. */
const SAFETY = 0.95;

/**
 * How many lines a text takes in a column, breaking at spaces, and inside words that are longer than a line, as
 * the theme does.
 *
 * @param width column width in pixels
 * @param size font size in pixels
 */
export function countLines(
  text: string,
  width: number,
  size: number,
  weight: 'regular' | 'bold' = 'regular',
): number {
  const room = width * SAFETY;
  const space = textWidth(' ', size, weight);
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const wide = textWidth(word, size, weight);
    if (used > 0 && used + space + wide <= room) used += space + wide;
    else {
      if (used > 0) lines += 1;
      // A word that is longer than the line is broken wherever the line ends; one character may not fit.
      const extra = Math.max(0, Math.ceil(wide / (room - size)) - 1);
      lines += extra;
      used = extra > 0 ? room : wide;
    }
  }
  return lines;
}
