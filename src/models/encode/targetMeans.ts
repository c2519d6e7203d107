import { z } from 'zod';
import { AppError } from '../../errors.js';
import type { ModelColumn, ModelTable } from '../modelTable.js';
import type { FitOptions, FittedRegressor, Regressor } from '../regressor.js';

export const targetMeanSettings = z.strictObject({
  /** Category columns that are replaced by the mean target of their level, and how many rows that rests on. */
  columns: z.array(z.string()).readonly(),
  /**
   * Category column whose rows stand or fall together, as in the split: when a training row is encoded, all rows of its
   * own unit are left out, just as no row of a test row's unit is in training. It is no feature itself.
   */
  unit: z.string(),
  /** Rows at the overall mean that every level starts with. */
  smoothing: z.number().min(0),
});

export type TargetMeanSettings = Readonly<z.infer<typeof targetMeanSettings>>;

/** The target over a level: rows and their sum. */
interface LevelSums {
  readonly rows: Float64Array;
  readonly sums: Float64Array;
}

const savedSchema = z.object({
  model: z.string(),
  unit: z.string(),
  mean: z.number(),
  smoothing: z.number(),
  encodings: z.array(
    z.object({
      column: z.string(),
      levels: z.array(z.tuple([z.string(), z.number(), z.number()])),
    }),
  ),
  inner: z.unknown(),
});

type Saved = z.infer<typeof savedSchema>;

/**
 * Puts smoothed target means in the place of categories with many levels (artists, albums), and hands the table to
 * another model. Means are learned from the training rows alone and, for these rows themselves, without their own unit;
 * so the model never sees a mean that holds the answer (Micci-Barreca 2001, with leave-one-unit-out).
 *
 * @throws AppError 'usage' naming a column that is missing or no category
 */
export function withTargetMeans(inner: Regressor, settings: TargetMeanSettings): Regressor {
  return {
    id: inner.id,
    title: inner.title,
    fit(table, target, options) {
      const mean = target.reduce((sum, value) => sum + value, 0) / target.length;
      const encodings = settings.columns.map((id) => learn(categoryOf(table, id), target));
      const saved: Saved = {
        model: inner.id,
        unit: settings.unit,
        mean,
        smoothing: settings.smoothing,
        encodings: settings.columns.map((column, index) => ({
          column,
          levels: savedLevels(categoryOf(table, column), encodings[index]),
        })),
        inner: null,
      };
      const unit = categoryOf(table, settings.unit);
      const encoded = settings.columns.flatMap((id, index) =>
        encodeTraining(categoryOf(table, id), unit, target, encodings[index], saved),
      );
      const encoding = new TargetMeanEncoding(saved);
      const validation = options.validation && {
        ...options.validation,
        table: encoding.encode(options.validation.table),
      };
      const rest = restOf(table, [...settings.columns, settings.unit]);
      const innerOptions: FitOptions = { ...options, validation };
      const fitted = inner.fit(
        { size: table.size, columns: [...rest, ...encoded] },
        target,
        innerOptions,
      );
      return new FittedTargetMeans(encoding, fitted);
    },
    load(json) {
      const fitted = loadTargetMeans(json, inner);
      if (fitted) return fitted;
      throw new AppError('input', `this is no saved model of the kind "${inner.id}" with means`);
    },
  };
}

/** The model with target means that was saved as JSON; null where the JSON is of a model without them. */
export function loadTargetMeans(
  json: unknown,
  inner: Pick<Regressor, 'id' | 'load'>,
): FittedRegressor | null {
  const saved = savedSchema.safeParse(json);
  if (!saved.success || saved.data.model !== inner.id) return null;
  return new FittedTargetMeans(new TargetMeanEncoding(saved.data), inner.load(saved.data.inner));
}

/** Learned target means, ready to be put in the place of their categories. */
export class TargetMeanEncoding {
  readonly #known: readonly (readonly [string, ReadonlyMap<string, LevelMean>])[];

  constructor(readonly saved: Saved) {
    this.#known = saved.encodings.map(({ column, levels }) => [
      column,
      new Map(levels.map(([level, rows, sum]) => [level, { rows, sum }])),
    ]);
  }

  /** The table with `<column>_mean` and `<column>_rows` in place of each encoded column. */
  encode(table: ModelTable): ModelTable {
    const encoded = this.#known.flatMap(([id, known]) => {
      const { values, levels = [] } = categoryOf(table, id);
      const found = levels.map((level) => known.get(level));
      const rows = values.map((code) => found[code]?.rows ?? 0);
      const sums = values.map((code) => found[code]?.sum ?? 0);
      return columnsOf(id, rows, sums, this.saved);
    });
    const ids = [...this.#known.map(([column]) => column), this.saved.unit];
    return { size: table.size, columns: [...restOf(table, ids), ...encoded] };
  }

  /** Whether training rows had the level of an encoded column; null where the column is not encoded. */
  knows(column: string, level: string): boolean | null {
    const encoded = this.#known.find(([id]) => id === column);
    return encoded ? encoded[1].has(level) : null;
  }
}

/** A model on encoded columns, with what explanations and exports need: the encoding and the model behind it. */
export class FittedTargetMeans implements FittedRegressor {
  readonly model: string;

  constructor(
    readonly encoding: TargetMeanEncoding,
    readonly inner: FittedRegressor,
  ) {
    this.model = inner.model;
  }

  predict(table: ModelTable): Float64Array {
    return this.inner.predict(this.encoding.encode(table));
  }

  toJSON(): unknown {
    return { ...this.encoding.saved, inner: this.inner.toJSON() };
  }
}

/** The target over one level in training. */
interface LevelMean {
  readonly rows: number;
  readonly sum: number;
}

function categoryOf(table: ModelTable, id: string): ModelColumn {
  const column = table.columns.find((one) => one.id === id);
  if (column?.kind === 'category') return column;
  throw new AppError('usage', `the model needs the category column "${id}", which the table lacks`);
}

function restOf(table: ModelTable, ids: readonly string[]): ModelColumn[] {
  return table.columns.filter(({ id }) => !ids.includes(id));
}

function learn({ values, levels = [] }: ModelColumn, target: Float64Array): LevelSums {
  const rows = new Float64Array(levels.length);
  const sums = new Float64Array(levels.length);
  values.forEach((code, row) => {
    if (Number.isNaN(code)) return;
    rows[code] += 1;
    sums[code] += target[row];
  });
  return { rows, sums };
}

function savedLevels(
  { levels = [] }: ModelColumn,
  { rows, sums }: LevelSums,
): [string, number, number][] {
  return levels.flatMap((level, code) =>
    rows[code] > 0 ? [[level, rows[code], sums[code]] satisfies [string, number, number]] : [],
  );
}

/** The two columns of an encoding: the smoothed mean, missing without rows, and the number of rows behind it. */
function columnsOf(
  id: string,
  rows: Float64Array,
  sums: Float64Array,
  saved: Saved,
): ModelColumn[] {
  const { mean, smoothing } = saved;
  const means = rows.map((count, row) =>
    count > 0 ? (sums[row] + smoothing * mean) / (count + smoothing) : NaN,
  );
  return [
    { id: `${id}_mean`, kind: 'number', values: means },
    { id: `${id}_rows`, kind: 'number', values: rows },
  ];
}

function encodeTraining(
  column: ModelColumn,
  unit: ModelColumn,
  target: Float64Array,
  { rows, sums }: LevelSums,
  saved: Saved,
): ModelColumn[] {
  const own = new Map<string, { rows: number; sum: number }>();
  const keyOf = (row: number): string => `${column.values[row]}/${unit.values[row]}`;
  column.values.forEach((code, row) => {
    if (Number.isNaN(code)) return;
    const entry = own.get(keyOf(row)) ?? { rows: 0, sum: 0 };
    own.set(keyOf(row), { rows: entry.rows + 1, sum: entry.sum + target[row] });
  });
  const size = target.length;
  const otherRows = new Float64Array(size);
  const otherSums = new Float64Array(size);
  column.values.forEach((code, row) => {
    const entry = own.get(keyOf(row));
    if (Number.isNaN(code) || !entry) return;
    otherRows[row] = rows[code] - entry.rows;
    otherSums[row] = sums[code] - entry.sum;
  });
  return columnsOf(column.id, otherRows, otherSums, saved);
}
