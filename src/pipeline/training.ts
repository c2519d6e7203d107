import type { AuditSubject } from '../models/audit/auditSubject.js';
import { crossValidate } from '../models/evaluate/crossValidate.js';
import { nestedSearch, searchSpec } from '../models/evaluate/search.js';
import { groupFolds } from '../models/evaluate/split.js';
import { makeRegressor, type ModelSpec } from '../models/modelSpec.js';
import type { Bounds } from '../models/predict/conformalMargin.js';
import type { Settings } from '../models/predict/searchSpace.js';
import {
  auditSubjectOf,
  type TrainingRecipe,
  type TrainingSet,
} from '../models/predict/trainingSet.js';
import type { FittedRegressor } from '../models/regressor.js';

export interface TrainRequest {
  readonly dataset: string;
  readonly recipe: TrainingRecipe;
  /** The model of the mean, without its target means: these go by the split. */
  readonly spec: Pick<ModelSpec, 'model' | 'settings'>;
  /** Settings to choose from by inner folds, in place of those of the spec; none: no search. */
  readonly candidates?: readonly Settings[];
  /** Trees of the two quantile models. */
  readonly quantileTrees: number;
  readonly seed: number;
  /** Threads for the folds, as in `crossValidate`. */
  readonly workers?: number;
  readonly onStep?: (label: string, done: number, total: number) => void;
}

/** Folds inside the training rows, for a search. */
const INNER_FOLDS = 3;

/** Fixed beforehand: shallow trees with large leaves, for the tails of a distribution hold few songs. */
const QUANTILE_LIMITS = { maxLeaves: 15, minLeafRows: 40 };

/** A recipe in training: one set of songs, one split over whole songs, one way to learn or several to choose from. */
export class Training {
  readonly subject: AuditSubject;
  /** Models of the 10 % and the 90 % quantile. */
  readonly quantiles: { readonly low: ModelSpec; readonly high: ModelSpec };
  readonly #candidates: readonly ModelSpec[];

  constructor(
    readonly set: TrainingSet,
    readonly request: TrainRequest,
  ) {
    const { spec, seed, candidates = [], quantileTrees } = request;
    this.subject = auditSubjectOf(set, 'songs', spec, seed);
    const { settings, targetMeans } = this.subject.spec;
    this.#candidates = candidates.map((changed) => ({
      ...this.subject.spec,
      settings: { ...settings, ...changed },
    }));
    const quantile = (level: number): ModelSpec => ({
      model: 'gradient_boosting_quantile',
      settings: { level, rounds: quantileTrees, limits: QUANTILE_LIMITS },
      ...(targetMeans ? { targetMeans } : {}),
    });
    this.quantiles = { low: quantile(0.1), high: quantile(0.9) };
  }

  /** Out-of-fold predictions of one way to learn. */
  judge(spec: ModelSpec): Promise<Float64Array> {
    const { table, target, split } = this.subject;
    return crossValidate(spec, table, target, split, this.request);
  }

  /** Out-of-fold predictions of the model, a search included in every fold. */
  async predicted(): Promise<Float64Array> {
    const { table, target, split, spec } = this.subject;
    if (this.#candidates.length === 0) return this.judge(spec);
    return (await nestedSearch(this.#candidates, table, target, split, this.#searching)).predicted;
  }

  /** Out-of-fold quantiles. */
  async bounds(): Promise<Bounds> {
    const { low, high } = this.quantiles;
    const { target } = this.subject;
    return { target, low: await this.judge(low), high: await this.judge(high) };
  }

  /** What is fitted on all songs: the choice of a search over all of them, or the one way there is. */
  async chosenSpec(): Promise<ModelSpec> {
    const { table, target, split, spec } = this.subject;
    if (this.#candidates.length === 0) return spec;
    const { groups, innerFolds, seed } = this.#searching;
    const inner = { ...split, folds: groupFolds(groups, innerFolds, seed) };
    return (await searchSpec(this.#candidates, table, target, inner, this.#searching)).best;
  }

  fit(spec: ModelSpec): FittedRegressor {
    const { table, target } = this.subject;
    return makeRegressor(spec).fit(table, target, { seed: this.request.seed });
  }

  get #searching() {
    const { seed, workers } = this.request;
    return { seed, workers, groups: this.set.units.song, innerFolds: INNER_FOLDS };
  }
}
