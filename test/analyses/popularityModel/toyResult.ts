import type {
  PopularityEvaluation,
  PopularityResult,
} from '../../../src/models/popularity/popularityResult.js';

type Task = PopularityResult['tasks'][number];

const SONGS: Task = {
  id: 'popularity-toy',
  title: 'Toy songs',
  target: 'popularity',
  unit: 'points',
  source: 'toy',
  row: 'one track id',
  rows: 4000,
  available: 4200,
  songs: 3600,
  targetSd: 23.5,
};

const STREAMS: Task = {
  ...SONGS,
  id: 'log10_streams-toy',
  title: 'Toy streams',
  source: 'toy_112',
  target: 'log10_streams',
  unit: 'decades',
  targetSd: 0.72,
};

function score(value: number, half: number): PopularityEvaluation['r2'] {
  return { value, low: value - half, high: value + half };
}

/** An evaluation whose errors follow from its R². */
export function evaluation(
  place: Pick<PopularityEvaluation, 'recipe' | 'split' | 'model'> & { readonly task?: Task },
  r2: number,
  more: Partial<PopularityEvaluation> = {},
): PopularityEvaluation {
  const { task = SONGS, recipe, split, model } = place;
  const targetSd = task.targetSd ?? 1;
  const rmse = targetSd * Math.sqrt(1 - r2);
  return {
    task: task.id,
    recipe,
    split,
    model,
    title: TITLES[model] ?? model,
    n: task.rows,
    r2: score(r2, 0.012),
    rmse: score(rmse, rmse / 80),
    mae: score(rmse * 0.8, rmse / 90),
    targetSd,
    bias: 0.01,
    goalR2: null,
    goalRmse: null,
    goalJudged: null,
    met: null,
    barMet: null,
    peerR2: null,
    peerRmse: null,
    ...more,
  };
}

const TITLES: Readonly<Record<string, string>> = {
  mean: 'Mean',
  genre_mean: 'Mean of the genre',
  ridge: 'Ridge regression',
  random_forest: 'Random forest',
  gradient_boosting: 'Gradient boosting',
};

const CHECKS = [
  'shared_units',
  'target_derived',
  'known_after_release',
  'permuted_target',
  'single_feature',
] as const;

/** An audit with the checks that failed. */
export function audit(
  recipe: string,
  split: string,
  failed: readonly (typeof CHECKS)[number][] = [],
): PopularityResult['audits'][number] {
  return {
    task: SONGS.id,
    recipe,
    split,
    n: SONGS.rows,
    passed: failed.length === 0,
    checks: CHECKS.map((id) => ({
      id,
      title: `Check of ${id.replace('_', ' ')}`,
      passed: !failed.includes(id),
      reason: failed.includes(id) ? '12 songs stand on both sides' : 'nothing was found',
      evidence: [],
    })),
  };
}

const BOOSTING = 'gradient_boosting';
const GOAL = { goalR2: 0.535, goalRmse: 16.2, goalJudged: 'estimate' } as const;

const EVALUATIONS: readonly PopularityEvaluation[] = [
  evaluation({ recipe: 'everything', split: 'rows', model: BOOSTING }, 0.581),
  evaluation({ recipe: 'release', split: 'songs', model: 'mean' }, 0, {
    r2: { value: 0, low: null, high: null },
  }),
  evaluation({ recipe: 'release', split: 'songs', model: 'genre_mean' }, 0.153),
  evaluation({ recipe: 'release', split: 'songs', model: BOOSTING }, 0.402),
  evaluation({ recipe: 'everything', split: 'songs', model: 'ridge' }, 0.401),
  evaluation({ recipe: 'everything', split: 'songs', model: 'random_forest' }, 0.561),
  evaluation({ recipe: 'everything', split: 'songs', model: BOOSTING }, 0.531, {
    ...GOAL,
    met: false,
    peerR2: 0.526,
    peerRmse: 16.31,
  }),
  evaluation({ recipe: 'everything', split: 'albums', model: BOOSTING }, 0.362, {
    goalR2: 0.36,
    goalJudged: 'estimate',
    met: true,
  }),
  evaluation({ recipe: 'release', split: 'artists', model: BOOSTING }, 0.301),
  evaluation({ recipe: 'everything', split: 'artists', model: BOOSTING }, 0.352),
  evaluation({ recipe: 'everything', split: 'time', model: BOOSTING }, 0.297, {
    n: 900,
    targetSd: 18.7,
  }),
  evaluation({ task: STREAMS, recipe: 'everything', split: 'songs', model: 'mean' }, 0),
  evaluation({ task: STREAMS, recipe: 'everything', split: 'songs', model: BOOSTING }, 0.691),
];

const GROUPS = [
  ['genre', 'rock', 2.4],
  ['genre', 'pop', -1.9],
  ['genre', 'jazz', 0.3],
  ['artist_size', 'one song', -0.2],
  ['artist_size', '2–5 songs', 0.4],
  ['decade', '1990s', 1.1],
  ['decade', '2000s', -0.3],
  ['popularity_decile', '1', 21.5],
  ['popularity_decile', '10', -18.2],
] as const;

/** What a study of invented songs could find. */
export function toyResult(changed: Partial<PopularityResult> = {}): PopularityResult {
  return {
    note: null,
    tasks: [SONGS, STREAMS],
    recipes: [
      {
        id: 'release',
        title: 'Known at release',
        meaning: 'sound, date, genre',
        claims: 'release',
      },
      {
        id: 'everything',
        title: 'Everything',
        meaning: 'all of it and figures from after release',
        claims: 'after-release',
      },
    ],
    settings: [{ name: 'trees', value: '600', reason: 'declared beforehand' }],
    evaluations: [...EVALUATIONS],
    audits: [
      audit('release', 'songs'),
      audit('everything', 'songs'),
      audit('everything', 'artists'),
    ],
    importance: [
      ['artist_mean', 'mean popularity of the artist’s other songs', 0.214],
      ['lists', 'number of playlists', 0.052],
      ['year', 'year of release', 0.031],
      ['loudness', 'loudness', 0.004],
    ].map(([feature, title, drop]) => ({
      task: SONGS.id,
      feature: String(feature),
      title: String(title),
      drop: score(Number(drop), 0.003),
    })),
    shap: [
      { feature: 'artist_mean', title: 'mean popularity of the artist’s other songs', value: 9.3 },
    ],
    dependence: [
      {
        feature: 'artist_mean',
        title: 'mean popularity of the artist’s other songs',
        points: [10, 25, 40, 55, 70].map((x) => ({
          x,
          y: 15 + 0.6 * x,
          low: 5 + 0.6 * x,
          high: 25 + 0.6 * x,
        })),
      },
    ],
    calibration: Array.from({ length: 10 }, (_, bin) => {
      const predicted = 12 + 6.5 * bin;
      const observed = predicted + (bin === 9 ? 1.6 : 0.4 * Math.sin(bin));
      return { bin, predicted, observed, low: observed - 1.1, high: observed + 1.1, n: 400 };
    }),
    residuals: GROUPS.map(([kind, group, bias]) => ({
      kind,
      group,
      n: 640,
      bias,
      low: bias - 0.7,
      high: bias + 0.7,
      rmse: 16 + Math.abs(bias),
    })),
    learningCurve: [
      [0.1, 0.37],
      [0.25, 0.44],
      [0.5, 0.495],
      [1, 0.529],
    ].map(([share, r2]) => ({
      share,
      rows: Math.round(3200 * share),
      r2: score(r2, 0.02),
      rmse: score(23.5 * Math.sqrt(1 - r2), 0.3),
    })),
    worst: [
      { title: 'Nobody Waits', artist: 'The Hollow Tins', observed: 0, predicted: 78.2 },
      { title: '4 Rivers', artist: null, observed: 91, predicted: 22.4 },
    ],
    surrogate: {
      rules: [
        { text: 'mean popularity of the artist’s other songs < 31', prediction: 22.1, share: 0.42 },
        { text: 'mean popularity of the artist’s other songs ≥ 31', prediction: 55.3, share: 0.58 },
      ],
      fidelity: 0.71,
      source: { rules: [], fidelity: 0.71, fitted: 2000, judged: 2000 },
    },
    ...changed,
  };
}

/** What the study says of too few songs. */
export function tooFew(): PopularityResult {
  return toyResult({
    note: 'not enough data: n = 12',
    evaluations: [],
    audits: [],
    importance: [],
    shap: [],
    dependence: [],
    calibration: [],
    residuals: [],
    learningCurve: [],
    worst: [],
    surrogate: null,
  });
}
