import type { PopularityEvaluation } from './popularityResult.js';

type Bars = Pick<
  PopularityEvaluation,
  'goalR2' | 'goalRmse' | 'goalJudged' | 'peerR2' | 'peerRmse'
>;

/** What was set as a goal, and what LightGBM reached, on one recipe and split of one published data set. */
interface Goal extends Bars {
  readonly source: string;
  readonly target: string;
  readonly recipe: string;
  readonly split: string;
}

const NONE: Bars = {
  goalR2: null,
  goalRmse: null,
  goalJudged: null,
  peerR2: null,
  peerRmse: null,
};

const SONGS = {
  ...NONE,
  source: 'spotify_songs',
  target: 'popularity',
  goalJudged: 'estimate',
} as const;

/** Goals speak of the published data; a part of them is another task. */
const LEAST_ROWS: Readonly<Record<string, number>> = {
  spotify_songs: 28_000,
  spotify_112_genres: 10_500,
  spotify_youtube: 19_500,
};

const GOALS: readonly Goal[] = [
  { ...SONGS, recipe: 'base', split: 'songs', goalR2: 0.43, peerR2: 0.421, peerRmse: 18.04 },
  {
    ...SONGS,
    recipe: 'everything',
    split: 'songs',
    goalR2: 0.535,
    goalRmse: 16.2,
    peerR2: 0.526,
    peerRmse: 16.31,
  },
  { ...SONGS, recipe: 'everything', split: 'albums', goalR2: 0.36, peerR2: 0.351, peerRmse: 19.09 },
  {
    ...SONGS,
    recipe: 'everything',
    split: 'artists',
    goalR2: 0.35,
    peerR2: 0.341,
    peerRmse: 19.24,
  },
  { ...SONGS, recipe: 'everything', split: 'time', goalR2: 0.3, peerR2: 0.289, peerRmse: 15.81 },
  {
    ...SONGS,
    source: 'spotify_112_genres',
    recipe: 'base',
    split: 'songs',
    goalR2: 0.75,
    goalRmse: 9,
    goalJudged: 'worse-end',
    peerR2: 0.762,
    peerRmse: 8.81,
  },
  {
    ...SONGS,
    source: 'spotify_youtube',
    target: 'log10_streams',
    recipe: 'everything',
    split: 'songs',
    goalR2: 0.69,
    peerR2: 0.676,
    peerRmse: 0.41,
  },
];

/** The goal and the peers' score of boosting on a recipe and split; nulls where the data are not those published. */
export function barsOf(
  task: { readonly source: string; readonly target: string; readonly available: number },
  recipe: string,
  split: string,
): Bars {
  const goal = GOALS.find(
    (one) =>
      one.source === task.source &&
      one.target === task.target &&
      one.recipe === recipe &&
      one.split === split,
  );
  if (goal === undefined || task.available < LEAST_ROWS[goal.source]) return NONE;
  const { goalR2, goalRmse, goalJudged, peerR2, peerRmse } = goal;
  return { goalR2, goalRmse, goalJudged, peerR2, peerRmse };
}

/** Whether scores reach a goal; null where none was set. */
export function isMet(
  { goalR2, goalRmse, goalJudged }: Bars,
  { r2, rmse }: Pick<PopularityEvaluation, 'r2' | 'rmse'>,
): boolean | null {
  if (goalR2 === null) return null;
  const isWorse = goalJudged === 'worse-end';
  const share = isWorse ? (r2.low ?? r2.value) : r2.value;
  const error = isWorse ? (rmse.high ?? rmse.value) : rmse.value;
  return share >= goalR2 && (goalRmse === null || error <= goalRmse);
}
