import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { fontFile } from '../../../src/charts/svg/fontFiles.js';
import type { OpenTypeModule } from '../../../src/charts/svg/openType.js';
import { ARIMO_ADVANCES } from '../../../src/charts/text/arimoAdvances.js';
import { fallbackAdvance } from '../../../src/charts/text/fallbackAdvance.js';
import { textWidth, widestText } from '../../../src/charts/text/textWidth.js';

const openType = createRequire(import.meta.url)('opentype.js') as OpenTypeModule;

describe('textWidth', () => {
  it.each(['regular', 'bold'] as const)('knows the widths of the %s font file', (face) => {
    const bytes = readFileSync(fontFile(face));
    const font = openType.parse(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
    );
    for (const range of ARIMO_ADVANCES) {
      range[face].forEach((width, index) => {
        const glyph = font.charToGlyphIndex(String.fromCodePoint(range.first + index));
        expect(width).toBe(glyph > 0 ? font.glyphs.get(glyph).advanceWidth : 0);
      });
    }
  });

  it('adds advances and grows with the size', () => {
    expect(textWidth('', 14)).toBe(0);
    expect(textWidth('Pop', 14)).toBeCloseTo(((1366 + 1139 + 1139) / 2048) * 14, 10);
    expect(textWidth('Pop', 28)).toBeCloseTo(2 * textWidth('Pop', 14), 10);
    expect(textWidth('Pop', 14, 'bold')).toBeGreaterThan(textWidth('Pop', 14));
    expect(widestText(['a', 'www', 'b'], 14)).toBe(textWidth('www', 14));
    expect(widestText([], 14)).toBe(0);
  });

  it('gives characters outside the font a sensible width', () => {
    expect(fallbackAdvance(0x4e2d)).toBe(1);
    expect(fallbackAdvance(0x1f600)).toBeGreaterThan(1);
    expect(fallbackAdvance(0x0301)).toBe(0);
    expect(fallbackAdvance(0x202e)).toBe(0);
    expect(fallbackAdvance(0x0e01)).toBeGreaterThan(0.5);
    expect(textWidth('中島', 10)).toBe(20);
  });
});
