import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../errors.js';
import { auditResultSchema } from '../audit/auditResult.js';
import { modelSpecSchema } from '../modelSpec.js';
import { savedFeatureSchema } from '../predict/savedFeature.js';

/** Raised where a file of before can no longer be read. */
export const MODEL_FILE_VERSION = 1;

const scoreSchema = z.strictObject({
  value: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});

export const modelScoresSchema = z.strictObject({
  /** What the folds kept together. */
  split: z.string(),
  /** Songs that were judged out-of-fold. */
  n: z.int(),
  r2: scoreSchema,
  rmse: scoreSchema,
  mae: scoreSchema,
  /** Standard deviation of the target: the error of always saying the mean of the judged songs. */
  targetSd: z.number(),
  /** The same folds judged by the mean of their training songs. */
  baseline: z.strictObject({ r2: z.number(), rmse: z.number() }),
  /** Share of the songs that lay in their 80 % interval, out-of-fold. */
  coverage: z.number(),
});

const contentSchema = z.strictObject({
  format: z.literal('liner-model'),
  version: z.literal(MODEL_FILE_VERSION),
  name: z.string(),
  recipe: z.string(),
  /** What it predicts: 0–100, as one source observed it. */
  target: z.strictObject({
    id: z.string(),
    source: z.string(),
    lowest: z.number(),
    highest: z.number(),
  }),
  features: z.array(savedFeatureSchema),
  spec: modelSpecSchema,
  /** Settings that the search chose from, in every fold anew; 0: there was no search. */
  searched: z.int(),
  seed: z.int(),
  trainedOn: z.strictObject({
    dataset: z.string(),
    contentHash: z.string(),
    songs: z.int(),
    asOf: z.string(),
  }),
  code: z.strictObject({ version: z.string(), hash: z.string() }),
  scores: modelScoresSchema,
  audit: auditResultSchema,
  /** What the quantiles are moved apart by on each side, so that the interval holds 80 % of songs it has not seen. */
  margin: z.number(),
  /** The fitted model of the mean, and of the 10 % and 90 % quantiles. */
  models: z.strictObject({ mean: z.unknown(), low: z.unknown(), high: z.unknown() }),
});

const fileSchema = contentSchema.extend({ hash: z.string() });

export type ModelScores = Readonly<z.infer<typeof modelScoresSchema>>;

/** All that a saved model is, without its hash. */
export type ModelContent = Readonly<z.infer<typeof contentSchema>>;

/** A saved model as its file holds it. */
export type ModelFile = Readonly<z.infer<typeof fileSchema>>;

/**
 * The text of a saved model: self-contained JSON with the hash of its content. Same content, same bytes.
 *
 * @throws z.ZodError where the content is not one of a model
 */
export function modelFileText(content: ModelContent): string {
  const checked = contentSchema.parse(content);
  return `${JSON.stringify({ hash: hashOf(checked), ...checked })}\n`;
}

/**
 * Reads the text of a saved model.
 *
 * @param name of the file, for messages
 * @throws AppError 'input' where it was cut short, edited by hand, written by a newer version, or is something else
 */
export function parseModelFile(text: string, name: string): ModelFile {
  const json = parsedJson(text, name);
  const head = z
    .looseObject({ format: z.literal('liner-model'), version: z.int() })
    .safeParse(json);
  if (!head.success) {
    throw new AppError('input', `${name} is no saved model`, '`liner train` writes one');
  }
  const { version } = head.data;
  if (version > MODEL_FILE_VERSION) {
    throw new AppError(
      'input',
      `${name} was written by a newer version: its format is ${version}, this one reads ${MODEL_FILE_VERSION}`,
      'install the newer version, or train the model again with `liner train`',
    );
  }
  // Of the JSON itself: the hash depends on the order of the keys.
  const { hash, ...content } = json as Readonly<Record<string, unknown>>;
  if (hash !== hashOf(content)) {
    throw new AppError(
      'input',
      `${name} was changed after it was written: its content does not match its hash`,
      'train the model again with `liner train`',
    );
  }
  const file = fileSchema.safeParse(json);
  if (file.success) return file.data;
  const [{ path, message }] = file.error.issues;
  throw new AppError('input', `${name} is a damaged model: ${path.join('.')}: ${message}`);
}

function parsedJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new AppError(
      'input',
      `${name} is not whole: the file was cut short or is no JSON`,
      'train the model again with `liner train`',
    );
  }
}

function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
