import type { TreeSum } from '../trees/boost.js';
import type { Tree } from '../trees/tree.js';
import type { NumberTest } from './categoryTables.js';
import type { OnnxAttribute } from './onnxGraph.js';

/** The attributes of a `TreeEnsembleRegressor` (ai.onnx.ml 3) for a sum of trees, with values and thresholds as doubles. */
export function treeEnsemble(
  { start, trees }: TreeSum,
  testOf: (tree: Tree, node: number) => NumberTest,
): Readonly<Record<string, OnnxAttribute>> {
  const nodes = trees.flatMap((tree, index) =>
    Array.from(tree.left, (left, node) => ({
      tree: index,
      node,
      left,
      right: tree.right[node],
      test: left < 0 ? null : testOf(tree, node),
      value: tree.value[node],
    })),
  );
  const leaves = nodes.filter(({ test }) => test === null);
  const ints = (values: readonly number[]) => ({ ints: values });
  const doubles = (values: readonly number[]) => ({ dims: [values.length], values });
  return {
    aggregate_function: 'SUM',
    base_values_as_tensor: doubles([start]),
    n_targets: 1,
    nodes_falsenodeids: ints(nodes.map(({ right }) => Math.max(0, right))),
    nodes_featureids: ints(nodes.map(({ test }) => test?.feature ?? 0)),
    nodes_missing_value_tracks_true: ints(nodes.map(({ test }) => (test?.missingLeft ? 1 : 0))),
    nodes_modes: { texts: nodes.map(({ test }) => (test ? 'BRANCH_LEQ' : 'LEAF')) },
    nodes_nodeids: ints(nodes.map(({ node }) => node)),
    nodes_treeids: ints(nodes.map(({ tree }) => tree)),
    nodes_truenodeids: ints(nodes.map(({ left }) => Math.max(0, left))),
    nodes_values_as_tensor: doubles(nodes.map(({ test }) => test?.threshold ?? 0)),
    post_transform: 'NONE',
    target_ids: ints(leaves.map(() => 0)),
    target_nodeids: ints(leaves.map(({ node }) => node)),
    target_treeids: ints(leaves.map(({ tree }) => tree)),
    target_weights_as_tensor: doubles(leaves.map(({ value }) => value)),
  };
}
