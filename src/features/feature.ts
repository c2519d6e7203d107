import type { Unit } from '../domain/unit.js';
import type { FeatureContext } from './featureContext.js';
import type { SongRecord } from '../store/queries/songRecords.js';

export type FeatureValue = number | string | boolean | null;

/**
 * A column of the feature table, which has one row per song.
 * `knownAt` says whether the value exists before anyone has heard the song: a model that predicts a new release
 * may only use the first kind.
 */
export interface Feature {
  readonly id: string;
  readonly title: string;
  readonly group: 'temporal' | 'derived' | 'aggregate' | 'content' | 'platform' | 'identity';
  readonly type: 'number' | 'category' | 'boolean';
  readonly unit: Unit;
  readonly meaning: string;
  /** When and why the value is missing. */
  readonly missing: string;
  readonly knownAt: 'release' | 'after-release';
  /** Set where the column follows from another number's: then it is not stored but made when somebody asks for it. */
  readonly derived?: { readonly from: string; readonly by: (value: number) => number };
  compute(song: SongRecord, context: FeatureContext): FeatureValue;
}
