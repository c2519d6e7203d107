import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { shownText } from '../../../src/charts/svg/embedFont.js';
import { createFontMetrics, faceOf } from '../../../src/charts/svg/fontMetrics.js';
import type { OpenTypeModule } from '../../../src/charts/svg/openType.js';
import { textWidth } from '../../../src/charts/text/textWidth.js';

const measure = createFontMetrics(createRequire(import.meta.url)('opentype.js') as OpenTypeModule);
const regular = { size: 20, weight: null, style: null };

describe('createFontMetrics', () => {
  it('agrees with the table of widths but for kerning', () => {
    for (const text of ['Popularity', '1,234', 'Björk & Sigur Rós']) {
      const { width } = measure(text, regular);
      expect(width).toBeLessThanOrEqual(textWidth(text, 20) + 1e-9);
      expect(width).toBeGreaterThan(0.97 * textWidth(text, 20));
    }
  });

  it('kerns pairs, takes the bold face, and gives foreign letters room', () => {
    expect(measure('AV', regular).width).toBeLessThan(
      measure('A', regular).width + measure('V', regular).width,
    );
    expect(measure('Pop', { ...regular, weight: 'bold' }).width).toBeCloseTo(
      textWidth('Pop', 20, 'bold'),
      1,
    );
    expect(measure('中', regular).width).toBe(20);
    expect(measure('', regular).width).toBe(0);
  });

  it('gives line heights of the font: 0.905 em above, 0.212 em below', () => {
    expect(measure('x', regular)).toMatchObject({ ascent: 18, descent: 4 });
  });

  it('chooses faces as viewers do', () => {
    expect(faceOf({ weight: '600', style: null })).toBe('bold');
    expect(faceOf({ weight: '500', style: 'normal' })).toBe('regular');
    expect(faceOf({ weight: 'bold', style: 'italic' })).toBe('bold-italic');
    expect(faceOf({ weight: null, style: 'italic' })).toBe('italic');
  });
});

describe('shownText', () => {
  it('drops tags and decodes entities', () => {
    expect(shownText('<text>a<tspan>&amp;&#60;</tspan>&#x41;&unknown;</text>')).toBe(
      'a&<A&unknown;',
    );
  });
});
