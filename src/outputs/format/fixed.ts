/** Shown in place of a number that does not exist. */
export const NO_NUMBER = 'n/a';

const MINUS = '\u2212';

/**
 * Fixed-point notation with thousands separators, the same on every machine and in every locale.
 *
 * @param value any number; one that is not finite is shown as "n/a"
 * @param digits decimals; negative ones round to tens (−1), hundreds (−2) and so on
 * @returns text with "," between thousands and "−" (U+2212) before negative numbers; never "−0"
 * @example
 * fixed(-1234.56, 1); // "−1,234.6"
 * fixed(12345, -2); // "12,300"
 */
export function fixed(value: number, digits: number, separator = ','): string {
  if (!Number.isFinite(value)) return NO_NUMBER;
  const rounded = digits < 0 ? roundTo(value, digits) : value;
  const text = plainDigits(Math.abs(rounded), Math.max(0, digits));
  const [whole = '0', decimals] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, separator);
  const unsigned = decimals === undefined ? grouped : `${grouped}.${decimals}`;
  return rounded < 0 && /[1-9]/.test(text) ? `${MINUS}${unsigned}` : unsigned;
}

/** Rounds half away from zero to a power of ten; only used for tens and above. */
function roundTo(value: number, digits: number): number {
  const step = 10 ** -digits;
  return Math.sign(value) * Math.round(Math.abs(value) / step) * step;
}

/** `toFixed` beyond 1e21 falls back to exponents; such numbers are written out as integers. */
function plainDigits(value: number, decimals: number): string {
  return value < 1e21 ? value.toFixed(decimals) : BigInt(value).toString();
}
