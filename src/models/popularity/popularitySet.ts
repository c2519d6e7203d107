import type { KnownAt } from '../audit/auditSubject.js';
import type { ModelTable } from '../modelTable.js';
import type { PopularityTask } from './popularityResult.js';

/** What a column speaks of; a recipe is made of groups. */
export type ColumnGroup =
  'audio' | 'date' | 'label' | 'title' | 'catalogue' | 'years' | 'lists' | 'reach' | 'key';

/** What a column of a set means, and since when it is known. */
export interface ColumnInfo {
  readonly title: string;
  readonly group: ColumnGroup;
  readonly knownAt: KnownAt;
}

/** Rows to learn from and to be judged on: one row per track id that the source observed. */
export interface PopularitySet {
  readonly task: Omit<PopularityTask, 'rows' | 'songs' | 'targetSd'>;
  /** Every column that any recipe may use, keys (artist, album) as categories included. */
  readonly table: ModelTable;
  readonly columns: ReadonlyMap<string, ColumnInfo>;
  readonly target: Float64Array;
  /** Who the rows are; an artist may be missing. */
  readonly songs: {
    readonly ids: readonly string[];
    readonly titles: readonly string[];
    readonly artists: readonly (string | null)[];
  };
  /** Code per row of the song (all versions and repeats of a recording), the album and the artist; −1 for none. */
  readonly units: Readonly<Record<'song' | 'album' | 'artist', Int32Array>>;
  /** Year of release; NaN where unknown. */
  readonly years: Float64Array;
}
