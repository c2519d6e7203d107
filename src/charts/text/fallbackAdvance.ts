/** Blocks whose characters are drawn as full squares: CJK, Hangul, kana, full-width forms and emoji. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0x1f000, 0x1faff],
  [0x20000, 0x3fffd],
];

const EMOJI_EM = 1.25;
const OTHER_EM = 0.62;
const INVISIBLE = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u;

/**
 * Width in em of a character that the measuring font lacks and the viewer draws from another font.
 * A guess on the wide side: room left over is better than a clipped name.
 *
 * @example
 * fallbackAdvance(0x4e2d); // 1: 中 is a full square
 */
export function fallbackAdvance(codePoint: number): number {
  if (INVISIBLE.test(String.fromCodePoint(codePoint))) return 0;
  if (codePoint >= 0x1f000 && codePoint <= 0x1faff) return EMOJI_EM;
  return WIDE.some(([low, high]) => codePoint >= low && codePoint <= high) ? 1 : OTHER_EM;
}
