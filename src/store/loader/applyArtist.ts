import type { ArtistRecordDraft, DraftRecord } from '../../domain/draft.js';
import type { PreparedArtist } from './preparedRecord.js';
import { resolveArtist } from './resolveArtist.js';
import type { WorkingSet } from './workingSet.js';

/**
 * Writes a record that speaks of an artist alone.
 *
 * @returns whether the artist is new
 */
export function applyArtist(
  set: WorkingSet,
  record: DraftRecord,
  draft: ArtistRecordDraft,
  prepared: PreparedArtist,
): boolean {
  const { artist, isNew } = resolveArtist(set, prepared, record.source);
  const day = record.observedAt.slice(0, 10);
  for (const { metric, value } of draft.observations) {
    const key = `${artist.id}\t${metric}\t${record.source}\t${day}`;
    if (set.artistSnapshots.has(key)) continue;
    set.artistSnapshots.add(key);
    set.rows.insert('metric_snapshots', [null, artist.id, metric, record.source, day, value]);
    set.changes += 1;
  }
  return isNew;
}
