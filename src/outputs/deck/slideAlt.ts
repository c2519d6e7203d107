import { escapeMarkdown } from '../prose/index.js';

/** Words that Marp takes out of an image's alternative text as instructions. */
const KEYWORDS =
  /(?<=^|\s)(bg|blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia)(?=$|\s|\\)/g;

/**
 * Alternative text for an image of a slide: as for any Markdown, and also nothing in it is an image keyword of Marp
 * (the band Blur, "31%").
 */
export function slideAlt(text: string): string {
  return escapeMarkdown(text)
    .replace(KEYWORDS, (word) => `&#${word.charCodeAt(0)};${word.slice(1)}`)
    .replace(/(?<=\d)%/g, '\\%');
}
