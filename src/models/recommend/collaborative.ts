import type { ArtistData, Listen, Tagging } from './artistData.js';
import { ease, type Ease } from './ease.js';
import { sparseRows, stackRows, type SparseCell, type SparseRows } from './sparseRows.js';
import { tagRows } from './tagRows.js';

/** What supports an artist besides listeners, and how strongly. */
export interface CollaborativeSettings {
  /** L2 penalty of EASE. */
  readonly lambda: number;
  /** Listeners and playlists an artist needs to take part. */
  readonly minSupport: number;
  /** Weight of an artist's tags against one listener; 0 leaves tags out. */
  readonly tagWeight: number;
  /** Users a tag needs to count. */
  readonly minTagUsers: number;
  /** Whether playlists count as listeners. */
  readonly playlists: boolean;
}

/**
 * λ and the least support are those under which EASE is known on Last.fm 2K; a tag of fewer than ten users says more about
 * them than about the music. The weight of tags was chosen from 0, 3, 10 and 30 on a part of the training listens that no
 * reported score rests on; the study of recommenders chooses anew.
 */
export const DEFAULT_SETTINGS: CollaborativeSettings = {
  lambda: 200,
  minSupport: 3,
  tagWeight: 10,
  minTagUsers: 10,
  playlists: true,
};

/** EASE over the artists with enough support. */
export interface Collaborative {
  readonly model: Ease;
  /** Artist of each item of the model. */
  readonly artists: Int32Array;
  /** Item of each artist; −1 for those left out. */
  readonly itemOf: Int32Array;
  /** Listeners and playlists per artist. */
  readonly support: Int32Array;
}

/** Most artists that take part, those with most support: memory grows with them times the rows. */
const MOST_ITEMS = 10_000;

/** Fits EASE on who listens to whom, with tags (and playlists) as further rows below the users. */
export function fitCollaborative(
  data: Pick<ArtistData, 'users' | 'playlists'> & { readonly artists: number },
  listens: readonly Listen[],
  taggings: readonly Tagging[],
  settings: CollaborativeSettings,
): Collaborative {
  const lists = settings.playlists ? data.playlists : [];
  const support = supportOf(data.artists, listens, lists);
  const artists = supported(support, settings.minSupport);
  const itemOf = new Int32Array(data.artists).fill(-1);
  artists.forEach((artist, item) => (itemOf[artist] = item));
  const cells = new Map<number, SparseCell>();
  const put = (row: number, artist: number): void => {
    const column = itemOf[artist];
    if (column >= 0) cells.set(row * artists.length + column, { row, column, value: 1 });
  };
  for (const { user, artist } of listens) put(user, artist);
  lists.forEach((list, index) => list.forEach((artist) => put(data.users + index, artist)));
  const heard = sparseRows([...cells.values()], data.users + lists.length, artists.length);
  const tagged = settings.tagWeight > 0 ? taggedRows(taggings, itemOf, artists, settings) : null;
  const rows = tagged ? stackRows(heard, tagged) : heard;
  return { model: ease(rows, settings.lambda), artists, itemOf, support };
}

function supportOf(
  artists: number,
  listens: readonly Listen[],
  lists: readonly (readonly number[])[],
): Int32Array {
  const support = new Int32Array(artists);
  const seen = new Set<number>();
  for (const { user, artist } of listens) {
    const pair = user * artists + artist;
    if (!seen.has(pair)) support[artist] += 1;
    seen.add(pair);
  }
  for (const artist of lists.flat()) support[artist] += 1;
  return support;
}

/** Artists with enough support, in their own order. */
function supported(support: Int32Array, minSupport: number): Int32Array {
  const enough = Int32Array.from(support.keys()).filter((artist) => support[artist] >= minSupport);
  if (enough.length <= MOST_ITEMS) return enough;
  return enough
    .sort((a, b) => support[b] - support[a] || a - b)
    .slice(0, MOST_ITEMS)
    .sort();
}

function taggedRows(
  taggings: readonly Tagging[],
  itemOf: Int32Array,
  artists: Int32Array,
  { minTagUsers, tagWeight }: CollaborativeSettings,
): SparseRows {
  const ofItems = taggings
    .filter(({ artist }) => itemOf[artist] >= 0)
    .map((tagging) => ({ ...tagging, artist: itemOf[tagging.artist] }));
  const { rows } = tagRows(ofItems, artists.length, minTagUsers);
  return { ...rows, values: rows.values.map((value) => value * Math.sqrt(tagWeight)) };
}
