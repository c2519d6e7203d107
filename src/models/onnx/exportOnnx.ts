import { AppError } from '../../errors.js';
import { FittedTargetMeans } from '../encode/targetMeans.js';
import type { FittedRegressor } from '../regressor.js';
import { FittedTrees } from '../trees/treeRegressor.js';
import { CategoryTables, type CategoryTable } from './categoryTables.js';
import { onnxFile, type OnnxNode } from './onnxGraph.js';
import { treeEnsemble } from './treeEnsemble.js';

/** Name of the input with all numeric columns. */
export const NUMBERS_INPUT = 'numbers';

/**
 * A fitted tree model as an ONNX file (operators of `ai.onnx` and `ai.onnx.ml`). Inputs: `numbers`, doubles with one
 * column per numeric feature (NaN: missing), in the order that the metadata `numbers` names; and one list of strings per
 * category, called by its id (an empty string, or one that training never saw: missing). Output: `prediction`, floats
 * of one column. Thresholds stay doubles, so that every row takes the same way as here; sums are rounded to float.
 *
 * @throws AppError 'usage' where the model is none of trees, or no column is a number
 */
export function exportOnnx(
  fitted: FittedRegressor,
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array {
  const { trees, encoding } = treesOf(fitted);
  const tables = new CategoryTables(trees, encoding);
  const numbers = tables.numbers.map(({ id }) => id);
  if (numbers.length === 0) {
    throw new AppError('usage', 'an ONNX export needs a model with at least one numeric column');
  }
  const parts = tables.all.map((table, index) => ({ table, at: `category${index}` }));
  const ensemble = treeEnsemble(trees.sum, (tree, node) => tables.test(tree, node));
  return onnxFile({
    name: fitted.model,
    inputs: [
      { name: NUMBERS_INPUT, element: 'double', columns: numbers.length },
      ...parts.map(({ table }) => ({ name: table.id, element: 'string' as const, columns: null })),
    ],
    output: { name: 'prediction', element: 'float', columns: 1 },
    constants: Object.fromEntries(
      parts.map(({ table, at }) => [`${at}_table`, table.tensor()] as const),
    ),
    nodes: [
      ...parts.flatMap(({ table, at }) => categoryNodes(table, at)),
      {
        operator: 'Concat',
        inputs: [NUMBERS_INPUT, ...parts.map(({ at }) => `${at}_columns`)],
        output: 'features',
        attributes: { axis: 1 },
      },
      {
        operator: 'TreeEnsembleRegressor',
        inputs: ['features'],
        output: 'prediction',
        isMl: true,
        attributes: ensemble,
      },
    ],
    metadata: { ...metadata, numbers: JSON.stringify(numbers) },
  });
}

function treesOf(fitted: FittedRegressor): {
  readonly trees: FittedTrees;
  readonly encoding: FittedTargetMeans['encoding'] | null;
} {
  const [inner, encoding] =
    fitted instanceof FittedTargetMeans ? [fitted.inner, fitted.encoding] : [fitted, null];
  if (inner instanceof FittedTrees) return { trees: inner, encoding };
  throw new AppError(
    'usage',
    `only models of trees can be written as ONNX, got "${fitted.model}"`,
    'known: decision_tree, random_forest, gradient_boosting',
  );
}

/** A category's strings become codes, −1 for unknown ones, and these the rows of its table; −1 is the last row. */
function categoryNodes(table: CategoryTable, at: string): OnnxNode[] {
  return [
    {
      operator: 'LabelEncoder',
      inputs: [table.id],
      output: `${at}_code`,
      isMl: true,
      attributes: {
        keys_strings: { texts: table.levels },
        values_int64s: { ints: table.levels.map((_, code) => code) },
        default_int64: -1,
      },
    },
    {
      operator: 'Gather',
      inputs: [`${at}_table`, `${at}_code`],
      output: `${at}_columns`,
      attributes: { axis: 0 },
    },
  ];
}
