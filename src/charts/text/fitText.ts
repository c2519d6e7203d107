import { visibleText } from './plainText.js';
import { textWidth } from './textWidth.js';

/**
 * Text as the reader shall see it, cut with an ellipsis where it would be wider than `maxWidth` pixels.
 *
 * @example
 * fitText('Singer-songwriter', 60, 14); // 'Singer-…'
 */
export function fitText(name: string, maxWidth: number, size: number): string {
  const full = visibleText(name, 200);
  if (textWidth(full, size) <= maxWidth) return full;
  let low = 1;
  let high = 200;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (textWidth(visibleText(name, middle), size) <= maxWidth) low = middle;
    else high = middle - 1;
  }
  return visibleText(name, low);
}
