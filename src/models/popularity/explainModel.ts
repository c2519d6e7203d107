import { quantileSorted } from '../../stats/quantileSorted.js';
import { createRandom, deriveSeed, shuffle } from '../../stats/random.js';
import { alignTable } from '../columnSchema.js';
import { FittedTargetMeans } from '../encode/targetMeans.js';
import { partialDependence } from '../explain/partialDependence.js';
import { surrogate, type Surrogate, type SurrogateCondition } from '../explain/surrogate.js';
import { treeShap } from '../explain/treeShap.js';
import { makeRegressor } from '../modelSpec.js';
import { takeRows, takeValues, type ModelTable } from '../modelTable.js';
import type { FittedRegressor } from '../regressor.js';
import { FittedTrees } from '../trees/treeRegressor.js';
import { featureNames, type FeatureName } from './featureNames.js';
import { importanceOf, type RowImportance } from './importance.js';
import type { Judged, Judging } from './judgeModels.js';
import type { PopularityResult } from './popularityResult.js';

type Explained = Pick<PopularityResult, 'importance' | 'shap' | 'dependence' | 'surrogate'>;

/** Columns that the readable rules may ask. */
const RULE_COLUMNS = 10;
const POINTS = 15;

/** A model of the first fold, with the rows that it has not seen. */
interface Unseen {
  readonly fitted: FittedRegressor;
  /** The rows outside of training, as the recipe has them and as the trees see them. */
  readonly table: ModelTable;
  readonly encoded: ModelTable;
  readonly trees: FittedTrees | null;
  readonly target: Float64Array;
  readonly groups: Int32Array;
}

/** What the model draws from, on the rows that the first fold judges: all of it outside of training. */
export function explainModel(judged: Judged, judging: Judging): Explained {
  const { effort, seed, set } = judging;
  const unseen = unseenRows(judged, seed);
  const names = featureNames(set.columns);
  const importance = importanceOf(unseen, names, { seed, repeats: effort.repeats });
  const leading = importance.map(({ feature }) => feature);
  return {
    importance: importance.map((one: RowImportance) => ({ task: set.task.id, ...one })),
    shap: meanShap(unseen, names, effort.shapRows, seed),
    dependence: dependenceOf(unseen, names, leading, judging),
    surrogate: rulesOf(unseen, names, leading, judging),
  };
}

function unseenRows({ subject }: Judged, seed: number): Unseen {
  const { table, target, split, spec, groups } = subject;
  const [{ train, test }] = split.folds;
  const fitted = makeRegressor(spec).fit(takeRows(table, train), takeValues(target, train), {
    seed,
  });
  const rows = takeRows(table, test);
  const isEncoded = fitted instanceof FittedTargetMeans;
  const inner = isEncoded ? fitted.inner : fitted;
  return {
    fitted,
    table: rows,
    encoded: isEncoded ? fitted.encoding.encode(rows) : rows,
    trees: inner instanceof FittedTrees ? inner : null,
    target: takeValues(target, test),
    groups: Int32Array.from(test, (row) => groups[row]),
  };
}

/** Mean absolute Shapley value of what columns of one feature add together. */
function meanShap(
  { encoded, trees }: Unseen,
  names: FeatureName,
  most: number,
  seed: number,
): Explained['shap'] {
  if (trees === null) return [];
  const drawn = takeRows(encoded, someRows(encoded.size, most, seed));
  const aligned = alignTable(drawn, trees.columns);
  const sums = new Map<string, number>();
  for (let row = 0; row < drawn.size; row += 1) {
    const own = new Map<string, number>();
    treeShap(trees.sum, aligned, row).values.forEach((value, index) => {
      const { feature } = names(trees.columns[index].id);
      own.set(feature, (own.get(feature) ?? 0) + value);
    });
    for (const [feature, value] of own) {
      sums.set(feature, (sums.get(feature) ?? 0) + Math.abs(value));
    }
  }
  const titles = new Map(
    trees.columns.map(({ id }) => names(id)).map(({ feature, title }) => [feature, title]),
  );
  return [...sums]
    .map(([feature, sum]) => ({
      feature,
      title: titles.get(feature) ?? feature,
      value: sum / drawn.size,
    }))
    .sort((a, b) => b.value - a.value);
}

/** How the prediction moves with the leading numbers, target means among them. */
function dependenceOf(
  { encoded, trees }: Unseen,
  names: FeatureName,
  leading: readonly string[],
  { effort, seed }: Judging,
): Explained['dependence'] {
  if (trees === null) return [];
  const drawn = takeRows(encoded, someRows(encoded.size, effort.curveRows, seed));
  const columns = leadingColumns(encoded, names, leading)
    .filter(({ kind }) => kind === 'number')
    .slice(0, effort.curves);
  return columns.map(({ id }) => {
    const { grid, mean, curves } = partialDependence(trees, drawn, id, POINTS);
    const { feature, title } = names(id);
    const points = Array.from(grid, (x, point) => {
      const sorted = Float64Array.from(curves, (curve) => curve[point]).sort();
      const [low, high] = [quantileSorted(sorted, 0.1), quantileSorted(sorted, 0.9)];
      return { x, y: mean[point], low, high };
    });
    return { feature, title, points };
  });
}

/** One column per leading feature, in the order of importance: the first that speaks for it. */
function leadingColumns(encoded: ModelTable, names: FeatureName, leading: readonly string[]) {
  return leading.flatMap((feature) =>
    encoded.columns
      .filter(({ id }) => names(id).feature === feature && !id.endsWith('_rows'))
      .slice(0, 1),
  );
}

function rulesOf(
  { encoded, fitted, table }: Unseen,
  names: FeatureName,
  leading: readonly string[],
  { effort, seed }: Judging,
): Explained['surrogate'] {
  const columns = leadingColumns(encoded, names, leading).slice(0, RULE_COLUMNS);
  const source: Surrogate = surrogate(encoded, fitted.predict(table), {
    seed,
    columns: columns.map(({ id }) => id),
    rows: effort.surrogateRows,
  });
  const rules = source.rules.map(({ conditions, prediction, share }) => ({
    text: conditions.map((one) => wordsOf(one, names)).join(' and ') || 'all songs',
    prediction,
    share,
  }));
  return { rules, fidelity: source.fidelity, source };
}

function wordsOf({ column, relation, value }: SurrogateCondition, names: FeatureName): string {
  const { title } = names(column);
  if (relation === 'missing') return `${title} unknown`;
  if (relation === 'present') return `${title} known`;
  const signs = { below: '<', at_least: '≥', is: '=', is_not: '≠' } as const;
  const shown = typeof value === 'number' ? Number(value.toPrecision(3)) : value;
  return `${title} ${signs[relation]} ${shown}`;
}

function someRows(size: number, most: number, seed: number): Int32Array {
  const rows = Int32Array.from({ length: size }, (_, row) => row);
  shuffle(rows, createRandom(deriveSeed(seed, 'popularity.explained')));
  return rows.slice(0, most);
}
