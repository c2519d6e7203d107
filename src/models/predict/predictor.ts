import { FittedTargetMeans } from '../encode/targetMeans.js';
import { treeShap } from '../explain/treeShap.js';
import { alignTable } from '../columnSchema.js';
import type { ModelFile } from '../file/modelFile.js';
import { loadRegressor } from '../modelSpec.js';
import { modelTable, type ModelColumn, type ModelTable } from '../modelTable.js';
import type { FittedRegressor } from '../regressor.js';
import { FittedTrees } from '../trees/treeRegressor.js';
import type { SavedFeature } from './savedFeature.js';
import { fieldOf, type SongRequest } from './songRequest.js';

/** How much one input moves a prediction away from the mean song, in the unit of the target. */
export interface Reason {
  /** Field of the request. */
  readonly field: string;
  readonly effect: number;
  /** `new`: training never saw this artist, album or category, so the model does as if it were missing. */
  readonly state: 'given' | 'missing' | 'new';
}

/** A prediction for one song. */
export interface Prediction {
  readonly title: string | null;
  /** In the unit of the target. */
  readonly prediction: number;
  /** Holds 80 % of songs: the predicted 10 % and 90 % quantiles, moved apart by the margin of the file. */
  readonly interval: readonly [number, number];
  /** Popularity as the request gave it. */
  readonly actual: number | null;
  /** The strongest first; null where they were not asked for, or the model is not of trees. */
  readonly reasons: readonly Reason[] | null;
  /** Fields that the request leaves open. */
  readonly missing: readonly string[];
  /** Fields whose value training never saw. */
  readonly unknown: readonly string[];
  /** Fields whose number lies outside of what training saw. */
  readonly unusual: readonly string[];
}

/** A saved model at work. */
export class Predictor {
  readonly #mean: FittedRegressor;
  readonly #low: FittedRegressor;
  readonly #high: FittedRegressor;
  /** Levels of each plain category that training saw. */
  readonly #levels: ReadonlyMap<string, ReadonlySet<string>>;

  /** Each feature with the field by which a reader knows it. */
  readonly #features: readonly (readonly [SavedFeature, string])[];

  /** @throws AppError 'input' where a model in the file cannot be loaded */
  constructor(readonly file: ModelFile) {
    const { mean, low, high } = file.models;
    [this.#mean, this.#low, this.#high] = [mean, low, high].map(loadRegressor);
    this.#features = file.features.map((feature) => [feature, fieldOf(feature.id)]);
    const trees = innerOf(this.#mean);
    const columns = trees instanceof FittedTrees ? trees.columns : [];
    this.#levels = new Map(columns.map(({ id, levels }) => [id, new Set(levels)]));
  }

  /** Predictions for songs, all at once. */
  predict(
    songs: readonly SongRequest[],
    { reasons = true }: { readonly reasons?: boolean } = {},
  ): readonly Prediction[] {
    const table = this.tableOf(songs);
    const { margin } = this.file;
    const [mean, low, high] = [this.#mean, this.#low, this.#high].map((one) => one.predict(table));
    return songs.map((song, row) => {
      const prediction = this.#within(mean[row]);
      const unknown = this.#unknown(song);
      return {
        title: song.title,
        prediction,
        interval: [
          Math.min(prediction, this.#within(low[row] - margin)),
          Math.max(prediction, this.#within(high[row] + margin)),
        ],
        actual: song.actual,
        reasons: reasons ? this.#reasons(table, row, song, unknown) : null,
        missing: this.#fields(({ id }) => song.values.get(id) === null),
        unknown,
        unusual: this.#fields(({ id, seen }) => isOutside(song.values.get(id), seen)),
      };
    });
  }

  /** Predictions alone, of a table in the columns of the model. */
  predictTable(table: ModelTable): Float64Array {
    return this.#mean.predict(table).map((value) => this.#within(value));
  }

  /** Songs as a table in the columns of the model. */
  tableOf(songs: readonly SongRequest[]): ModelTable {
    return modelTable(
      this.file.features.map(({ id, kind }): ModelColumn => {
        const cells = songs.map(({ values }) => values.get(id) ?? null);
        if (kind === 'number') {
          return { id, kind, values: Float64Array.from(cells, (cell) => Number(cell ?? NaN)) };
        }
        const levels = [...new Set(cells.flatMap((cell) => (cell === null ? [] : [String(cell)])))];
        const values = Float64Array.from(cells, (cell) =>
          cell === null ? NaN : levels.indexOf(String(cell)),
        );
        return { id, kind, values, levels };
      }),
    );
  }

  #within(value: number): number {
    const { lowest, highest } = this.file.target;
    return Math.min(highest, Math.max(lowest, value));
  }

  /** Fields of the features for which something holds, each once. */
  #fields(holds: (feature: SavedFeature) => boolean): readonly string[] {
    const fields: string[] = [];
    for (const [feature, field] of this.#features) {
      if (holds(feature) && !fields.includes(field)) fields.push(field);
    }
    return fields;
  }

  #unknown({ values }: SongRequest): readonly string[] {
    return this.#fields(({ id, kind }) => {
      const value = values.get(id) ?? null;
      if (kind !== 'category' || value === null) return false;
      const { encoding } =
        this.#mean instanceof FittedTargetMeans ? this.#mean : { encoding: null };
      const isKnown =
        encoding?.knows(id, String(value)) ?? this.#levels.get(id)?.has(String(value));
      return isKnown === false;
    });
  }

  #reasons(
    table: ModelTable,
    row: number,
    { values }: SongRequest,
    unknown: readonly string[],
  ): readonly Reason[] | null {
    const inner = innerOf(this.#mean);
    if (!(inner instanceof FittedTrees)) return null;
    const encoded =
      this.#mean instanceof FittedTargetMeans ? this.#mean.encoding.encode(table) : table;
    const shap = treeShap(inner.sum, alignTable(encoded, inner.columns), row);
    const effects = new Map<string, number>();
    const missing = new Set<string>();
    inner.columns.forEach(({ id }, place) => {
      const feature = this.#featureOf(id);
      const field = fieldOf(feature);
      effects.set(field, (effects.get(field) ?? 0) + shap.values[place]);
      if ((values.get(feature) ?? null) === null) missing.add(field);
    });
    return [...effects]
      .map(([field, effect]): Reason => {
        const state = unknown.includes(field) ? 'new' : missing.has(field) ? 'missing' : 'given';
        return { field, effect, state };
      })
      .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
  }

  /** The feature behind a column of the trees: target means stand for their category. */
  #featureOf(column: string): string {
    if (!(this.#mean instanceof FittedTargetMeans)) return column;
    const { encodings } = this.#mean.encoding.saved;
    const found = encodings.find(
      ({ column: id }) => column === `${id}_mean` || column === `${id}_rows`,
    );
    return found?.column ?? column;
  }
}

function innerOf(fitted: FittedRegressor): FittedRegressor {
  return fitted instanceof FittedTargetMeans ? fitted.inner : fitted;
}

function isOutside(
  value: number | string | null | undefined,
  seen: readonly [number, number] | null,
): boolean {
  return typeof value === 'number' && seen !== null && (value < seen[0] || value > seen[1]);
}
