/**
 * In a process of its own: learns from Friedman's problem with one kind of model and says how long that took.
 *
 *     node modelsTask.mjs WHAT ROWS COLUMNS TREES
 */
import '../../src/bin/heapPolicy.mjs';
import { Buffer } from 'node:buffer';
import { performance } from 'node:perf_hooks';
import { crossValidate } from '../../dist/models/evaluate/crossValidate.js';
import { groupFolds } from '../../dist/models/evaluate/split.js';
import { makeRegressor } from '../../dist/models/modelSpec.js';
import { takeRows, takeValues } from '../../dist/models/modelTable.js';
import { friedman } from '../tools/friedman.mjs';
import {
  BOOSTING,
  DEPTH,
  FOLDS,
  FOREST_LEAF_ROWS,
  HELD_OUT,
  SEED,
  TIMES,
} from '../tools/modelSettings.mjs';
import { printResult } from '../tools/taskResult.mjs';

const [what, rows, columns, trees] = [process.argv[2], ...process.argv.slice(3).map(Number)];
const SONGS = 500;

function data() {
  const values = friedman(rows + HELD_OUT, columns, SEED);
  const target = values.pop();
  const table = {
    size: target.length,
    columns: values.map((column, j) => ({ id: `c${j}`, kind: 'number', values: column })),
  };
  const range = (from, to) => Int32Array.from({ length: to - from }, (_, i) => from + i);
  const [learn, held] = [range(0, rows), range(rows, target.length)];
  return {
    train: { table: takeRows(table, learn), target: takeValues(target, learn) },
    test: { table: takeRows(table, held), target: takeValues(target, held) },
  };
}

/** CPU seconds of all threads: other processes do not lengthen them as they lengthen the time on the wall. */
function cpuSeconds(work) {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { value, seconds: (user + system) / 1e6 };
}

/** The first time, with what the compiler has to do, and the best of several. */
function repeated(work, times = TIMES) {
  const runs = Array.from({ length: times }, () => cpuSeconds(work));
  const seconds = runs.map((one) => one.seconds);
  return { value: runs.at(-1).value, first: seconds[0], best: Math.min(...seconds) };
}

function rmse(predicted, target) {
  const sum = predicted.reduce((all, value, i) => all + (value - target[i]) ** 2, 0);
  return Math.sqrt(sum / target.length);
}

function boosting({ train, test }, times) {
  const spec = { model: 'gradient_boosting', settings: { ...BOOSTING, rounds: trees } };
  return trained(spec, train, test, times);
}

function forest({ train, test }) {
  const settings = { trees, limits: { minLeafRows: FOREST_LEAF_ROWS } };
  return trained({ model: 'random_forest', settings }, train, test);
}

function trained(spec, train, test, times) {
  const regressor = makeRegressor(spec);
  const fit = repeated(() => regressor.fit(train.table, train.target, { seed: SEED }), times);
  const predict = repeated(() => fit.value.predict(train.table), times);
  const song = takeRows(test.table, [0]);
  const songs = repeated(() => {
    for (let i = 0; i < SONGS; i += 1) fit.value.predict(song);
  });
  const nodes = fit.value.sum.trees.reduce((sum, tree) => sum + tree.left.length, 0);
  return {
    first: fit.first,
    seconds: fit.best,
    rmse: rmse(fit.value.predict(test.table), test.target),
    rowsPerSecond: rows / predict.best,
    songSeconds: songs.best / SONGS,
    nodes: nodes / trees,
  };
}

async function mlCart({ train }) {
  const { DecisionTreeRegression } = await import('ml-cart');
  const inputs = Array.from({ length: rows }, (_, i) =>
    train.table.columns.map(({ values }) => values[i]),
  );
  const target = Array.from(train.target);
  const peer = repeated(() => {
    new DecisionTreeRegression({ maxDepth: DEPTH, minNumSamples: 3 }).train(inputs, target);
  }, 1);
  const settings = { limits: { maxDepth: DEPTH, minLeafRows: 1 } };
  const regressor = makeRegressor({ model: 'decision_tree', settings });
  const ours = repeated(() => regressor.fit(train.table, train.target, { seed: SEED }), 5 * TIMES);
  return { seconds: ours.best, peerSeconds: peer.best };
}

async function crossValidation({ train }) {
  const folds = groupFolds(Int32Array.from(train.target.keys()), FOLDS, SEED);
  const spec = { model: 'gradient_boosting', settings: { ...BOOSTING, rounds: trees } };
  const wall = { 1: Infinity, 2: Infinity };
  const bytes = new Set();
  for (let time = 0; time < TIMES; time += 1) {
    for (const workers of [1, 2]) {
      const started = performance.now();
      const options = { seed: SEED, workers };
      const predicted = await crossValidate(spec, train.table, train.target, { folds }, options);
      wall[workers] = Math.min(wall[workers], (performance.now() - started) / 1000);
      bytes.add(Buffer.from(predicted.buffer).toString('base64'));
    }
  }
  return { one: wall[1], two: wall[2], isSame: bytes.size === 1 };
}

const WORK = { boosting, forest, mlCart, crossValidation, large: (all) => boosting(all, 1) };

printResult(await WORK[what](data()));
