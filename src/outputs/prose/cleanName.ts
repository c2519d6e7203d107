/**
 * Names longer than this are cut; real ones are far shorter, but descriptions that come with the data (what a source is a
 * sample of) are names too.
 */
export const NAME_LIMIT = 280;

const UNNAMED = '(no name)';

/** Line ends, tabs and every other kind of white space. */
const SPACE = /[\s\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/gu;

/**
 * Characters that don't show but steer how text is shown: controls, overrides of the writing direction, invisible
 * joiners (but not U+200C and U+200D, which scripts and emoji need), byte order marks, non-characters.
 */
const UNSEEN =
  // eslint-disable-next-line no-control-regex -- controls are what is removed
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\p{Noncharacter_Code_Point}]/gu;

/** Marks beyond this many on one letter climb over neighbouring lines. */
const PILED_MARKS = /(\p{M}{3})\p{M}+/gu;

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * A name from the data as one line of harmless text: white space becomes single spaces, unseen characters go, and
 * what is longer than `limit` code points ends in "…". A name that runs from
 * right to left is isolated, so that it cannot reorder the number beside it.
 *
 * @example
 * cleanName('Guns\nN’ Roses'); // "Guns N’ Roses"
 */
export function cleanName(name: string, limit = NAME_LIMIT): string {
  const oneLine = name
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(SPACE, ' ')
    .replace(UNSEEN, '')
    .replace(PILED_MARKS, '$1')
    .replace(/ +/g, ' ')
    .trim();
  if (oneLine === '') return UNNAMED;
  const short = truncate(oneLine, limit);
  return RIGHT_TO_LEFT.test(short) ? `\u2068${short}\u2069` : short;
}

/** Cuts text at a number of code points, never before a combining mark or inside a joined emoji. */
export function truncate(text: string, limit: number): string {
  const points = [...text];
  if (points.length <= limit) return text;
  let end = limit - 1;
  while (end > 1 && /^[\p{M}\u200c\u200d\p{Emoji_Modifier}]/u.test(points[end] ?? '')) end -= 1;
  return `${points
    .slice(0, end)
    .join('')
    .replace(/[\s\u200c\u200d]+$/u, '')}…`;
}
