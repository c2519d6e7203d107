const DEFAULT_MAX_LENGTH = 48;
/** Marks beyond this many on one letter climb over neighbouring lines. */
const TOO_MANY_MARKS = /(\p{M}{3})\p{M}+/gu;
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const LONE_SURROGATE = /\p{Cs}/gu;
/** Zero-width and direction-changing characters; joiners are judged by their neighbours. */
const INVISIBLE =
  /[\u00AD\u061C\u115F\u1160\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]|\u034F|\u17B4|\u17B5|[\u180B-\u180F]/gu;
const STRAY_JOINER = /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D/gu;
const STRAY_NON_JOINER = /(?<!\p{Script=Arabic})\u200C|\u200C(?!\p{Script=Arabic})/gu;
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const DANGLING_END = /(?:\u200D|\uFE0F|\p{Zs})+$/u;

/**
 * Text as the reader shall see it: one line, no control or direction characters, no piled-up marks, cut with an
 * ellipsis after `maxLength` characters. A right-to-left name is isolated, so that it can't reorder the
 * number beside it. Not yet safe to hand to Plotly: see {@link plainText}.
 *
 * @example
 * visibleText('  Beyonc\u00e9\u202e\n'); // 'Beyoncé'
 */
export function visibleText(name: string, maxLength: number = DEFAULT_MAX_LENGTH): string {
  const clean = name
    .slice(0, maxLength * 16 + 64)
    .replace(LONE_SURROGATE, '')
    .replace(CONTROL, ' ')
    .replace(INVISIBLE, '')
    .replace(STRAY_JOINER, '')
    .replace(STRAY_NON_JOINER, '')
    .replace(TOO_MANY_MARKS, '$1')
    .replace(/\p{Zs}+/gu, ' ')
    .trim();
  const cut = ellipsis(clean, maxLength);
  return RIGHT_TO_LEFT.test(cut) ? `\u2068${cut}\u2069` : cut;
}

/**
 * Neutralises text for Plotly, which reads tags (`<b>`, `<a href>`), entities and `$…$` formulas in every
 * label: what comes out is drawn letter by letter as it stands in the data.
 *
 * @param maxLength in characters; what is longer ends in an ellipsis
 * @example
 * plainText('<b>A$AP</b> & $ons'); // '&lt;b&gt;A&#36;AP&lt;/b&gt; &amp; &#36;ons'
 */
export function plainText(name: string, maxLength: number = DEFAULT_MAX_LENGTH): string {
  return escapeMarkup(visibleText(name, maxLength));
}

/** Escapes what Plotly would read as a tag, an entity or a formula; changes nothing a reader sees. */
export function escapeMarkup(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\$/g, '&#36;')
    .replace(/%\{/g, '&#37;{');
}

function ellipsis(text: string, maxLength: number): string {
  const characters = [...text];
  if (characters.length <= maxLength) return text;
  return `${characters
    .slice(0, maxLength - 1)
    .join('')
    .replace(DANGLING_END, '')}…`;
}
