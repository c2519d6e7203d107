import type { ColumnInfo } from './popularitySet.js';

/** The feature that a column of the model speaks for, and its title. */
export type FeatureName = (column: string) => { readonly feature: string; readonly title: string };

/** All yes-or-no columns of the genres and subgenres of playlists are one feature. */
const LISTS = { feature: 'lists', title: 'Genres of its playlists' } as const;

/**
 * Puts together the columns that tell one thing: the mean target of a category and the number of rows behind it, and all
 * genres that list a song.
 */
export function featureNames(columns: ReadonlyMap<string, ColumnInfo>): FeatureName {
  return (column) => {
    const own = columns.get(column);
    if (own?.group === 'lists') return LISTS;
    if (own) return { feature: column, title: own.title };
    const feature = column.replace(/_(?:mean|rows)$/u, '');
    const key = columns.get(feature);
    return {
      feature,
      title: key ? `Mean of the other songs: ${key.title.toLowerCase()}` : feature,
    };
  };
}
