import { createRandom, deriveSeed, shuffle } from '../../stats/random.js';
import { meanInterval } from '../../stats/meanInterval.js';
import { takeRows, type ModelTable } from '../modelTable.js';
import type { FittedRegressor } from '../regressor.js';
import type { FeatureName } from './featureNames.js';
import type { PopularityScore } from './popularityResult.js';

/** By how much R² falls on unseen rows where a feature no longer goes with them. */
export interface RowImportance {
  readonly feature: string;
  readonly title: string;
  readonly drop: PopularityScore;
}

interface UnseenRows {
  readonly fitted: FittedRegressor;
  readonly table: ModelTable;
  readonly target: Float64Array;
  /** Code per row of what is independent. */
  readonly groups: Int32Array;
}

/**
 * Permutation importance as the fall of R² (Breiman 2001), columns of one feature shuffled together, with an interval
 * over songs: the growth of each song's squared error is averaged over the shuffles, then over songs. Features that tell
 * the same share the credit.
 */
export function importanceOf(
  unseen: UnseenRows,
  names: FeatureName,
  { seed, repeats }: { readonly seed: number; readonly repeats: number },
): readonly RowImportance[] {
  const { fitted, table, target } = unseen;
  const base = squaredErrors(fitted.predict(table), target);
  const spread = variance(target);
  const features = new Map<string, { title: string; columns: Set<string> }>();
  for (const { id } of table.columns) {
    const { feature, title } = names(id);
    const known = features.get(feature) ?? { title, columns: new Set<string>() };
    features.set(feature, known);
    known.columns.add(id);
  }
  // The unit of the target means is no feature: the model does not see it.
  features.delete('unit');
  const all = [...features].map(([feature, { title, columns }]): RowImportance => {
    const random = createRandom(deriveSeed(seed, `popularity.importance.${feature}`));
    const growth = new Float64Array(table.size);
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      const shuffled = fitted.predict(withShuffled(table, columns, random));
      squaredErrors(shuffled, target).forEach((error, row) => {
        growth[row] += (error - base[row]) / (repeats * spread);
      });
    }
    return { feature, title, drop: overGroups(growth, unseen.groups) };
  });
  return all.sort((a, b) => b.drop.value - a.drop.value);
}

function withShuffled(
  table: ModelTable,
  columns: ReadonlySet<string>,
  random: () => number,
): ModelTable {
  const rows = Int32Array.from({ length: table.size }, (_, row) => row);
  shuffle(rows, random);
  const { columns: moved } = takeRows(
    { size: table.size, columns: table.columns.filter(({ id }) => columns.has(id)) },
    rows,
  );
  const byId = new Map(moved.map((column) => [column.id, column]));
  return {
    size: table.size,
    columns: table.columns.map((column) => byId.get(column.id) ?? column),
  };
}

/** The mean over rows, with an interval that takes the rows of a group as one: the ratio's linear approximation. */
function overGroups(values: Float64Array, groups: Int32Array): PopularityScore {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const sums = new Map<number, number>();
  groups.forEach((group, row) => {
    sums.set(group, (sums.get(group) ?? 0) + (values[row] - mean));
  });
  const scale = sums.size / values.length;
  const { ci } = meanInterval(Float64Array.from(sums.values(), (sum) => sum * scale));
  return { value: mean, low: ci ? mean + ci.low : null, high: ci ? mean + ci.high : null };
}

function squaredErrors(predicted: Float64Array, target: Float64Array): Float64Array {
  return predicted.map((value, row) => (target[row] - value) ** 2);
}

function variance(target: Float64Array): number {
  const mean = target.reduce((sum, value) => sum + value, 0) / target.length;
  return target.reduce((sum, value) => sum + (value - mean) ** 2, 0) / target.length || 1;
}
