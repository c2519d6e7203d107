/** The part of `opentype.js` that measuring needs; the package ships no types. */
export interface OpenTypeModule {
  parse(bytes: ArrayBufferLike): OpenTypeFont;
}

export interface OpenTypeFont {
  readonly unitsPerEm: number;
  readonly tables: { readonly hhea: { readonly ascender: number; readonly descender: number } };
  readonly glyphs: { get(index: number): OpenTypeGlyph };
  /** 0 where the font has no glyph for the character. */
  charToGlyphIndex(character: string): number;
  /** In font units. */
  getKerningValue(left: OpenTypeGlyph, right: OpenTypeGlyph): number;
}

export interface OpenTypeGlyph {
  readonly advanceWidth?: number;
}
