import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.js';
import { AppError, messageOf } from '../errors.js';
import { parseModelFile, type ModelFile } from '../models/file/modelFile.js';
import { TRAINING_RECIPES } from '../models/predict/trainingSet.js';
import { layoutFor } from '../outputs/layout.js';

/** @throws AppError 'input' where there is no such file, or it is no sound model */
export function readModelFile(path: string): ModelFile {
  return parseModelFile(contentOf(path), path);
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new AppError(
      'input',
      `cannot read the model ${path}: ${messageOf(error)}`,
      '`liner train` writes one',
      { cause: error },
    );
  }
}

/**
 * The model that is used where none is named: of the public data before the user's own and the sample, of what is known at
 * release before everything.
 *
 * @throws AppError 'usage' where none has been trained yet
 */
export function defaultModelFile(config: Config): string {
  const order = ['public', 'store', 'sample'] as const;
  const places = order.flatMap((dataset) =>
    TRAINING_RECIPES.map((recipe) =>
      join(config.root, layoutFor(dataset).models, `popularity-${recipe}.json`),
    ),
  );
  const found = places.find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new AppError(
    'usage',
    'no model has been trained here yet',
    '`liner train` trains one; --model-file names one that lies elsewhere',
  );
}
