/** Room on a slide, in pixels of its 1280 × 720; the theme (`slides/theme.css`) has the same numbers. */
export const SLIDE = {
  titleWidth: 1180,
  /** From the first line of the title to the footer, less the gap under the title. */
  height: 602,
  /** Width of a picture that has points beside it. */
  pictureWidth: 904,
  /** Height that the title leaves a picture at least. */
  pictureHeight: 500,
  pointsWidth: 1118,
  /** Beside a picture. */
  columnWidth: 230,
  titleLine: 1.22,
  pointLine: 1.36,
} as const;

/** Gap under a point beside a picture. */
export const COLUMN_GAP = 14;

/** Gap under a point under a picture. */
export const UNDER_GAP = 8;

/** Gap between a wide picture and the points under it. */
export const PICTURE_GAP = 16;

/** One step of text size; the theme has a class for each. */
export interface TextSize {
  readonly name: 'huge' | 'large' | 'normal' | 'medium' | 'small';
  readonly title: number;
  /** Size of points on a slide of text. */
  readonly points: number;
  /** Gap under each of them. */
  readonly gap: number;
  /** Size of points in the column beside a picture. */
  readonly column: number;
  /** Size of points under a wide picture. */
  readonly under: number;
}

export const TEXT_SIZES: readonly TextSize[] = [
  { name: 'huge', title: 36, points: 34, gap: 34, column: 21, under: 24 },
  { name: 'large', title: 34, points: 29, gap: 26, column: 20, under: 22 },
  { name: 'normal', title: 34, points: 26, gap: 22, column: 19, under: 20 },
  { name: 'medium', title: 31, points: 23, gap: 18, column: 18, under: 19 },
  { name: 'small', title: 27, points: 20, gap: 14, column: 16, under: 17 },
];
