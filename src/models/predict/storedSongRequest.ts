import type { FeatureTable } from '../../features/featureTable.js';
import { albumKey, artistKey } from './nameKeys.js';
import type { SavedFeature } from './savedFeature.js';
import type { SongRequest } from './songRequest.js';

/**
 * A song of the store as a request: everything that the features know of it.
 *
 * @param source whose popularity is set beside the prediction
 * @returns null where no song has the id
 */
export function storedSongRequest(
  table: FeatureTable,
  id: string,
  features: readonly SavedFeature[],
  source: string,
): SongRequest | null {
  const row = table.ids.indexOf(id);
  if (row < 0) return null;
  const text = (column: string): string | null => {
    const { codes, levels } = table.category(column);
    return codes[row] < 0 ? null : levels[codes[row]];
  };
  const number = (values: Float64Array): number | null =>
    Number.isNaN(values[row]) ? null : values[row];
  const values = features.map((feature): [string, number | string | null] => {
    if (feature.id === 'artist') return ['artist', artistKey(text('artist'))];
    if (feature.id === 'album') return ['album', albumKey(text('artist'), text('album'))];
    const value = feature.kind === 'category' ? text(feature.id) : number(table.number(feature.id));
    return [feature.id, value];
  });
  return {
    title: text('title'),
    actual: number(table.observation('popularity', source)),
    values: new Map(values),
  };
}
