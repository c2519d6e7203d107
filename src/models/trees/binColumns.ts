import type { ModelColumn, ModelTable } from '../modelTable.js';

/** Codes that a bin can have; the last one stands for missing values. */
export const MAX_BINS = 255;

/** How the values of one column become small whole numbers. */
export interface BinRule {
  readonly kind: 'number' | 'category';
  /** Bins of present values; this number itself is the bin of missing ones. */
  readonly count: number;
  /**
   * Numbers: bin `b` holds values up to `edges[b]`, the last bin everything above the last edge.
   * Categories: empty.
   */
  readonly edges: Float64Array;
  /** Categories: the bin of each code; −1 for a code that was not in training. Numbers: empty. */
  readonly binOfCode: Int32Array;
}

/** A table in bins: `columns[j][row]`, with the rule of each column. */
export interface BinnedTable {
  readonly size: number;
  readonly columns: readonly Uint8Array[];
  readonly rules: readonly BinRule[];
}

/**
 * Learns how to bin each column from training rows: one bin for every different value where there are few enough,
 * otherwise bins with about equally many rows. Edges lie half-way between neighbouring values, as in CART. Of a
 * category column with too many levels the rarest share the last bin.
 *
 * @param maxBins at most {@link MAX_BINS}
 */
export function learnBins(table: ModelTable, maxBins = MAX_BINS): readonly BinRule[] {
  if (!Number.isInteger(maxBins) || maxBins < 2 || maxBins > MAX_BINS) {
    throw new RangeError(`maxBins must be a whole number from 2 to ${MAX_BINS}, got ${maxBins}`);
  }
  return table.columns.map((column) =>
    column.kind === 'number' ? numberRule(column.values, maxBins) : categoryRule(column, maxBins),
  );
}

/** Puts every value of a table into its bin. */
export function applyBins(table: ModelTable, rules: readonly BinRule[]): BinnedTable {
  const columns = table.columns.map(({ values }, index) => {
    const rule = rules[index];
    return rule.kind === 'number' ? binNumbers(values, rule) : binCodes(values, rule);
  });
  return { size: table.size, columns, rules };
}

function numberRule(values: Float64Array, maxBins: number): BinRule {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const edges = Float64Array.from(edgesOf(sorted, maxBins));
  return { kind: 'number', count: edges.length + 1, edges, binOfCode: new Int32Array(0) };
}

function edgesOf(sorted: Float64Array, maxBins: number): number[] {
  const distinct = countDistinct(sorted, maxBins);
  const edges: number[] = [];
  let taken = 0;
  let target = sorted.length / maxBins;
  for (let i = 0; i + 1 < sorted.length; i += 1) {
    taken += 1;
    if (sorted[i] === sorted[i + 1]) continue;
    if (distinct <= maxBins || taken >= target) {
      edges.push(halfway(sorted[i], sorted[i + 1]));
      // What one value took too much, the bins after it give up in equal parts.
      const left = sorted.length - i - 1;
      target = left / Math.max(1, maxBins - edges.length);
      taken = 0;
      if (edges.length === maxBins - 1) break;
    }
  }
  return edges;
}

function countDistinct(sorted: Float64Array, enough: number): number {
  let distinct = sorted.length === 0 ? 0 : 1;
  for (let i = 1; i < sorted.length && distinct <= enough; i += 1) {
    if (sorted[i] !== sorted[i - 1]) distinct += 1;
  }
  return distinct;
}

/** Above `low`, at most `high`, also where the two are neighbouring doubles or so large that their sum overflows. */
function halfway(low: number, high: number): number {
  const middle = low / 2 + high / 2;
  return middle < high ? Math.max(middle, low) : low;
}

function categoryRule({ values, levels = [] }: ModelColumn, maxBins: number): BinRule {
  const rows = new Int32Array(levels.length);
  for (const code of values) if (!Number.isNaN(code)) rows[code] += 1;
  const seen = [...rows.keys()].filter((code) => rows[code] > 0);
  const order = seen.sort((a, b) => rows[b] - rows[a] || a - b);
  const binOfCode = new Int32Array(levels.length).fill(-1);
  order.forEach((code, place) => (binOfCode[code] = Math.min(place, maxBins - 1)));
  const count = Math.max(1, Math.min(order.length, maxBins));
  return { kind: 'category', count, edges: new Float64Array(0), binOfCode };
}

/** Stretches of equal length into which the range of the edges is cut, to begin the search of a bin near its end. */
const STRETCHES = 1024;

function binNumbers(values: Float64Array, { edges, count }: BinRule): Uint8Array {
  const bins = new Uint8Array(values.length);
  const low = edges[0] ?? 0;
  const width = (edges.at(-1) ?? 0) - low;
  const scale = width > 0 && width < Infinity ? STRETCHES / width : 0;
  const stretchOf = (value: number): number => {
    if (scale === 0) return 1;
    const place = Math.floor((value - low) * scale);
    return Math.min(STRETCHES + 1, Math.max(0, place + 1));
  };
  // Where each stretch has its first edge; one stretch more on either side is for what lies outside.
  const first = new Uint8Array(STRETCHES + 3).fill(edges.length);
  for (let edge = edges.length - 1; edge >= 0; edge -= 1) first[stretchOf(edges[edge])] = edge;
  for (let at = STRETCHES + 1; at >= 0; at -= 1) first[at] = Math.min(first[at], first[at + 1]);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row];
    if (Number.isNaN(value)) bins[row] = count;
    else {
      const stretch = stretchOf(value);
      bins[row] = lowerBound(edges, value, first[stretch], first[stretch + 1]);
    }
  }
  return bins;
}

/** Index of the first edge from `low` on that is not below the value; `high` where there is none before it. */
function lowerBound(edges: Float64Array, value: number, low: number, high: number): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (edges[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function binCodes(values: Float64Array, { binOfCode, count }: BinRule): Uint8Array {
  return Uint8Array.from(values, (code) => {
    if (Number.isNaN(code)) return count;
    const bin = code < binOfCode.length ? binOfCode[code] : -1;
    return bin < 0 ? count : bin;
  });
}
