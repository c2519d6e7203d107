import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { measureNode, measureProgram } from '../tools/measureProcess.mjs';
import { megabytes, seconds, whole } from '../tools/numbers.mjs';
import { atLeast, atMost } from '../tools/outcome.mjs';
import { RECOMMEND_PEER, task } from '../tools/paths.mjs';
import { PUBLIC_FILES } from '../tools/publicFiles.mjs';

const MOST_BUILD_SECONDS = 20;
const MOST_MILLISECONDS = 50;

const score = (value) => value.toFixed(4);
const range = (low, high) => `${score(low)} to ${score(high)}`;
const milliseconds = (value) => `${value.toFixed(1)} ms`;

/** Artists like one: how well, how fast, and how that stands against implicit on the same split. */
export const recommend = {
  id: 'recommend',
  title: 'Recommending artists (EASE with tags and content; implicit)',
  needs: PUBLIC_FILES,
  run,
};

async function run(context) {
  const folder = join(context.work, 'recommend');
  await mkdir(folder, { recursive: true });
  const split = join(folder, 'split.json');
  const ours = await measureNode(task('recommendTask'), [
    context.dataDir,
    join(folder, 'store'),
    split,
  ]);
  const { result, peakMegabytes } = ours;
  const peer = await peerOf(context, split, join(folder, 'peer.json'));
  const { difference } = result.methods.find(({ id }) => id === 'hybrid');
  return {
    tables: [scoreTable(result, peer), timeTable(result, peakMegabytes)],
    goals: [
      atLeast('lower end of hybrid − EASE, NDCG@10', difference.low, 0, score),
      atMost('building the whole model', result.buildSeconds, MOST_BUILD_SECONDS, seconds),
      atMost(
        `a list, warm, 99th of 100, ${whole(result.artists)} artists`,
        result.slowMilliseconds,
        MOST_MILLISECONDS,
        milliseconds,
      ),
    ],
    notes: notesOf(result, peer),
  };
}

/** The peer's scores, or why there are none. */
async function peerOf(context, split, target) {
  try {
    await measureProgram(context.python, [RECOMMEND_PEER, split, target]);
    return JSON.parse(await readFile(target, 'utf8'));
  } catch (error) {
    return { versions: {}, results: [], problem: error.message.trim().split('\n').at(-1) };
  }
}

function scoreTable({ methods }, peer) {
  const own = methods.map(({ title, ndcg, recall, difference }) => [
    title,
    score(ndcg.estimate),
    range(ndcg.low, ndcg.high),
    score(recall.estimate),
    difference === null
      ? ''
      : `${score(difference.estimate)} (${range(difference.low, difference.high)})`,
  ]);
  const theirs = peer.results.map(({ title, ndcg, ndcgHalf, recall }) => [
    `implicit: ${title}`,
    score(ndcg),
    range(ndcg - ndcgHalf, ndcg + ndcgHalf),
    score(recall),
    '',
  ]);
  return {
    headers: ['method', 'NDCG@10', '95% interval', 'recall@10', 'against EASE, paired'],
    rows: [...own, ...theirs],
  };
}

function timeTable(result, peakMegabytes) {
  return {
    headers: ['what', 'measured'],
    rows: [
      ['read from the store and fit, all artists', seconds(result.buildSeconds)],
      ['a list, warm, median', milliseconds(result.medianMilliseconds)],
      ['a list, warm, 99th of 100', milliseconds(result.slowMilliseconds)],
      ['all scores, with the choice of settings', seconds(result.judgeSeconds)],
      ['peak memory of the process', megabytes(peakMegabytes)],
    ],
  };
}

function notesOf({ users, settings }, { versions, problem }) {
  const { lambda, tagWeight, playlists, contentWeight } = settings;
  const said =
    problem === undefined
      ? `Peer: ${Object.entries(versions)
          .map((one) => one.join(' '))
          .join(', ')}, one thread, 15 iterations, regularisation 0.01.`
      : `**LEFT OUT: implicit (${problem}).**`;
  return [
    `${said} Row i of user_artists.dat is kept back where i % 5 = 3; log1p weights; ${whole(users)} users. Settings, chosen on a ` +
      `part of the training rows: λ ${lambda}, tags ${tagWeight}, playlists ${playlists ? 'yes' : 'no'}, content ${contentWeight}.`,
  ];
}
