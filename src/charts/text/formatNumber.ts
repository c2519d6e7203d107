const MINUS = '\u2212';

const SCALES = [
  { from: 1e12, letter: 'T' },
  { from: 1e9, letter: 'B' },
  { from: 1e6, letter: 'M' },
  { from: 1e3, letter: 'k' },
] as const;

/**
 * A number for a label: commas between thousands, a point before decimals, a true minus sign; the same on
 * every machine because no locale is asked.
 *
 * @param decimals digits after the point
 * @example
 * formatNumber(-1234.56, 1); // '−1,234.6'
 */
export function formatNumber(value: number, decimals = 0): string {
  if (!Number.isFinite(value)) return '–';
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const digits = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && /[1-9]/.test(digits) ? MINUS + digits : digits;
}

/**
 * A large number in three significant digits at most: 950, 1.2k, 34.5M, 120B.
 *
 * @example
 * formatCompact(1_234_567); // '1.2M'
 */
export function formatCompact(value: number): string {
  const size = Math.abs(value);
  const scale = SCALES.find(({ from }) => size >= from * 0.9995);
  if (!scale) return formatNumber(value, size < 10 && !Number.isInteger(value) ? 1 : 0);
  const scaled = value / scale.from;
  const decimals = Math.abs(scaled) < 99.95 ? 1 : 0;
  return `${formatNumber(scaled, decimals).replace(/\.0$/, '')}${scale.letter}`;
}

/**
 * Large numbers that stand under each other: as {@link formatCompact}, but 13B beside 13.2B keeps its zero.
 *
 * @example
 * formatCompactColumn([13.2e9, 13e9, 120e9]); // ['13.2B', '13.0B', '120B']
 */
export function formatCompactColumn(values: readonly number[]): string[] {
  const texts = values.map(formatCompact);
  const parted = new Set(texts.filter((text) => text.includes('.')).map((text) => text.at(-1)));
  return texts.map((text) =>
    /^\D?\d{1,2}[kMBT]$/.test(text) && parted.has(text.at(-1))
      ? `${text.slice(0, -1)}.0${text.slice(-1)}`
      : text,
  );
}

/**
 * Decimals for estimates that have intervals: as many as the half width of the typical interval makes meaningful
 * (0 where it is above 5, 1 above 0.5, 2 above 0.05 …).
 *
 * @example
 * decimalsForIntervals([{ low: 0.3, high: 2.5 }]); // 1
 */
export function decimalsForIntervals(
  intervals: readonly { readonly low: number; readonly high: number }[],
): number {
  const halves = intervals
    .map(({ low, high }) => (high - low) / 2)
    .filter((half) => half > 0 && Number.isFinite(half))
    .sort((a, b) => a - b);
  const typical = halves[Math.floor((halves.length - 1) / 2)];
  return typical === undefined ? 2 : Math.min(4, Math.max(0, Math.ceil(-Math.log10(typical / 5))));
}

/** Decimals that show differences within a set of values: 0 for hundreds, 1 for tens, 2 for units and less. */
export function decimalsFor(values: readonly number[]): number {
  const sizes = values.filter(Number.isFinite).map(Math.abs);
  const largest = Math.max(0, ...sizes);
  if (largest >= 100 || (largest > 0 && values.every(Number.isInteger))) return 0;
  if (largest >= 10) return 1;
  return largest >= 0.995 ? 2 : 3;
}
