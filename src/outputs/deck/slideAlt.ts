import { escapeSlide } from '../prose/index.js';

/** Words that Marp takes out of an image's alternative text as instructions. */
const KEYWORDS =
  /(?<=^|\s)(bg|blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia)(?=$|[\s\\:])/g;

const WORD_JOINER = '\u2060';

/**
 * Alternative text for an image of a slide: as for any Markdown, and also nothing in it is an image keyword of Marp
 * (the band Blur, "w:100", "31%"). An invisible word joiner takes the keyword's meaning; escapes would be left out, since
 * Marp's Markdown drops escaped characters from alternative texts.
 */
export function slideAlt(text: string): string {
  return escapeSlide(text)
    .replace(KEYWORDS, (word) => word.charAt(0) + WORD_JOINER + word.slice(1))
    .replace(/:(?=\S)/g, `:${WORD_JOINER}`)
    .replace(/(?<=\d)%/g, `${WORD_JOINER}%`);
}
