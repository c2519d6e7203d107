import { describe, expect, it } from 'vitest';
import {
  COLOUR,
  DIVERGING,
  SEQUENTIAL,
  SERIES_COLOURS,
  VERDICT_COLOUR,
  colourAt,
  inkOn,
  seriesColour,
  textColour,
} from '../../src/charts/theme.js';

/** Relative luminance and contrast as WCAG 2.1 defines them. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string): number => {
    const [r = 0, g = 0, blue = 0] = [1, 3, 5].map((start) => {
      const value = parseInt(colour.slice(start, start + 2), 16) / 255;
      return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe('theme', () => {
  it('writes text in colours that can be read on white', () => {
    for (const colour of [...SERIES_COLOURS, ...Object.values(VERDICT_COLOUR), COLOUR.quiet]) {
      expect(contrast(textColour(colour), '#ffffff')).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(COLOUR.muted, '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(textColour(COLOUR.ink)).toBe(COLOUR.ink);
  });

  it('writes on every shade of its scales in the better ink', () => {
    for (const scale of [SEQUENTIAL, DIVERGING]) {
      for (let share = 0; share <= 1; share += 0.05) {
        const ground = colourAt(scale, share);
        expect(contrast(inkOn(ground), ground)).toBeGreaterThanOrEqual(3.2);
      }
    }
  });

  it('mixes between stops and stops at the ends', () => {
    expect(colourAt(SEQUENTIAL, 0)).toBe('#f3f7fb');
    expect(colourAt(SEQUENTIAL, 1)).toBe('#0b4f85');
    expect(colourAt(SEQUENTIAL, 7)).toBe('#0b4f85');
    expect(colourAt(SEQUENTIAL, 0.25)).toBe('#c6dcee');
    expect(
      colourAt(
        [
          [0, '#000000'],
          [1, '#ffffff'],
        ],
        0.5,
      ),
    ).toBe('#808080');
  });

  it('begins its palette again', () => {
    expect(seriesColour(SERIES_COLOURS.length)).toBe(seriesColour(0));
    expect(new Set(SERIES_COLOURS).size).toBe(SERIES_COLOURS.length);
  });
});
