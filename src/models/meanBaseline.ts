import { z } from 'zod';
import { AppError } from '../errors.js';
import { modelKind } from './modelKind.js';
import { requireTrainable, type FittedRegressor, type Regressor } from './regressor.js';

const savedSchema = z.object({ model: z.literal('mean'), mean: z.number() });

/** The mean of the training target for every row: what any model has to beat. */
export const meanBaseline: Regressor = {
  id: 'mean',
  title: 'Mean of all songs',
  fit(table, target) {
    requireTrainable(table, target);
    return fitted(target.reduce((sum, value) => sum + value, 0) / target.length);
  },
  load(json) {
    const saved = savedSchema.safeParse(json);
    if (!saved.success) throw new AppError('input', 'this is not a saved model of the kind "mean"');
    return fitted(saved.data.mean);
  },
};

export const meanKind = modelKind(z.strictObject({}), () => meanBaseline);

function fitted(mean: number): FittedRegressor {
  return {
    model: 'mean',
    predict: (table) => new Float64Array(table.size).fill(mean),
    toJSON: () => ({ model: 'mean', mean }),
  };
}
