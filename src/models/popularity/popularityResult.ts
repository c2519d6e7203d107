import { z } from 'zod';
import { auditResultSchema } from '../audit/auditResult.js';
import { surrogateSchema } from '../explain/surrogate.js';

const scoreSchema = z.object({
  value: z.number(),
  /** Ends of the 95 % interval over groups of rows that the split keeps together; null where there is none. */
  low: z.number().nullable(),
  high: z.number().nullable(),
});

const taskSchema = z.object({
  /** `<target>-<source>`. */
  id: z.string(),
  title: z.string(),
  /** What is predicted. */
  target: z.enum(['popularity', 'log10_streams']),
  /** Unit of the target, for sentences: "points", "decades". */
  unit: z.string(),
  source: z.string(),
  /** What a row is, in words. */
  row: z.string(),
  /** Rows that were judged. */
  rows: z.int(),
  /** Rows in the data; more than `rows` where a draw was judged. */
  available: z.int(),
  /** Songs: rows with all versions and repeats of one recording counted once. */
  songs: z.int(),
  /** Standard deviation of the target over the judged rows; null where there is no row. */
  targetSd: z.number().nullable(),
});

const recipeSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** What a model learns from, in words. */
  meaning: z.string(),
  /** `release` where only what is known before anyone has heard the song is used. */
  claims: z.enum(['release', 'after-release']),
});

const evaluationSchema = z.object({
  task: z.string(),
  recipe: z.string(),
  /** `rows` (naive: versions of one song on both sides), `songs`, `albums`, `artists` or `time`. */
  split: z.string(),
  /** Id in the registry of models. */
  model: z.string(),
  /** Title of the model, for tables. */
  title: z.string(),
  /** Rows that were judged. */
  n: z.int(),
  r2: scoreSchema,
  rmse: scoreSchema,
  mae: scoreSchema,
  /** Standard deviation of the target over the judged rows. */
  targetSd: z.number(),
  /** Mean of prediction minus target. */
  bias: z.number(),
  /** R² to be reached; null where no goal was set. */
  goalR2: z.number().nullable(),
  /** RMSE to stay under; null where no goal was set. */
  goalRmse: z.number().nullable(),
  /** Which number has to reach the goal: the estimate, or the worse end of its interval. */
  goalJudged: z.enum(['estimate', 'worse-end']).nullable(),
  /** Whether the goal is met; null where none was set, or where the data are not those it was set for. */
  met: z.boolean().nullable(),
  /** R² and RMSE that LightGBM reached on the same data with the same kind of columns. */
  peerR2: z.number().nullable(),
  peerRmse: z.number().nullable(),
  /** Whether R² exceeds 0.6 or the RMSE stays under 15 points; null where the target is no popularity. */
  barMet: z.boolean().nullable(),
});

const auditSchema = auditResultSchema.extend({ task: z.string() });

const importanceSchema = z.object({
  task: z.string(),
  feature: z.string(),
  title: z.string(),
  /** By how much R² falls where the feature no longer goes with its rows, with an interval over songs. */
  drop: scoreSchema,
});

const groupKind = z.enum(['genre', 'decade', 'popularity_decile', 'artist_size']);

const residualSchema = z.object({
  kind: groupKind,
  /** "rock", "1990s", "3" (third decile of the observed target), "2–5 songs". */
  group: z.string(),
  n: z.int(),
  /** Mean of prediction minus target, with its interval. */
  bias: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  rmse: z.number(),
});

/** What the study of popularity found: plain JSON; lists are empty where there are too few rows, and `note` says so. */
export const popularityResultSchema = z.object({
  /** Why there is less than there could be: "not enough data: n = 12"; null otherwise. */
  note: z.string().nullable(),
  tasks: z.array(taskSchema),
  recipes: z.array(recipeSchema),
  /** How the settings came to be, in words. */
  settings: z.array(z.object({ name: z.string(), value: z.string(), reason: z.string() })),
  evaluations: z.array(evaluationSchema),
  /** One per task, recipe and split but the naive one, which parts versions of a song by design. */
  audits: z.array(auditSchema),
  /** Most important first, for the leading task with all columns. */
  importance: z.array(importanceSchema),
  /** Mean absolute Shapley value in units of the target, largest first. */
  shap: z.array(z.object({ feature: z.string(), title: z.string(), value: z.number() })),
  dependence: z.array(
    z.object({
      feature: z.string(),
      title: z.string(),
      /** Mean prediction at a value of the feature; low and high hold the middle 80 % of the songs' own curves. */
      points: z.array(
        z.object({ x: z.number(), y: z.number(), low: z.number(), high: z.number() }),
      ),
    }),
  ),
  /** Rows in ten bins of equal size by prediction: mean prediction, mean target with interval. */
  calibration: z.array(
    z.object({
      bin: z.int(),
      predicted: z.number(),
      observed: z.number(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      n: z.int(),
    }),
  ),
  residuals: z.array(residualSchema),
  /** R² of the same test rows with a share of the songs to learn from. */
  learningCurve: z.array(
    z.object({ share: z.number(), rows: z.int(), r2: scoreSchema, rmse: scoreSchema }),
  ),
  /** The ten largest errors. */
  worst: z.array(
    z.object({
      title: z.string(),
      artist: z.string().nullable(),
      observed: z.number(),
      predicted: z.number(),
    }),
  ),
  /** The model in a few rules; null where there are too few rows. */
  surrogate: z
    .object({
      /** "number of playlists < 2 and artist mean ≥ 50" and what is then predicted. */
      rules: z.array(z.object({ text: z.string(), prediction: z.number(), share: z.number() })),
      fidelity: z.number().nullable(),
      source: surrogateSchema,
    })
    .nullable(),
});

export type PopularityResult = z.infer<typeof popularityResultSchema>;
export type PopularityEvaluation = PopularityResult['evaluations'][number];
export type PopularityTask = PopularityResult['tasks'][number];
export type PopularityScore = z.infer<typeof scoreSchema>;
