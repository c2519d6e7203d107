/** Points per bin. */
export const BIN_WIDTH = 5;
const SCALE = 100;

/** Share of the songs (percent of all, zeros included) whose popularity lies in a bin. */
export interface PopularityBin {
  readonly from: number;
  readonly to: number;
  readonly songs: number;
  readonly share: number;
}

/**
 * Histogram of popularity above zero in bins of five points; a hundred belongs to the last. Zeros are counted apart,
 * for they mean "not enough recent plays" rather than a low score.
 */
export function popularityBins(values: Float64Array): {
  readonly songs: number;
  readonly zeros: number;
  readonly bins: readonly PopularityBin[];
} {
  const counts = new Array<number>(SCALE / BIN_WIDTH).fill(0);
  let songs = 0;
  let zeros = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    songs += 1;
    if (value === 0) zeros += 1;
    else counts[Math.min(counts.length - 1, Math.floor(value / BIN_WIDTH))] += 1;
  }
  const bins = counts.map((count, bin) => ({
    from: bin * BIN_WIDTH,
    to: (bin + 1) * BIN_WIDTH,
    songs: count,
    share: songs === 0 ? 0 : (count / songs) * 100,
  }));
  return { songs, zeros, bins };
}
