import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const IMAGE = /(<img\b[^>]*?\ssrc=")(?!data:|https?:|\/\/)([^"]+\.svg)(")/g;

/**
 * Puts the figures of a rendered deck into it as data addresses, so that one file is the whole deck. It is done
 * after rendering because Markdown refuses such addresses.
 *
 * @param readFigure gives the SVG text for an address as it stands in the deck, or null where there is none; the image
 *   is left as it is then
 */
export function inlineFigures(
  html: string,
  readFigure: (address: string) => string | null,
): string {
  return html.replace(IMAGE, (whole, before: string, address: string, after: string) => {
    const svg = readFigure(decodeURIComponent(address));
    if (svg === null) return whole;
    const data = Buffer.from(svg, 'utf8').toString('base64');
    return `${before}data:image/svg+xml;base64,${data}${after}`;
  });
}

const MARKDOWN_IMAGE = /(?<=^!\[(?:[^\]\\]|\\.)*\]\()([^()\s]+\.svg)(?=\)$)/gm;

/**
 * Copies the figures of a deck's Markdown beside it and points to the copies, for a browser that reads local files.
 *
 * @param folder where the deck will stand
 * @returns the Markdown with addresses in that folder
 */
export function copyFigures(
  markdown: string,
  readFigure: (address: string) => string | null,
  folder: string,
): string {
  let count = 0;
  return markdown.replace(MARKDOWN_IMAGE, (address) => {
    const svg = readFigure(decodeURIComponent(address));
    if (svg === null) return address;
    count += 1;
    const name = `figure-${count}.svg`;
    writeFileSync(join(folder, name), svg);
    return name;
  });
}
