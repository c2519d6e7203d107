import { FONT_FAMILY } from '../theme.js';
import { compactSvg } from './compactSvg.js';

/** What a finished picture says of itself. */
export interface PictureWords {
  /** Prefix of every id in the picture, so that several can stand in one page: letters, digits, hyphens. */
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly alt: string;
}

/** Name of the font that only this picture's subset has. */
export function embeddedFamily(id: string): string {
  return `${FONT_FAMILY} ${id}`;
}

/**
 * Turns Plotly's SVG into one that stands anywhere: ids made unique, numbers rounded to two decimals (in tags
 * only, never in texts), references written as all viewers read them, the font named once, and the title and
 * description that screen readers speak.
 *
 * @param fontCss rules from `embeddedFontCss`
 */
export function finishSvg(svg: string, words: PictureWords, fontCss: string): string {
  const body = svg
    .replace(/^[\s\S]*?<svg\b[^>]*>/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/<[^>]+>/g, (tag) => finishTag(tag, words.id));
  const compact = compactSvg(body, words.id);
  const css = fontCss + compact.css;
  return `${openingTag(words)}${describe(words)}<style>${css}</style>${compact.body}</svg>`;
}

function openingTag({ id, width, height }: PictureWords): string {
  const families = [
    `'${embeddedFamily(id)}'`,
    FONT_FAMILY,
    "'Liberation Sans'",
    'Arial',
    'sans-serif',
  ].join(',');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" class="chart" ` +
    `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" ` +
    `aria-labelledby="${id}-title ${id}-desc" style="font-family:${families};background:#fff">`
  );
}

function describe({ id, title, alt }: PictureWords): string {
  return `<title id="${id}-title">${escapeXml(title)}</title><desc id="${id}-desc">${escapeXml(alt)}</desc>`;
}

function finishTag(tag: string, id: string): string {
  return tag
    .replace(/-?\d+\.\d{3,}(?:e-?\d+)?/g, rounded)
    .replace(
      /\b(id|href|xlink:href)="(#?)([^"]*)"/g,
      (whole, name: string, hash: string, value: string) =>
        name === 'id' || hash === '#' ? `${name}="${hash}${id}-${value}"` : whole,
    )
    .replace(/url\((?:'|&quot;)?#([^)'&]+)(?:'|&quot;)?\)/g, `url(#${id}-$1)`);
}

/** Two decimals: a hundredth of a pixel is not seen, and last digits that differ between machines go. */
function rounded(number: string): string {
  return String(Number(Number(number).toFixed(2)) + 0);
}

/** Text for XML: characters that XML forbids are left out, markup is escaped. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
