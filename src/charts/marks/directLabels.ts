import { LINE_HEIGHT } from '../theme.js';

/**
 * Moves labels apart so that no two are nearer than their height, each as little as possible, inside
 * [`top`, `bottom`]. Pool-adjacent-violators on the gaps: the exact least-squares answer.
 *
 * @param wanted positions in pixels, in any order
 * @returns positions in the same order
 * @example
 * spreadLabels([100, 102], 14, 0, 500); // [91.9, 110.1]
 */
export function spreadLabels(
  wanted: readonly number[],
  size: number,
  top: number,
  bottom: number,
): number[] {
  const free = bottom - top;
  const gap = Math.min(
    size * LINE_HEIGHT,
    wanted.length > 1 ? free / (wanted.length - 1) : Infinity,
  );
  const order = wanted
    .map((_, index) => index)
    .sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const blocks: { sum: number; count: number }[] = [];
  order.forEach((index, rank) => {
    blocks.push({ sum: (wanted[index] ?? 0) - rank * gap, count: 1 });
    mergeBlocks(blocks);
  });
  const shifted = blocks.flatMap(({ sum, count }) =>
    Array.from({ length: count }, () => sum / count),
  );
  const limit = bottom - (wanted.length - 1) * gap;
  const result = new Array<number>(wanted.length).fill(0);
  order.forEach((index, rank) => {
    result[index] = Math.min(limit, Math.max(top, shifted[rank] ?? 0)) + rank * gap;
  });
  return result;
}

function mergeBlocks(blocks: { sum: number; count: number }[]): void {
  for (;;) {
    const last = blocks.at(-1);
    const before = blocks.at(-2);
    if (!last || !before || before.sum / before.count <= last.sum / last.count) return;
    blocks.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
  }
}
