import { z } from 'zod';
import { AppError } from '../errors.js';
import { modelKind } from './modelKind.js';
import type { ModelTable } from './modelTable.js';
import { requireTrainable, type FittedRegressor, type Regressor } from './regressor.js';

const savedSchema = z.object({
  model: z.literal('genre_mean'),
  column: z.string(),
  mean: z.number(),
  means: z.array(z.tuple([z.string(), z.number()])),
});

type Saved = z.infer<typeof savedSchema>;

/**
 * The mean of the training target among the rows of the same category; the mean of all rows where the category is
 * missing or new.
 *
 * @param column id of the category column
 */
export function groupMeanBaseline(column: string): Regressor {
  return {
    id: 'genre_mean',
    title: 'Mean of the genre',
    fit(table, target) {
      requireTrainable(table, target);
      return fitted({
        model: 'genre_mean',
        column,
        mean: target.reduce((sum, value) => sum + value, 0) / target.length,
        means: groupMeans(table, column, target),
      });
    },
    load(json) {
      const saved = savedSchema.safeParse(json);
      if (saved.success) return fitted(saved.data);
      throw new AppError('input', 'this is not a saved model of the kind "genre_mean"');
    },
  };
}

export const groupMeanKind = modelKind(
  z.strictObject({ column: z.string().default('genre') }),
  ({ column }) => groupMeanBaseline(column),
);

function columnOf(table: ModelTable, id: string) {
  const column = table.columns.find((one) => one.id === id && one.kind === 'category');
  if (column) return column;
  throw new AppError('usage', `the model needs the category column "${id}", which the table lacks`);
}

function groupMeans(table: ModelTable, id: string, target: Float64Array): [string, number][] {
  const { values, levels = [] } = columnOf(table, id);
  const sums = new Float64Array(levels.length);
  const counts = new Int32Array(levels.length);
  values.forEach((code, row) => {
    if (Number.isNaN(code)) return;
    sums[code] += target[row];
    counts[code] += 1;
  });
  return levels.flatMap((level, code) =>
    counts[code] > 0 ? [[level, sums[code] / counts[code]] satisfies [string, number]] : [],
  );
}

function fitted(saved: Saved): FittedRegressor {
  const means = new Map(saved.means);
  return {
    model: saved.model,
    predict(table) {
      const { values, levels = [] } = columnOf(table, saved.column);
      return values.map((code) => means.get(levels[code]) ?? saved.mean);
    },
    toJSON: () => saved,
  };
}
