import type { CategoryColumn, FeatureTable } from '../../features/featureTable.js';

/**
 * A category column by the name a hypothesis uses: an artist is told apart by id, and a genre is the one that the
 * source of the outcome gives, because vocabularies differ between sources.
 *
 * @returns null where the table has no such column
 */
export function categoryOf(table: FeatureTable, id: string, source: string): CategoryColumn | null {
  const column = columnNames(id, source).find((name) => table.has(name));
  return column === undefined ? null : table.category(column);
}

function columnNames(id: string, source: string): readonly string[] {
  if (id === 'artist') return ['artist_id', 'artist'];
  if (id === 'genre') return [`genre:${source}`, 'genre'];
  if (id === 'album_type') return ['album_type'];
  return [];
}
