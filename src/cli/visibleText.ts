/**
 * Text from data, safe to print on a terminal: control characters (which could move the cursor or colour the screen)
 * and direction marks are shown as `\u…`, and long text is cut.
 *
 * @example
 * visibleText('a\u001b[2J'); // "a\\u001b[2J"
 */
export function visibleText(text: string, limit = 80): string {
  const shown = text.replace(
    // eslint-disable-next-line no-control-regex -- control characters are what this is about
    /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return shown.length > limit ? `${shown.slice(0, limit - 1)}…` : shown;
}
