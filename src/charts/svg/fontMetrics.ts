import { readFileSync } from 'node:fs';
import { fallbackAdvance } from '../text/fallbackAdvance.js';
import { fontFile, type Face } from './fontFiles.js';
import type { OpenTypeFont, OpenTypeModule } from './openType.js';

/** Width, height above and depth below the base line of a piece of text, in pixels. */
export interface TextExtent {
  readonly width: number;
  readonly ascent: number;
  readonly descent: number;
}

export interface FontRequest {
  readonly size: number;
  readonly weight: string | null;
  readonly style: string | null;
}

/** Measures one line of text. */
export type MeasureText = (text: string, font: FontRequest) => TextExtent;

/**
 * A measure from the font files that are embedded in the pictures: advances and kerning as viewers apply them.
 * A character that the font lacks counts as {@link fallbackAdvance} says.
 *
 * @param openType the module `opentype.js`
 */
export function createFontMetrics(openType: OpenTypeModule): MeasureText {
  const fonts = new Map<Face, OpenTypeFont>();
  const widths = new Map<string, number>();
  return (text, request) => {
    const face = faceOf(request);
    const font = fonts.get(face) ?? loadFont(openType, face);
    fonts.set(face, font);
    const key = `${face}|${text}`;
    const em = widths.get(key) ?? widthInEm(text, font);
    widths.set(key, em);
    const { ascender, descender } = font.tables.hhea;
    const scale = request.size / font.unitsPerEm;
    return {
      width: em * request.size,
      ascent: Math.round(ascender * scale),
      descent: Math.round(-descender * scale),
    };
  };
}

/** The font file's face that a viewer takes for a weight and style. */
export function faceOf(request: Pick<FontRequest, 'weight' | 'style'>): Face {
  const bold = request.weight === 'bold' || Number(request.weight) >= 600;
  if (request.style === 'italic') return bold ? 'bold-italic' : 'italic';
  return bold ? 'bold' : 'regular';
}

function loadFont(openType: OpenTypeModule, face: Face): OpenTypeFont {
  const bytes = readFileSync(fontFile(face));
  return openType.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

function widthInEm(text: string, font: OpenTypeFont): number {
  let units = 0;
  let before = 0;
  for (const character of text) {
    const glyph = font.charToGlyphIndex(character);
    if (glyph > 0) {
      units += font.glyphs.get(glyph).advanceWidth ?? 0;
      if (before > 0)
        units += font.getKerningValue(font.glyphs.get(before), font.glyphs.get(glyph));
    } else {
      units += fallbackAdvance(character.codePointAt(0) ?? 0) * font.unitsPerEm;
    }
    before = glyph;
  }
  return units / font.unitsPerEm;
}
