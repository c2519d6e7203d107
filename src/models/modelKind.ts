import type { z } from 'zod';
import type { FittedRegressor, Regressor } from './regressor.js';

/** A model of the registry: how to make it from plain settings, and how to load what it learned. */
export interface ModelKind {
  readonly id: string;
  readonly title: string;
  /**
   * A learner with these settings; the defaults stand in for those left out.
   *
   * @throws z.ZodError where a setting is unknown or out of range
   */
  make(settings: unknown): Regressor;
  /** @throws AppError 'input' where the JSON is not a saved model of this kind */
  load(json: unknown): FittedRegressor;
}

/** A kind of model from the schema of its settings and the function that makes it; `{}` gives the defaults. */
export function modelKind<Settings>(
  schema: z.ZodType<Settings>,
  make: (settings: Settings) => Regressor,
): ModelKind {
  const standard = make(schema.parse({}));
  return {
    id: standard.id,
    title: standard.title,
    make: (settings) => make(schema.parse(settings)),
    load: (json) => standard.load(json),
  };
}
