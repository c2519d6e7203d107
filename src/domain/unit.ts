/** Units of estimates, features and table columns. The formatter of the outputs has one rule for each. */
export const UNITS = [
  'points', // popularity points, 0–100
  'percent', // a share times 100
  'percentage-points', // difference of two percentages
  'ratio', // one quantity over another, 1 = equal
  'times', // the same where it spans orders of magnitude: 119 or 1/159
  'correlation', // −1 to 1
  'index', // 0–1 score without another unit
  'count',
  'songs',
  'artists',
  'albums',
  'users',
  'listeners',
  'plays',
  'streams',
  'views',
  'likes',
  'comments',
  'plays-per-listener',
  'likes-per-1000-views',
  'comments-per-1000-views',
  'points-per-decade',
  'percentage-points-per-year',
  'years',
  'days',
  'minutes',
  'milliseconds',
  'decibels',
  'beats-per-minute',
  'rank',
  'year', // a calendar year: no thousands separator
  'date', // ISO text
  'text',
] as const;

export type Unit = (typeof UNITS)[number];
