/** Has a meaning to Markdown, Marp, KaTeX or HTML wherever it stands. */
const ALWAYS = /[\\`*_[\]<>|~$@{}]/g;

/** Starts a heading, a list, a quotation or a rule where it is a line's first character. */
const AT_START = /^(?=[#+\-=!:%^])/;
const ORDERED_AT_START = /^(\d+)([.)])(?=\s|$)/;

/** `![`, `&amp;`, `//`, `:emoji:` and `https:`, and `example.com` (which would become a link). */
const IN_CONTEXT = /!(?=\\\[)|&(?=[#\p{L}\p{N}])|\/(?=\/)|:(?=\S)|(?<=\S)\.(?=[\p{L}\p{M}])/gu;

/**
 * GitHub and Marp look for `:emoji:` and mail addresses in the text that Markdown has made, where escapes are gone; an
 * invisible word joiner keeps them apart.
 */
const AFTER_MARKDOWN = /(?<=:)(?=[\w+-]+:)|(?<=\w@)(?=\w)/g;
const WORD_JOINER = '\u2060';

/**
 * Escapes one line of text so that CommonMark, GitHub and Marp show it as it is: no emphasis, link, image, heading,
 * rule, table cell, formula, emoji, comment, directive or HTML comes out of it. What has no meaning stays as it is, so that
 * the Markdown remains readable.
 *
 * @param line text without line ends (see `cleanName`)
 * @example
 * escapeMarkdown('<script>| *x*'); // "\\<script\\>\\| \\*x\\*"
 */
export function escapeMarkdown(line: string): string {
  return line
    .replace(AFTER_MARKDOWN, WORD_JOINER)
    .replace(ALWAYS, '\\$&')
    .replace(IN_CONTEXT, '\\$&')
    .replace(ORDERED_AT_START, '$1\\$2')
    .replace(AT_START, '\\');
}

/** The text that escaped Markdown shows. */
export function unescapeMarkdown(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll(WORD_JOINER, '');
}
