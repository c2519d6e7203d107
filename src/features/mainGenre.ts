import { SOURCE_PRIORITY, sourceRank } from '../store/loader/fieldPriority.js';
import type { SongGenre, SongRecord } from '../store/queries/songRecords.js';

/**
 * The genre entry that stands for a song where only one can: from the source that comes first in the store's order
 * of belief, of those that name a genre. Sources of one rank stand in code unit order.
 */
export function mainGenre(song: SongRecord): SongGenre | null {
  let best: SongGenre | null = null;
  for (const entry of song.genres) {
    if (entry.genre === null) continue;
    if (best === null || rankOf(entry) < rankOf(best)) best = entry;
  }
  return best;
}

function rankOf(entry: SongGenre): number {
  return sourceRank(SOURCE_PRIORITY.song, entry.source);
}
