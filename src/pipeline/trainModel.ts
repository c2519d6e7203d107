import { AppError } from '../errors.js';
import { auditLeaks } from '../models/audit/auditLeaks.js';
import type { AuditResult } from '../models/audit/auditResult.js';
import type { AuditSubject } from '../models/audit/auditSubject.js';
import { crossValidate } from '../models/evaluate/crossValidate.js';
import { scorePredictions, type Score } from '../models/evaluate/scores.js';
import type { ModelContent, ModelScores } from '../models/file/modelFile.js';
import { MODEL_FILE_VERSION } from '../models/file/modelFile.js';
import { makeRegressor, type ModelSpec } from '../models/modelSpec.js';
import type { FittedRegressor } from '../models/regressor.js';
import {
  auditSubjectOf,
  trainingSet,
  type TrainingRecipe,
  type TrainingSet,
} from '../models/predict/trainingSet.js';
import { conformalMargin, measuredCoverage } from '../models/predict/conformalMargin.js';
import { createRandom, deriveSeed } from '../stats/random.js';
import { codeHash } from './codeHash.js';
import type { LoadedFeatures } from './loadFeatures.js';
import { packageVersion } from './packageInfo.js';

export interface TrainRequest {
  readonly dataset: string;
  readonly recipe: TrainingRecipe;
  /** The model of the mean, without its target means: these go by the split. */
  readonly spec: Pick<ModelSpec, 'model' | 'settings'>;
  /** Trees of the two quantile models. */
  readonly quantileTrees: number;
  readonly seed: number;
  /** Threads for the folds, as in `crossValidate`. */
  readonly workers?: number;
  readonly onStep?: (label: string, done: number, total: number) => void;
}

/** What training gave; no model and no scores where the audit failed. */
export interface Trained {
  readonly audit: AuditResult;
  readonly content: ModelContent | null;
  readonly fitted: FittedRegressor | null;
}

/** Fewer songs teach nothing, and five folds of them judge nothing. */
const FEWEST_SONGS = 50;
const STEPS = 5;

/** Fixed beforehand: shallow, slow and with large leaves, for the tails of a distribution hold few songs. */
const QUANTILE_LIMITS = { maxLeaves: 15, minLeafRows: 40 };
const QUANTILES = { low: 0.1, high: 0.9 } as const;
/** Share of songs that an interval is to hold. */
const INTERVAL = 0.8;

/**
 * Trains a model of popularity on a recipe: audits it for leaks, judges it out-of-fold over whole songs beside the mean,
 * fits it on all songs with two quantile models for an 80 % interval. Where the audit fails there is no score.
 *
 * @throws AppError 'input' where there are too few songs with a popularity, or it is the same for all
 */
export async function trainModel(
  { features, contentHash, asOf }: LoadedFeatures,
  request: TrainRequest,
): Promise<Trained> {
  const { recipe, seed, onStep, workers } = request;
  const set = requireTrainingSet(trainingSet(features, recipe));
  const subject = auditSubjectOf(set, 'songs', request.spec, seed);
  onStep?.('judging the model', 0, STEPS);
  const judge = (spec: ModelSpec) =>
    crossValidate(spec, subject.table, subject.target, subject.split, { seed, workers });
  const predicted = await judge(subject.spec);
  onStep?.('auditing for leaks', 1, STEPS);
  const audit = await auditLeaks({ ...subject, predicted }, { seed, workers });
  if (!audit.passed) return { audit, content: null, fitted: null };
  onStep?.('judging the intervals', 2, STEPS);
  const specs = quantileSpecs(subject.spec, request.quantileTrees);
  const [low, high] = [await judge(specs.low), await judge(specs.high)];
  const bounds = { target: subject.target, low, high };
  onStep?.('judging the mean', 3, STEPS);
  const baseline = await judge({ model: 'mean' });
  onStep?.('fitting on all songs', 4, STEPS);
  const fit = (spec: ModelSpec): FittedRegressor =>
    makeRegressor(spec).fit(subject.table, subject.target, { seed });
  const fitted = fit(subject.spec);
  const content: ModelContent = {
    format: 'liner-model',
    version: MODEL_FILE_VERSION,
    name: `popularity-${recipe}`,
    recipe,
    target: { id: 'popularity', source: set.source, lowest: 0, highest: 100 },
    features: [...set.features],
    spec: subject.spec,
    seed,
    trainedOn: { dataset: request.dataset, contentHash, songs: set.table.size, asOf },
    code: { version: packageVersion(), hash: codeHash(['features', 'stats', 'models']) },
    scores: {
      ...scoresOf(set, subject, { predicted, baseline }, seed),
      coverage: measuredCoverage(bounds, subject.split.folds, INTERVAL),
    },
    audit,
    margin: conformalMargin(bounds, [...subject.target.keys()], INTERVAL),
    models: {
      mean: fitted.toJSON(),
      low: fit(specs.low).toJSON(),
      high: fit(specs.high).toJSON(),
    },
  };
  return { audit, content, fitted };
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

function quantileSpecs(
  { targetMeans }: ModelSpec,
  rounds: number,
): { readonly low: ModelSpec; readonly high: ModelSpec } {
  const spec = (level: number): ModelSpec => ({
    model: 'gradient_boosting_quantile',
    settings: { level, rounds, limits: QUANTILE_LIMITS },
    ...(targetMeans ? { targetMeans } : {}),
  });
  return { low: spec(QUANTILES.low), high: spec(QUANTILES.high) };
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
