import { z } from 'zod';
import { AppError, messageOf } from '../../errors.js';
import { alignTable, columnSchemaJson, schemaOf, type ColumnSchema } from '../columnSchema.js';
import type { ModelTable } from '../modelTable.js';
import type { Classifier, FittedClassifier } from './classifier.js';

/** Training rows as a way of learning sees them: only classes that occur, at least two, coded from 0. */
export interface ClassRows {
  readonly table: ModelTable;
  readonly columns: readonly ColumnSchema[];
  readonly classes: Int32Array;
  readonly count: number;
  readonly weights: Float64Array;
}

/** In what classifiers differ; everything else {@link defineClassifier} does for all of them. */
export interface ClassLearner<Model, Saved> {
  readonly id: string;
  readonly title: string;
  readonly schema: z.ZodType<Saved>;
  learn(rows: ClassRows, seed: number): Model;
  /** Probabilities of the classes that occurred, row by row. */
  predict(model: Model, table: ModelTable, count: number): Float64Array;
  save(model: Model): Saved;
  /** @throws RangeError saying what does not fit together. */
  restore(saved: Saved, columns: readonly ColumnSchema[], count: number): Model;
}

const envelope = z.object({
  model: z.string(),
  levels: z.array(z.string()),
  /** Codes of the classes that training saw, ascending. */
  present: z.array(z.int().min(0)).min(1),
  columns: z.array(columnSchemaJson),
  /** Null where there was one class only, and so nothing to tell apart. */
  learned: z.unknown(),
});

type Envelope<Model> = Omit<z.infer<typeof envelope>, 'learned'> & {
  readonly learned: Model | null;
};

/** A classifier from its way of learning: checks the input, keeps to the classes that occur, saves and loads. */
export function defineClassifier<Model, Saved>(learner: ClassLearner<Model, Saved>): Classifier {
  const { id, title } = learner;
  return {
    id,
    title,
    fit(table, classes, levels, { seed, weights }) {
      requireTrainable(table, classes, levels, weights);
      const columns = schemaOf(table);
      const present = [...new Set(classes)].sort((a, b) => a - b);
      const rows: ClassRows = {
        table: alignTable(table, columns),
        columns,
        classes: classes.map((code) => present.indexOf(code)),
        count: present.length,
        weights: weights ?? new Float64Array(table.size).fill(1),
      };
      const learned = present.length === 1 ? null : learner.learn(rows, seed);
      return fitted(learner, {
        model: id,
        levels: [...levels],
        present,
        columns: [...columns],
        learned,
      });
    },
    load(json) {
      const saved = envelope.safeParse(json);
      const refused = new AppError('input', `this is not a saved model of the kind "${id}"`);
      if (!saved.success || saved.data.model !== id) throw refused;
      const { present, levels, columns, learned } = saved.data;
      if (present.some((code) => code >= levels.length)) throw refused;
      if (present.length === 1) return fitted(learner, { ...saved.data, learned: null });
      const parsed = learner.schema.safeParse(learned);
      if (!parsed.success) throw refused;
      try {
        const model = learner.restore(parsed.data, columns, present.length);
        return fitted(learner, { ...saved.data, learned: model });
      } catch (error) {
        throw new AppError('input', `the saved model is damaged: ${messageOf(error)}`);
      }
    },
  };
}

function fitted<Model, Saved>(
  learner: ClassLearner<Model, Saved>,
  saved: Envelope<Model>,
): FittedClassifier {
  const { model, levels, present, columns, learned } = saved;
  return {
    model,
    levels,
    predict(table) {
      const aligned = alignTable(table, columns);
      const known =
        learned === null
          ? new Float64Array(table.size).fill(1)
          : learner.predict(learned, aligned, present.length);
      const all = new Float64Array(table.size * levels.length);
      for (let row = 0; row < table.size; row += 1) {
        present.forEach((code, index) => {
          all[row * levels.length + code] = known[row * present.length + index];
        });
      }
      return all;
    },
    toJSON: () => ({ ...saved, learned: learned === null ? null : learner.save(learned) }),
  };
}

function requireTrainable(
  table: ModelTable,
  classes: Int32Array,
  levels: readonly string[],
  weights?: Float64Array,
): void {
  if (table.size === 0) throw new RangeError('a model needs at least one row, got none');
  if (classes.length !== table.size) {
    throw new RangeError(`the classes must have ${table.size} values, got ${classes.length}`);
  }
  const bad = classes.findIndex((code) => code < 0 || code >= levels.length);
  if (bad >= 0) {
    throw new RangeError(
      `a class must be one of ${levels.length} levels, got ${classes[bad]} in row ${bad}`,
    );
  }
  if (!weights) return;
  if (weights.length !== table.size) {
    throw new RangeError(`the weights must have ${table.size} values, got ${weights.length}`);
  }
  const wrong = weights.findIndex((weight) => !(weight > 0 && weight < Infinity));
  if (wrong >= 0) {
    throw new RangeError(`a weight must be positive, got ${weights[wrong]} in row ${wrong}`);
  }
}
