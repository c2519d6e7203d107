/** A number as it is written in the document, with thousands separators and decimals; sign and "%" left out. */
const NUMBER = /\d+(?:,\d{3})*(?:\.\d+)?/g;

/**
 * The numbers in a piece of text, after the given names were taken out of it.
 *
 * @param names longest first, so that a name that holds another one goes first
 * @example
 * numberTokens('Blink-182 score 1,234.5 points', ['Blink-182']); // ["1,234.5"]
 */
export function numberTokens(text: string, names: readonly string[] = []): string[] {
  const withoutNames = names.reduce(
    (rest, name) => (rest.includes(name) ? withoutName(rest, name) : rest),
    text,
  );
  return withoutNames.match(NUMBER) ?? [];
}

/** A name goes only where it stands by itself: "1 point" is no part of "34.1 points". */
function withoutName(text: string, name: string): string {
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replace(
    new RegExp(`(?<![\\p{L}\\p{N}]|\\p{N}[.,])${literal}(?![\\p{L}\\p{N}]|[.,]\\p{N})`, 'gu'),
    ' \u00b7 ',
  );
}
