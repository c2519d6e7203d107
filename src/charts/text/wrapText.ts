import { textWidth } from './textWidth.js';

/**
 * Breaks text at spaces into lines of at most `maxWidth` pixels; a single longer word keeps its own line.
 *
 * @param text what the reader sees: no markup
 * @example
 * wrapText('one two three', 50, 14); // ['one two', 'three']
 */
export function wrapText(text: string, maxWidth: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size) > maxWidth) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line === '' ? lines : [...lines, line];
}
