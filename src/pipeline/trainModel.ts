import { AppError } from '../errors.js';
import { auditLeaks } from '../models/audit/auditLeaks.js';
import type { AuditResult } from '../models/audit/auditResult.js';
import type { AuditSubject } from '../models/audit/auditSubject.js';
import { scorePredictions, type Score } from '../models/evaluate/scores.js';
import type { ModelContent, ModelScores } from '../models/file/modelFile.js';
import { MODEL_FILE_VERSION } from '../models/file/modelFile.js';
import type { FittedRegressor } from '../models/regressor.js';
import { trainingSet, type TrainingSet } from '../models/predict/trainingSet.js';
import { conformalMargin, measuredCoverage } from '../models/predict/conformalMargin.js';
import { createRandom, deriveSeed } from '../stats/random.js';
import { codeHash } from './codeHash.js';
import type { LoadedFeatures } from './loadFeatures.js';
import { packageVersion } from './packageInfo.js';
import { Training, type TrainRequest } from './training.js';

/** What training gave; no model and no scores where the audit failed. */
export interface Trained {
  readonly audit: AuditResult;
  readonly content: ModelContent | null;
  readonly fitted: FittedRegressor | null;
}

/** Fewer songs teach nothing, and five folds of them judge nothing. */
const FEWEST_SONGS = 50;
const STEPS = 5;
/** Share of songs that an interval is to hold. */
const INTERVAL = 0.8;

/**
 * Trains a model of popularity on a recipe: audits it for leaks, judges it out-of-fold over whole songs beside the mean,
 * fits it on all songs with two quantile models for an 80 % interval. Where the audit fails there is no score.
 *
 * @throws AppError 'input' where there are too few songs with a popularity, or it is the same for all
 */
export async function trainModel(loaded: LoadedFeatures, request: TrainRequest): Promise<Trained> {
  const { recipe, seed, onStep, workers } = request;
  const training = new Training(requireTrainingSet(trainingSet(loaded.features, recipe)), request);
  onStep?.('judging the model', 0, STEPS);
  const predicted = await training.predicted();
  onStep?.('auditing for leaks', 1, STEPS);
  const audit = await auditLeaks({ ...training.subject, predicted }, { seed, workers });
  if (!audit.passed) return { audit, content: null, fitted: null };
  onStep?.('judging the intervals', 2, STEPS);
  const bounds = await training.bounds();
  onStep?.('judging the mean', 3, STEPS);
  const baseline = await training.judge({ model: 'mean' });
  onStep?.('fitting on all songs', 4, STEPS);
  const spec = await training.chosenSpec();
  const fitted = training.fit(spec);
  const { set, subject, quantiles } = training;
  const content: ModelContent = {
    ...describe(loaded, request, set),
    spec,
    audit,
    scores: {
      ...scoresOf(set, subject, { predicted, baseline }, seed),
      coverage: measuredCoverage(bounds, subject.split.folds, INTERVAL),
    },
    margin: conformalMargin(bounds, [...subject.target.keys()], INTERVAL),
    models: {
      mean: fitted.toJSON(),
      low: training.fit(quantiles.low).toJSON(),
      high: training.fit(quantiles.high).toJSON(),
    },
  };
  return { audit, content, fitted };
}

/** What a file says of itself, apart from what was learned. */
function describe(
  { contentHash, asOf }: LoadedFeatures,
  { recipe, dataset, seed, candidates = [] }: TrainRequest,
  { source, features, table }: TrainingSet,
): Omit<ModelContent, 'spec' | 'audit' | 'scores' | 'margin' | 'models'> {
  return {
    format: 'liner-model',
    version: MODEL_FILE_VERSION,
    name: `popularity-${recipe}`,
    recipe,
    target: { id: 'popularity', source, lowest: 0, highest: 100 },
    features: [...features],
    searched: candidates.length,
    seed,
    trainedOn: { dataset, contentHash, songs: table.size, asOf },
    code: { version: packageVersion(), hash: codeHash(['features', 'stats', 'models']) },
  };
}

/** @throws AppError 'input' saying how much there is and how much is needed */
export function requireTrainingSet(set: TrainingSet | null): TrainingSet {
  const songs = set === null ? 0 : new Set(set.units.song).size;
  if (set === null || songs < FEWEST_SONGS) {
    throw new AppError(
      'input',
      `not enough data: n = ${songs} songs with a popularity, training needs ${FEWEST_SONGS}`,
      '`liner ingest` loads more; `--dataset sample` trains on the synthetic sample',
    );
  }
  const [first] = set.target;
  if (set.target.every((value) => value === first)) {
    throw new AppError(
      'input',
      `the popularity is ${first} for all songs: there is nothing to learn`,
    );
  }
  return set;
}

function scoresOf(
  { units }: TrainingSet,
  { target, split }: AuditSubject,
  { predicted, baseline }: { readonly predicted: Float64Array; readonly baseline: Float64Array },
  seed: number,
): Omit<ModelScores, 'coverage'> {
  const options = {
    units: units.song,
    random: createRandom(deriveSeed(seed, 'models.train')),
  };
  const scores = scorePredictions(target, predicted, options);
  const mean = scorePredictions(target, baseline, { ...options, replicates: 1 });
  return {
    split: split.keeps,
    n: scores.n,
    r2: plain(scores.r2),
    rmse: plain(scores.rmse),
    mae: plain(scores.mae),
    targetSd: scores.targetSd,
    baseline: { r2: mean.r2.value, rmse: mean.rmse.value },
  };
}

function plain({ value, ci }: Score): ModelScores['r2'] {
  return { value, low: ci?.low ?? null, high: ci?.high ?? null };
}
