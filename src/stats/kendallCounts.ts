import { gather } from './gather.js';

/** What the ties of one side take away. */
export interface Ties {
  /** Pairs of equal values: Σ t(t − 1)/2. */
  readonly pairs: number;
  /** Σ t(t − 1)(t − 2). */
  readonly triples: number;
  /** Σ t(t − 1)(2t + 5). */
  readonly cubic: number;
}

/** How the pairs of pairs stand to one another. */
export interface KendallCounts {
  readonly n: number;
  readonly discordant: number;
  /** Concordant less discordant. */
  readonly surplus: number;
  readonly tiedX: Ties;
  readonly tiedY: Ties;
}

/** Counts concordant and discordant pairs in O(n log n): sort by x, then count exchanges of a merge sort by y (Knight 1966). */
export function kendallCounts(x: Float64Array, y: Float64Array): KendallCounts {
  const n = x.length;
  const order = Int32Array.from(x.keys()).sort((a, b) => x[a] - x[b] || y[a] - y[b]);
  const sortedX = gather(x, order);
  const sortedY = gather(y, order);
  const tiedX = ties(n, (i) => sortedX[i] === sortedX[i - 1]);
  const both = ties(n, (i) => sortedX[i] === sortedX[i - 1] && sortedY[i] === sortedY[i - 1]);
  const discordant = sortCountingExchanges(sortedY);
  const tiedY = ties(n, (i) => sortedY[i] === sortedY[i - 1]);
  const comparable = (n * (n - 1)) / 2 - tiedX.pairs - tiedY.pairs + both.pairs;
  return { n, discordant, surplus: comparable - 2 * discordant, tiedX, tiedY };
}

function ties(n: number, continues: (i: number) => boolean): Ties {
  let [pairs, triples, cubic, run] = [0, 0, 0, 1];
  for (let i = 1; i <= n; i += 1) {
    if (i < n && continues(i)) {
      run += 1;
      continue;
    }
    pairs += (run * (run - 1)) / 2;
    triples += run * (run - 1) * (run - 2);
    cubic += run * (run - 1) * (2 * run + 5);
    run = 1;
  }
  return { pairs, triples, cubic };
}

/** Merge sort in place; gives the number of pairs that stood in the wrong order. */
function sortCountingExchanges(values: Float64Array): number {
  const n = values.length;
  let from: Float64Array = values;
  let to: Float64Array = new Float64Array(n);
  let exchanges = 0;
  for (let width = 1; width < n; width *= 2) {
    for (let left = 0; left < n; left += 2 * width) {
      exchanges += merge(from, to, left, Math.min(left + width, n), Math.min(left + 2 * width, n));
    }
    [from, to] = [to, from];
  }
  if (from !== values) values.set(from);
  return exchanges;
}

function merge(
  from: Float64Array,
  to: Float64Array,
  left: number,
  middle: number,
  right: number,
): number {
  let [i, j, exchanges] = [left, middle, 0];
  for (let k = left; k < right; k += 1) {
    if (i < middle && (j >= right || from[i] <= from[j])) {
      to[k] = from[i++]!;
    } else {
      to[k] = from[j++]!;
      exchanges += middle - i;
    }
  }
  return exchanges;
}
