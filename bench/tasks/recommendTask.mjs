/**
 * In a process of its own: judges the recommenders on the public data, times building the one that is used and its answers,
 * and writes the split for the peer.
 *
 *     node recommendTask.mjs DATA_DIRECTORY STORE_DIRECTORY SPLIT_FILE
 */
import '../../src/bin/heapPolicy.mjs';
import { writeFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { loadArtistData } from '../../dist/models/recommend/artistData.js';
import { holdOut } from '../../dist/models/recommend/holdOut.js';
import { Recommender } from '../../dist/models/recommend/recommender.js';
import { fitRecommender } from '../../dist/models/recommend/recommenderModel.js';
import { judgeRecommenders } from '../../dist/models/recommend/recommenderStudy.js';
import { openDataset } from '../../dist/pipeline/openDataset.js';
import { readerOf } from '../../dist/pipeline/readerOf.js';
import { printResult } from '../tools/taskResult.mjs';

const SEED = 1;
/** Lists that are timed, and how many of them warm the process up. */
const ASKED = 500;
const WARM_UP = 50;

const since = (start) => (performance.now() - start) / 1000;

async function load(dataDir, storeDir) {
  const config = { root: '.', dataDir, storeDir, databaseUrl: null, browser: {} };
  const request = { dataset: 'public', seed: SEED, songs: 0, force: false, now: () => new Date(0) };
  const dataset = await openDataset(config, request);
  try {
    const reader = readerOf(await dataset.store());
    const start = performance.now();
    return { data: await loadArtistData(reader), loadSeconds: since(start) };
  } finally {
    await dataset.close();
  }
}

/** Milliseconds of lists for artists spread over all of them, ascending. */
function answerTimes(recommender) {
  const step = recommender.size / (ASKED + WARM_UP);
  const times = Array.from({ length: ASKED + WARM_UP }, (_, i) => {
    const start = performance.now();
    recommender.recommend(Math.floor(i * step));
    return performance.now() - start;
  });
  return times.slice(WARM_UP).sort((a, b) => a - b);
}

async function writeSplit(data, target) {
  const { train, held } = holdOut(data, SEED);
  const split = {
    users: data.users,
    artists: data.ids.length,
    train: train.map(({ user, artist, plays }) => [user, artist, plays]),
    held: held.map((artists) => [...artists]),
  };
  await writeFile(target, JSON.stringify(split));
}

const [dataDir, storeDir, target] = process.argv.slice(2);
const { data, loadSeconds } = await load(dataDir, storeDir);
await writeSplit(data, target);
const start = performance.now();
const recommender = new Recommender(fitRecommender(data));
const fitSeconds = since(start);
const times = answerTimes(recommender);
const judging = performance.now();
const { methods, users, settings } = judgeRecommenders(data, { seed: SEED });
printResult({
  artists: recommender.size,
  users,
  settings,
  buildSeconds: loadSeconds + fitSeconds,
  medianMilliseconds: times[Math.floor(times.length / 2)],
  slowMilliseconds: times[Math.floor(times.length * 0.99)],
  judgeSeconds: since(judging),
  methods,
});
