import { createRandom, deriveSeed, shuffle } from '../../stats/random.js';
import { crossValidate } from '../evaluate/crossValidate.js';
import { scorePredictions } from '../evaluate/scores.js';
import { plain, type Judged, type Judging } from './judgeModels.js';
import type { PopularityResult } from './popularityResult.js';

/** How the scores on the first fold's rows grow with the share of its training songs that the model learns from. */
export async function learningCurve(
  { subject }: Judged,
  { effort, seed }: Judging,
): Promise<PopularityResult['learningCurve']> {
  const { table, target, split, spec, groups } = subject;
  const [{ train, test }] = split.folds;
  const songs = Int32Array.from(new Set(Array.from(train, (row) => groups[row])));
  shuffle(songs, createRandom(deriveSeed(seed, 'popularity.learning')));
  const points: PopularityResult['learningCurve'] = [];
  for (const share of effort.shares) {
    const kept = new Set(songs.subarray(0, Math.ceil(share * songs.length)));
    const rows = train.filter((row) => kept.has(groups[row]));
    const part = { ...split, folds: [{ train: rows, test }] };
    const predicted = await crossValidate(spec, table, target, part, { seed });
    const random = createRandom(deriveSeed(seed, `popularity.learning.${share}`));
    const { replicates } = effort;
    const scores = scorePredictions(target, predicted, { units: groups, random, replicates });
    points.push({ share, rows: rows.length, r2: plain(scores.r2), rmse: plain(scores.rmse) });
  }
  return points;
}
