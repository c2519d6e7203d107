import { readFileSync } from 'node:fs';
import { faceOf } from './fontMetrics.js';
import { fontFaceCss, fontFile, type Face } from './fontFiles.js';

/** The one function of the package `subset-font`, which ships no types. */
export type SubsetFont = (
  font: Uint8Array,
  characters: string,
  options: { readonly targetFormat: 'woff2' },
) => Promise<Uint8Array>;

const TEXT_ELEMENT = /<text\b[^>]*>[\s\S]*?<\/text>/g;
const WEIGHT = /font-weight:\s*([a-z0-9]+)/g;
const STYLE = /font-style:\s*italic/;

/**
 * CSS `@font-face` rules with just the glyphs that a picture shows, so that every viewer draws exactly what was
 * measured. The same picture gives the same bytes.
 *
 * @param svg a picture
 * @param family the name that the rules give the font
 */
export async function embeddedFontCss(
  svg: string,
  family: string,
  subsetFont: SubsetFont,
): Promise<string> {
  const rules: string[] = [];
  for (const [face, characters] of charactersByFace(svg)) {
    const text = [...characters].sort().join('');
    const bytes = await subsetFont(readFileSync(fontFile(face)), text, { targetFormat: 'woff2' });
    const { weight, style } = fontFaceCss(face);
    const source = `url(data:font/woff2;base64,${Buffer.from(bytes).toString('base64')}) format('woff2')`;
    rules.push(
      `@font-face{font-family:'${family}';font-weight:${weight};font-style:${style};src:${source}}`,
    );
  }
  return rules.join('');
}

/** Which characters a picture shows in which faces; a text element with bold parts counts in both. */
function charactersByFace(svg: string): Map<Face, Set<string>> {
  const faces = new Map<Face, Set<string>>();
  for (const [element] of svg.matchAll(TEXT_ELEMENT)) {
    const text = shownText(element);
    for (const face of facesIn(element)) {
      const characters = faces.get(face) ?? new Set<string>();
      for (const character of text) characters.add(character);
      faces.set(face, characters);
    }
  }
  return new Map([...faces].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Faces that a text element may use: each of its weights, upright and, where it has any, italic. */
function facesIn(element: string): Set<Face> {
  const weights = ['normal', ...[...element.matchAll(WEIGHT)].map((match) => match[1] ?? 'normal')];
  const styles = STYLE.test(element) ? [null, 'italic'] : [null];
  return new Set(weights.flatMap((weight) => styles.map((style) => faceOf({ weight, style }))));
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** Text of an SVG element without its tags, entities decoded. */
export function shownText(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, '')
    .replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (whole, name: string) => {
      if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
      const hex = name[1]?.toLowerCase() === 'x';
      return String.fromCodePoint(parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10));
    });
}
