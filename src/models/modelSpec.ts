import { z } from 'zod';
import { AppError } from '../errors.js';
import { loadTargetMeans, targetMeanSettings, withTargetMeans } from './encode/targetMeans.js';
import { MODELS } from './index.js';
import type { ModelKind } from './modelKind.js';
import type { FittedRegressor, Regressor } from './regressor.js';

export const modelSpecSchema = z.strictObject({
  /** Id of the model in the registry. */
  model: z.string(),
  /** What differs from the model's defaults. */
  settings: z.record(z.string(), z.unknown()).optional(),
  /** Categories that the model sees as mean targets, learned inside the fold. */
  targetMeans: targetMeanSettings.optional(),
});

/** A way to learn as plain JSON: it can be saved, compared and handed to another thread. */
export type ModelSpec = Readonly<z.infer<typeof modelSpecSchema>>;

/**
 * The learner that a spec describes.
 *
 * @throws AppError 'usage' naming the unknown model, or the setting and what it must be
 * @example
 * makeRegressor({ model: 'gradient_boosting', settings: { rounds: 300, limits: { maxLeaves: 15 } } });
 */
export function makeRegressor({ model, settings = {}, targetMeans }: ModelSpec): Regressor {
  const regressor = make(kindOf(model, 'usage'), settings);
  return targetMeans ? withTargetMeans(regressor, targetMeans) : regressor;
}

function make(kind: ModelKind, settings: unknown): Regressor {
  try {
    return kind.make(settings);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const [{ path, message }] = error.issues;
    const where = path.length > 0 ? `${path.join('.')}: ` : '';
    throw new AppError('usage', `settings of the model "${kind.id}": ${where}${message}`);
  }
}

/**
 * The fitted model that its `toJSON` gave, whichever of the registry it is.
 *
 * @throws AppError 'input' where the JSON is no saved model, or a damaged one
 */
export function loadRegressor(json: unknown): FittedRegressor {
  const named = z.object({ model: z.string() }).safeParse(json);
  if (!named.success) throw new AppError('input', 'this is not a saved model: it names no model');
  const kind = kindOf(named.data.model, 'input');
  return loadTargetMeans(json, kind) ?? kind.load(json);
}

function kindOf(id: string, code: 'usage' | 'input'): ModelKind {
  const kind = MODELS.find((one) => one.id === id);
  if (kind) return kind;
  throw new AppError(
    code,
    `there is no model "${id}"`,
    `known: ${MODELS.map((one) => one.id).join(', ')}`,
  );
}
