/** Has a meaning to Markdown, Marp, KaTeX or HTML wherever it stands. */
const ALWAYS = /[\\`*[\]<>|~$@{}]/g;

/** An underscore inside a word is one; anywhere else it may open emphasis. */
const UNDERSCORE = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

/** Starts a heading, a list, a quotation or a rule where it is a line's first character. */
const AT_START = /^(?=[#+\-=!:%^])/;
/** Closes a heading, and is gone, where it ends the line. */
const HASHES_AT_END = /(?<=\s)(?=#+$)/;
const ORDERED_AT_START = /^(\d+)([.)])(?=\s|$)/;

/** `![`, `&amp;`, `//`, `https://`, `mailto:` and `www.` */
const IN_CONTEXT =
  /!(?=\\\[)|&(?=#?[\p{L}\p{N}]+;)|\/(?=\/)|:(?=\/)|(?<=\b(?:mailto|xmpp|tel)):(?=\S)|(?<=www)\./giu;

/** `example.com`: Marp makes a link of it, other readers of Markdown don't. */
const BARE_ADDRESS = /(?<=\S)(?<!\\)\.(?=[\p{L}\p{M}])/gu;

/**
 * GitHub and Marp look for `:emoji:` and mail addresses in the text that Markdown has made, where escapes are gone; an
 * invisible word joiner keeps them apart.
 */
const AFTER_MARKDOWN = /(?<=:)(?=[\w+-]+:)|(?<=\w@)(?=\w)/g;
const WORD_JOINER = '\u2060';

/**
 * Escapes one line of text so that CommonMark and GitHub show it as it is: no emphasis, link, image, heading,
 * rule, table cell, formula, emoji, comment, directive or HTML comes out of it. What has no meaning stays as it is, so that
 * the Markdown remains readable. For slides see {@link escapeSlide}.
 *
 * @param line text without line ends (see `cleanName`)
 * @example
 * escapeMarkdown('<script>| *x*'); // "\\<script\\>\\| \\*x\\*"
 */
export function escapeMarkdown(line: string): string {
  return line
    .replace(AFTER_MARKDOWN, WORD_JOINER)
    .replace(ALWAYS, '\\$&')
    .replace(UNDERSCORE, '\\$&')
    .replace(IN_CONTEXT, '\\$&')
    .replace(ORDERED_AT_START, '$1\\$2')
    .replace(AT_START, '\\')
    .replace(HASHES_AT_END, '\\');
}

/** The same for the Markdown of slides, where Marp would also make links of bare addresses such as `example.com`. */
export function escapeSlide(line: string): string {
  return escapeMarkdown(line).replace(BARE_ADDRESS, '\\.');
}

/** The text that escaped Markdown shows. */
export function unescapeMarkdown(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll(WORD_JOINER, '');
}
