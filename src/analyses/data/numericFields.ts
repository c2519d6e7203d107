import type { Unit } from '../../domain/unit.js';
import type { FeatureTable } from '../../features/featureTable.js';

/** A numeric field whose distribution is described. */
export interface NumericField {
  readonly id: string;
  readonly title: string;
  readonly unit: Unit;
  /** Counts that span orders of magnitude are judged by their logarithm. */
  readonly logarithmic: boolean;
  /** Null for a field that several sources may fill. */
  readonly source: string | null;
  readonly values: Float64Array;
}

const FIELDS: readonly (readonly [id: string, title: string, unit: Unit, logarithmic: boolean])[] = [
  ['duration_minutes', 'Duration', 'minutes', false],
  ['loudness', 'Loudness', 'decibels', false],
  ['tempo', 'Tempo', 'beats-per-minute', false],
  ['danceability', 'Danceability', 'index', false],
  ['energy', 'Energy', 'index', false],
  ['speechiness', 'Speechiness', 'index', false],
  ['acousticness', 'Acousticness', 'index', false],
  ['instrumentalness', 'Instrumentalness', 'index', false],
  ['liveness', 'Liveness', 'index', false],
  ['valence', 'Valence', 'index', false],
  ['markets', 'Markets', 'count', false],
  ['views', 'Video views', 'views', true],
  ['likes', 'Video likes', 'likes', true],
  ['comments', 'Video comments', 'comments', true],
];

/** The numeric fields that hold any value: of songs, and popularity and streams of each source that observed them. */
export function numericFields(table: FeatureTable): readonly NumericField[] {
  const plain = FIELDS.filter(([id]) => table.has(id)).map(([id, title, unit, logarithmic]) => ({
    id,
    title,
    unit,
    logarithmic,
    source: null,
    values: table.number(id),
  }));
  const observed = (metric: 'popularity' | 'streams'): NumericField[] =>
    table.observers(metric).map(({ source }) => ({
      id: metric,
      title: metric === 'popularity' ? 'Popularity' : 'Streams',
      unit: metric === 'popularity' ? 'points' : 'streams',
      logarithmic: metric === 'streams',
      source,
      values: table.observation(metric, source),
    }));
  return [...observed('popularity'), ...observed('streams'), ...plain].filter((field) =>
    field.values.some((value) => Number.isFinite(value)),
  );
}
