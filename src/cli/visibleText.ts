/** Characters that could move the cursor, colour the screen or turn the reading direction. */
const CONTROLS =
  // eslint-disable-next-line no-control-regex -- control characters are what this is about
  /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text from data, safe to print in a line on a terminal: control characters and direction marks are shown as `\u…`, and
 * long text is cut.
 *
 * @param limit most characters (code points) to show
 * @example
 * visibleText('a\u001b[2J'); // "a\\u001b[2J"
 */
export function visibleText(text: string, limit = 80): string {
  const shown = [...text.replace(CONTROLS, escaped)];
  return shown.length > limit ? `${shown.slice(0, limit - 1).join('')}…` : shown.join('');
}

/** A message of several lines with what {@link visibleText} escapes made visible; line ends stay. */
export function withoutControls(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(CONTROLS, escaped))
    .join('\n');
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
