import { z } from 'zod';
import { UNITS, type Unit } from '../../domain/unit.js';

export const savedFeatureSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  unit: z.enum(UNITS),
  kind: z.enum(['number', 'category']),
  /** Numbers that stand for no (0) and yes (1). */
  isFlag: z.boolean(),
  knownAt: z.enum(['release', 'after-release']),
  /** What a request may say; null: no bound. */
  lowest: z.number().nullable(),
  highest: z.number().nullable(),
  /** What training saw; null for categories. */
  seen: z.tuple([z.number(), z.number()]).nullable(),
});

/** What a saved model remembers of an input: enough to check a request and to name it in words. */
export type SavedFeature = Readonly<z.infer<typeof savedFeatureSchema>>;

type Bounds = readonly [number | null, number | null];

/** What numbers of a unit can be at all. */
const BOUNDS: Partial<Record<Unit, Bounds>> = {
  points: [0, 100],
  percent: [0, 100],
  index: [0, null],
  decibels: [-100, 20],
  'beats-per-minute': [0, 1000],
  year: [1860, null],
  rank: [-1, null],
  correlation: [-1, 1],
};

/** Units of amounts that cannot be negative; the rest is free. */
const FREE: readonly Unit[] = ['percentage-points', 'points-per-decade', 'text', 'date'];

/** Spotify's audio features that are shares. */
const SHARES: readonly string[] = [
  'danceability',
  'energy',
  'speechiness',
  'acousticness',
  'instrumentalness',
  'liveness',
  'valence',
];

/**
 * The bounds that a number must keep to.
 *
 * @example
 * boundsOf({ id: 'duration_minutes', unit: 'minutes', isFlag: false }); // [0, null]
 */
export function boundsOf({
  id,
  unit,
  isFlag,
}: Pick<SavedFeature, 'id' | 'unit' | 'isFlag'>): Bounds {
  if (isFlag || SHARES.includes(id)) return [0, 1];
  return BOUNDS[unit] ?? (FREE.includes(unit) ? [null, null] : [0, null]);
}
