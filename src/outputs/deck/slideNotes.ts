/**
 * First line of every note. Marp reads a comment that is a YAML mapping or list as directives; a plain first line
 * makes sure that it never is one.
 */
const FIRST_LINE = 'Talk track';

/**
 * Speaker notes as an HTML comment, which Marp shows in the presenter view.
 *
 * @param notes plain text, one paragraph each; "--" would end the comment and becomes a dash
 */
export function slideNotes(notes: readonly string[]): string {
  const paragraphs = notes
    .map((note) => note.replace(/\s+/g, ' ').replace(/-{2,}/g, '–').trim())
    .filter((note) => note !== '')
    .map((note) => note.replace(/^[>-]/, '‐'));
  return paragraphs.length === 0 ? '' : `<!--\n${FIRST_LINE}\n\n${paragraphs.join('\n\n')}\n-->`;
}
