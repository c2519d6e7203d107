import type { Verdict } from '../domain/finding.js';

/** Size of a figure in pixels unless its chart needs more room. */
export const FIGURE_WIDTH = 960;
export const FIGURE_HEIGHT = 540;

/** The one family of all figures; it is measured, and a subset of it is embedded in every SVG. */
export const FONT_FAMILY = 'Arimo';

/**
 * Font sizes in pixels. On a slide of 1280 × 720 a figure is shown at nine tenths of its size or more, so that its text is
 * at least 13 pixels high there.
 */
export const FONT_SIZE = {
  axis: 15,
  label: 15,
  annotation: 16,
  subtitle: 16,
  source: 13,
} as const;

/** Height of a line of text over its font size. */
export const LINE_HEIGHT = 1.3;

/**
 * Colours. The emphasis is one accent beside greys; several series take {@link SERIES_COLOURS}, the palette of
 * Okabe and Ito (2008), "Color Universal Design", which people with any colour vision can tell apart.
 */
export const COLOUR = {
  ink: '#1d2733',
  muted: '#56616d',
  axis: '#8a949e',
  grid: '#e4e8ec',
  background: '#ffffff',
  accent: '#0072b2',
  accentSoft: '#9cc9e3',
  contrast: '#d55e00',
  quiet: '#a3adb7',
  quietSoft: '#d5dbe1',
  interest: '#eef1f4',
} as const;

/** Okabe–Ito without its yellow (invisible on white) and black. */
export const SERIES_COLOURS = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#cc79a7',
  '#e69f00',
  '#56b4e9',
  '#7b5ea7',
  '#8c6d46',
] as const;

/** Colour of an estimate by what its interval says. */
export const VERDICT_COLOUR: Readonly<Record<Verdict, string>> = {
  supported: '#0072b2',
  contradicted: '#d55e00',
  'too-small': '#009e73',
  inconclusive: '#7d8791',
};

/** What the verdict colours mean, in the words of the report. */
export const VERDICT_LABEL: Readonly<Record<Verdict, string>> = {
  supported: 'supported',
  contradicted: 'contradicted',
  'too-small': 'too small to matter',
  inconclusive: 'inconclusive',
};

/** From white to dark blue: light means little. Stops of equal steps in lightness. */
export const SEQUENTIAL: readonly (readonly [number, string])[] = [
  [0, '#f3f7fb'],
  [0.25, '#c6dcee'],
  [0.5, '#86b6d9'],
  [0.75, '#3f87bd'],
  [1, '#0b4f85'],
];

/** Orange below, white at the middle, blue above (both ends told apart by any colour vision). */
export const DIVERGING: readonly (readonly [number, string])[] = [
  [0, '#b8500a'],
  [0.25, '#eda36d'],
  [0.5, '#f7f7f7'],
  [0.75, '#7fb3d8'],
  [1, '#0a5c99'],
];

/** Colour of the n-th series; the palette begins again where it ends. */
export function seriesColour(index: number): string {
  return SERIES_COLOURS[index % SERIES_COLOURS.length] ?? COLOUR.accent;
}

/**
 * Colour at `share` (0–1) of a scale, mixed linearly between its stops.
 *
 * @example
 * colourAt(SEQUENTIAL, 0); // '#f3f7fb'
 */
export function colourAt(scale: readonly (readonly [number, string])[], share: number): string {
  const at = Math.min(1, Math.max(0, share));
  const upper = Math.max(
    1,
    scale.findIndex(([stop]) => stop >= at),
  );
  const [low, from] = scale[upper - 1] ?? [0, COLOUR.background];
  const [high, to] = scale[upper] ?? [1, COLOUR.background];
  const mix = (at - low) / (high - low);
  const channels = [1, 3, 5].map((start) => {
    const [a, b] = [from, to].map((colour) => parseInt(colour.slice(start, start + 2), 16));
    return Math.round((a ?? 0) + mix * ((b ?? 0) - (a ?? 0)));
  });
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/**
 * A colour dark enough for text on white (contrast 4.5 or more, WCAG AA): the colour itself or a darker shade of it.
 *
 * @example
 * textColour('#e69f00'); // '#9c6c00'
 */
export function textColour(colour: string): string {
  for (let shade = 0; shade <= 1; shade += 0.04) {
    const darker = colourAt(
      [
        [0, colour],
        [1, '#000000'],
      ],
      shade,
    );
    if (1.05 / (luminanceOf(darker) + 0.05) >= 4.5) return darker;
  }
  return COLOUR.ink;
}

/** Black or white ink, whichever reads better on the background (WCAG relative luminance). */
export function inkOn(background: string): string {
  return luminanceOf(background) > 0.26 ? COLOUR.ink : COLOUR.background;
}

function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const value = parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
