import { z } from 'zod';
import { AppError, messageOf } from '../../errors.js';
import { alignTable, columnSchemaJson, schemaOf, type ColumnSchema } from '../columnSchema.js';
import type { ModelTable } from '../modelTable.js';
import {
  requireTrainable,
  type FitOptions,
  type FittedRegressor,
  type Regressor,
} from '../regressor.js';
import { predictSum, type TreeSum } from './boost.js';
import { treeSumFromJson, treeSumSchema, treeSumToJson } from './treeJson.js';

const savedSchema = z.object({
  model: z.string(),
  columns: z.array(columnSchemaJson),
  sum: treeSumSchema,
});

/** A fitted sum of trees, with what explanations need: its columns and the trees themselves. */
export class FittedTrees implements FittedRegressor {
  constructor(
    readonly model: string,
    readonly columns: readonly ColumnSchema[],
    readonly sum: TreeSum,
  ) {}

  predict(table: ModelTable): Float64Array {
    return predictSum(this.sum, alignTable(table, this.columns));
  }

  toJSON(): unknown {
    return { model: this.model, columns: this.columns, sum: treeSumToJson(this.sum) };
  }
}

/** A regressor whose model is a sum of trees, from the one function in which such models differ. */
export function treeRegressor(
  id: string,
  title: string,
  grow: (table: ModelTable, target: Float64Array, options: FitOptions) => TreeSum,
): Regressor {
  return {
    id,
    title,
    fit(table, target, options) {
      requireTrainable(table, target);
      const columns = schemaOf(table);
      const validation = options.validation && {
        ...options.validation,
        table: alignTable(options.validation.table, columns),
      };
      const sum = grow(alignTable(table, columns), target, { ...options, validation });
      return new FittedTrees(id, columns, sum);
    },
    load(json) {
      const saved = savedSchema.safeParse(json);
      if (!saved.success || saved.data.model !== id) {
        throw new AppError('input', `this is not a saved model of the kind "${id}"`);
      }
      const { columns, sum } = saved.data;
      try {
        return new FittedTrees(id, columns, treeSumFromJson(sum, columns.length));
      } catch (error) {
        throw new AppError('input', `the saved model is damaged: ${messageOf(error)}`);
      }
    },
  };
}
