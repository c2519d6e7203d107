import { z } from 'zod';

const scoreSchema = z.object({
  value: z.number(),
  /** Ends of the 95 % interval over artists drawn anew; null where there are too few. */
  low: z.number().nullable(),
  high: z.number().nullable(),
});

const judgedSchema = z.object({
  model: z.string(),
  title: z.string(),
  split: z.enum(['rows', 'songs', 'artists']),
  withYear: z.boolean(),
  /** Share of songs whose most likely genre is the one they are listed under most. */
  accuracy: scoreSchema,
  /** The same where any genre of the song counts. */
  anyMatch: scoreSchema,
  /** The same among songs of a single genre. */
  singleGenre: scoreSchema,
  /** Share of songs with their main genre among the five most likely ones. */
  topFive: scoreSchema,
  /** Mean over genres of the share found. */
  balanced: scoreSchema,
  /** Mean over genres of the harmonic mean of precision and recall. */
  macroF1: scoreSchema,
});

const caseSchema = z.object({
  source: z.string(),
  songs: z.number(),
  artists: z.number(),
  /** Songs listed under more than one of the genres. */
  several: z.number(),
  genres: z.array(z.string()),
  judged: z.array(judgedSchema),
});

const detailsSchema = z.object({
  /** Which of the judged it is about. */
  model: z.string(),
  perGenre: z.array(
    z.object({ genre: z.string(), songs: z.number(), precision: z.number(), recall: z.number() }),
  ),
  /** `confusion[main][said]`: songs. */
  confusion: z.array(z.array(z.number())),
  /** Songs by how likely the model held its own answer. */
  calibration: z.array(z.object({ songs: z.number(), said: z.number(), right: z.number() })),
  calibrationError: z.number(),
  /** By how much accuracy falls when a column no longer goes with its songs. */
  importance: z.array(z.object({ column: z.string(), drop: scoreSchema })),
  confusedPairs: z.array(
    z.object({
      genre: z.string(),
      taken: z.string(),
      songs: z.number(),
      /** Share of the genre's songs, 0–1. */
      share: z.number(),
      examples: z.array(z.string()),
    }),
  ),
});

/** What the study of genres found. */
export const genreSchema = z.object({
  /** Least number of songs that are judged. */
  needed: z.number(),
  /** Songs of the largest source with a few genres, judged or not. */
  found: z.number(),
  folds: z.number(),
  /** A few genres; null where there are too few songs. */
  main: caseSchema.nullable(),
  details: detailsSchema.nullable(),
  /** Many genres, as a hard case. */
  hard: caseSchema.nullable(),
});

export type GenreResult = z.infer<typeof genreSchema>;
export type GenreCase = z.infer<typeof caseSchema>;
export type GenreDetails = z.infer<typeof detailsSchema>;
export type JudgedClassifier = z.infer<typeof judgedSchema>;
export type ClassScore = z.infer<typeof scoreSchema>;
