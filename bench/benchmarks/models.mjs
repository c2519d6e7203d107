import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { friedman, writeColumns } from '../tools/friedman.mjs';
import { measureNode, measureProgram } from '../tools/measureProcess.mjs';
import * as settings from '../tools/modelSettings.mjs';
import { megabytes, seconds, whole } from '../tools/numbers.mjs';
import { atLeast, atMost } from '../tools/outcome.mjs';
import { MODELS_PEER, task } from '../tools/paths.mjs';

const ROWS = 26_000;
const COLUMNS = 20;
const TREES = 300;
const FOREST_TREES = 100;
const FOLD_TREES = 100;
const CART_ROWS = 4000;
const LARGE = { rows: 1_000_000, columns: 30, trees: 100 };

/** How fast models learn and predict, beside LightGBM, XGBoost, scikit-learn and ml-cart. */
export const models = {
  id: 'models',
  title: 'Models: learning and predicting',
  needs: [],
  run,
};

async function run(context) {
  const ours = {
    boosting: await measured(context, 'boosting', ROWS, COLUMNS, TREES),
    forest: await measured(context, 'forest', ROWS, COLUMNS, FOREST_TREES),
    cart: await measured(context, 'mlCart', CART_ROWS, COLUMNS, 1),
    folds: await measured(context, 'crossValidation', ROWS, COLUMNS, FOLD_TREES),
    large: context.quick
      ? null
      : await measured(context, 'large', LARGE.rows, LARGE.columns, LARGE.trees),
  };
  const peers = await peersOf(context);
  return {
    tables: [learnerTable(ours, peers), otherTable(ours)],
    goals: [...ownGoals(ours), ...(peers.problem ? [] : peerGoals(ours, peers))],
    notes: notesOn(peers),
  };
}

async function measured(context, what, ...sizes) {
  context.note(`  ${what}`);
  const { result, peakMegabytes } = await measureNode(task('modelsTask'), [
    what,
    ...sizes.map(String),
  ]);
  return { ...result, peakMegabytes };
}

/** What the peers took; `problem` says why they could not run. */
async function peersOf(context) {
  context.note('  peers');
  const data = join(context.work, 'friedman.bin');
  const { learningRate, limits } = settings.BOOSTING;
  const task = {
    data,
    rows: ROWS,
    heldOut: settings.HELD_OUT,
    columns: COLUMNS,
    trees: TREES,
    forestTrees: FOREST_TREES,
    leaves: limits.maxLeaves,
    leafRows: limits.minLeafRows,
    forestLeafRows: settings.PEER_FOREST_LEAF_ROWS,
    learningRate,
    times: settings.TIMES,
  };
  try {
    await writeColumns(data, friedman(ROWS + settings.HELD_OUT, COLUMNS, settings.SEED));
    const env = { ...process.env, OMP_NUM_THREADS: '1' };
    const run = await measureProgram(context.python, [MODELS_PEER, JSON.stringify(task)], { env });
    return JSON.parse(run.output);
  } catch (error) {
    return { problem: error.message.trim().split('\n').at(-1) };
  } finally {
    await rm(data, { force: true });
  }
}

function learnerTable({ boosting, forest }, peers) {
  const row = (name, one, base) => [
    name,
    seconds(one.seconds),
    base ? (one.seconds / base.seconds).toFixed(2) : '–',
    one.rmse.toFixed(3),
    whole(one.rowsPerSecond),
    one.nodes ? whole(one.nodes) : '–',
  ];
  const isAlone = peers.problem !== undefined;
  return {
    headers: ['model', 'learning, CPU', '× peer', 'RMSE', 'rows/s predicted', 'nodes a tree'],
    rows: [
      row('gradient boosting, ours', boosting, peers.lightgbm),
      ...(isAlone ? [] : [row('… LightGBM', peers.lightgbm, peers.lightgbm)]),
      ...(isAlone ? [] : [row('… XGBoost, hist', peers.xgboost, peers.lightgbm)]),
      row('random forest, ours', forest, peers.forest),
      ...(isAlone ? [] : [row('… scikit-learn', peers.forest, peers.forest)]),
    ],
  };
}

function otherTable({ boosting, cart, folds, large }) {
  const rows = [
    ['gradient boosting, first time in a process', seconds(boosting.first)],
    ['one song predicted', microseconds(boosting.songSeconds)],
    [`one tree of depth ${settings.DEPTH}, ours`, seconds(cart.seconds)],
    ['… ml-cart', seconds(cart.peerSeconds)],
    [`${settings.FOLDS} folds, one thread, wall`, seconds(folds.one)],
    ['… two threads', seconds(folds.two)],
  ];
  if (large !== null) {
    const size = `${whole(LARGE.rows)} × ${LARGE.columns}, ${LARGE.trees} trees`;
    rows.push([`${size}: CPU`, seconds(large.first)]);
    rows.push(['… peak memory, data included', megabytes(large.peakMegabytes)]);
  }
  return { headers: ['what', 'value'], rows };
}

const microseconds = (value) => `${whole(value * 1e6)} µs`;
const times = (value) => `×${value.toFixed(2)}`;

function ownGoals({ boosting, cart, folds, large }) {
  return [
    atLeast('rows predicted per second', boosting.rowsPerSecond, 500_000, whole),
    atMost('one song predicted', boosting.songSeconds, 0.0002, microseconds),
    atLeast('speed against ml-cart, a tree', cart.peerSeconds / cart.seconds, 200, times),
    atLeast('cross-validation, two threads against one', folds.one / folds.two, 1.7, times),
    atMost('predictions that the number of threads changes', folds.isSame ? 0 : 1, 0, whole),
    ...(large ? [atMost('peak memory, large', large.peakMegabytes, 2000, megabytes)] : []),
  ];
}

function peerGoals({ boosting, forest }, peers) {
  const { lightgbm, xgboost, forest: peerForest } = peers;
  return [
    atMost('learning, against LightGBM', boosting.seconds / lightgbm.seconds, 1.5, times),
    atMost('RMSE, against LightGBM', boosting.rmse / lightgbm.rmse, 1.01, times),
    atMost('learning, against XGBoost', boosting.seconds / xgboost.seconds, 1, times),
    atMost('random forest, against scikit-learn', forest.seconds / peerForest.seconds, 1, times),
  ];
}

function notesOn({ problem, versions }) {
  const task =
    `Friedman’s first problem, ${whole(ROWS)} rows to learn from and ${whole(settings.HELD_OUT)} to judge by, ${COLUMNS} ` +
    `columns. Boosting: ${TREES} trees of ${settings.BOOSTING.limits.maxLeaves} leaves, 255 bins; forest: ${FOREST_TREES} ` +
    `trees, a third of the columns a split; all on one thread, from numbers to model, the fastest of ${settings.TIMES}. ` +
    `ml-cart learns from ${whole(CART_ROWS)} of the rows.`;
  if (problem === undefined) {
    const named = Object.entries(versions).map((one) => one.join(' '));
    return [task, `Peers: ${named.join(', ')}.`];
  }
  return [
    task,
    `**LEFT OUT: the comparison with Python (${problem}).** Install bench/requirements.txt.`,
  ];
}
