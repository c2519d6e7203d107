import { z } from 'zod';
import { createRandom, randomInteger, type Random } from '../../stats/random.js';
import type { ColumnSchema } from '../columnSchema.js';
import { applyBins, learnBins } from '../trees/binColumns.js';
import type { Classifier } from './classifier.js';
import { defineClassifier } from './defineClassifier.js';
import {
  addShares,
  classTreeFromJson,
  classTreeJson,
  classTreeToJson,
  type ClassTree,
} from './classTree.js';
import { ClassTreeGrower } from './growClassTree.js';
import { levelColumns } from './levelColumns.js';

export interface ClassForestSettings {
  readonly trees: number;
  readonly maxBins: number;
  readonly maxDepth: number;
  readonly minLeafRows: number;
}

export const FOREST_DEFAULTS: ClassForestSettings = {
  trees: 200,
  maxBins: 128,
  maxDepth: Infinity,
  minLeafRows: 3,
};

export const CLASS_TREE_DEFAULTS: Omit<ClassForestSettings, 'trees'> = {
  maxBins: 255,
  maxDepth: 8,
  minLeafRows: 20,
};

interface Forest {
  readonly columns: readonly ColumnSchema[];
  readonly trees: readonly ClassTree[];
}

const savedSchema = z.object({ trees: z.array(classTreeJson).min(1) });

/**
 * Random forest (Breiman 2001): the mean of the shares that trees give, each grown on a bootstrap sample of the rows, each cut
 * among as many columns as the root of their number.
 */
export function classForest(settings: Partial<ClassForestSettings> = {}): Classifier {
  const all = { ...FOREST_DEFAULTS, ...settings };
  return forestOf('random_forest', 'Random forest', all, true);
}

/** One classification tree (CART: Breiman, Friedman, Olshen and Stone 1984). */
export function classTree(settings: Partial<Omit<ClassForestSettings, 'trees'>> = {}): Classifier {
  const all = { ...CLASS_TREE_DEFAULTS, ...settings, trees: 1 };
  return forestOf('decision_tree', 'Decision tree', all, false);
}

function forestOf(
  id: string,
  title: string,
  { trees: wanted, maxBins, maxDepth, minLeafRows }: ClassForestSettings,
  isForest: boolean,
): Classifier {
  return defineClassifier<Forest, z.infer<typeof savedSchema>>({
    id,
    title,
    schema: savedSchema,
    learn({ table, columns, classes, count, weights }, seed) {
      const random = createRandom(seed);
      const numbers = levelColumns(table, columns);
      const binned = applyBins(numbers, learnBins(numbers, maxBins));
      const width = numbers.columns.length;
      const columnsPerCut = isForest ? Math.max(1, Math.floor(Math.sqrt(width))) : width;
      const limits = { maxDepth, minLeafRows, columnsPerCut };
      const drawn = weights.slice();
      const grower = new ClassTreeGrower(binned, classes, drawn, count, limits);
      const everyRow = Int32Array.from(classes.keys());
      const trees = Array.from({ length: wanted }, () => {
        const rows = isForest ? bootstrap(weights, drawn, random) : everyRow;
        return grower.grow(rows, random);
      });
      return { columns, trees };
    },
    predict({ columns, trees }, table, count) {
      const numbers = levelColumns(table, columns);
      const shares = new Float64Array(table.size * count);
      for (const tree of trees) addShares(tree, numbers, shares, count, 1 / trees.length);
      return shares;
    },
    save: ({ trees }) => ({ trees: trees.map(classTreeToJson) }),
    restore({ trees }, columns, count) {
      const width = columns.reduce(
        (sum, { kind, levels }) => sum + (kind === 'number' ? 1 : levels.length),
        0,
      );
      return { columns, trees: trees.map((tree) => classTreeFromJson(tree, width, count)) };
    },
  });
}

/** Draws as many rows as there are; a row drawn again weighs again. @returns the rows drawn, ascending, each once */
function bootstrap(weights: Float64Array, drawn: Float64Array, random: Random): Int32Array {
  const times = new Int32Array(weights.length);
  for (let i = 0; i < times.length; i += 1) times[randomInteger(random, times.length)] += 1;
  times.forEach((count, row) => (drawn[row] = count * weights[row]));
  return Int32Array.from(times.keys()).filter((row) => times[row] > 0);
}
