import { artistNames, type ArtistName } from '../../store/queries/artistNames.js';
import { artistPlaylists } from '../../store/queries/artistPlaylists.js';
import { artistPopularity } from '../../store/queries/artistPopularity.js';
import { artistSound, type ArtistSound } from '../../store/queries/artistSound.js';
import { artistStyles } from '../../store/queries/artistStyles.js';
import { artistTaggings, type ArtistTaggingRow } from '../../store/queries/artistTaggings.js';
import { listenerSources } from '../../store/queries/listenerSources.js';
import { listenRows, type ListenRow } from '../../store/queries/listenRows.js';
import type { Asker } from '../../store/query.js';

/** How much enters, so that a fit stays within seconds whatever the size of the store. */
export interface LoadLimits {
  /** Where there are more users, as many are drawn as `drawnUsers` says. */
  readonly mostUsers: number;
  readonly drawnUsers: number;
  /** Playlists, drawn where there are more. */
  readonly mostPlaylists: number;
  /** Whether artists that none of the drawn users plays are left out, too. */
  readonly heardOnly: boolean;
}

/** What a recommender is made from. */
const EVERYTHING: LoadLimits = {
  mostUsers: 2500,
  drawnUsers: 2500,
  mostPlaylists: 500,
  heardOnly: false,
};

/** A user played an artist; both are places in the lists of {@link ArtistData}. */
export interface Listen {
  readonly user: number;
  readonly artist: number;
  readonly plays: number;
}

export interface Tagging {
  /** −1 where a source gives totals only. */
  readonly user: number;
  readonly artist: number;
  readonly tag: number;
  readonly weight: number;
}

/** A genre or subgenre, and how many of the artist's songs stand under it. */
export interface Style {
  readonly artist: number;
  readonly style: string;
  readonly songs: number;
}

/** All that is known of artists and that tells which are alike. Artists, users and tags are named by their place. */
export interface ArtistData {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** The source that says who listens to whom, or null. */
  readonly source: string | null;
  readonly users: number;
  /** In the order of the source's file: by user, then by the source's number of the artist. */
  readonly listens: readonly Listen[];
  readonly tags: readonly string[];
  readonly taggings: readonly Tagging[];
  /** Artists of each playlist. */
  readonly playlists: readonly (readonly number[])[];
  readonly styles: readonly Style[];
  /** Nine means of audio features per artist, NaN where unknown. */
  readonly sound: ReadonlyMap<number, Float64Array>;
  /** Mean popularity of the artist's songs in the source that knows most artists. */
  readonly popularity: ReadonlyMap<number, number>;
}

/** Reads what {@link ArtistData} holds from a store. */
export async function loadArtistData(
  reader: Asker,
  limits: LoadLimits = EVERYTHING,
): Promise<ArtistData> {
  const [first] = await reader.ask(listenerSources);
  const source = first?.source ?? null;
  const isDrawn = (first?.users ?? 0) > limits.mostUsers;
  const users = isDrawn ? limits.drawnUsers : limits.mostUsers;
  const rows = source === null ? [] : inFileOrder(await reader.ask(listenRows, [source, users]));
  const heard = new Set(rows.map(({ artist_id }) => artist_id));
  const artists: ArtistName[] = [];
  await reader.each(artistNames, (artist) => {
    if (!isDrawn || !limits.heardOnly || heard.has(artist.id)) artists.push(artist);
  });
  const place = new Map(artists.map(({ id }, index) => [id, index]));
  return {
    ids: artists.map(({ id }) => id),
    names: artists.map(({ name }) => name),
    source,
    ...(await loadAudience(reader, { source, users, rows }, place)),
    playlists: await loadPlaylists(reader, place, isDrawn ? limits : EVERYTHING),
    styles: await loadStyles(reader, place),
    sound: await loadSound(reader, place),
    popularity: await loadPopularity(reader, place),
  };
}

type Places = ReadonlyMap<string, number>;

/** The listens that were read, and where from. */
interface Listening {
  readonly source: string | null;
  readonly users: number;
  readonly rows: readonly ListenRow[];
}

async function loadAudience(
  reader: Asker,
  { source, users: most, rows }: Listening,
  artists: Places,
): Promise<Pick<ArtistData, 'users' | 'listens' | 'tags' | 'taggings'>> {
  const users = new Map<string, number>();
  const listens = rows.map(({ user_id, artist_id, plays }) => ({
    user: placeOf(users, user_id),
    artist: artists.get(artist_id)!,
    plays,
  }));
  const tags = new Map<string, number>();
  const taggings: Tagging[] = [];
  const take = ({ user_id, artist_id, tag, weight }: ArtistTaggingRow): void => {
    const artist = artists.get(artist_id);
    if (artist === undefined) return;
    const user = user_id === null ? -1 : placeOf(users, user_id);
    taggings.push({ user, artist, tag: placeOf(tags, tag), weight });
  };
  if (source !== null) await reader.each(artistTaggings, take, [source, most]);
  return { users: users.size, listens, tags: [...tags.keys()], taggings };
}

async function loadStyles(reader: Asker, artists: Places): Promise<readonly Style[]> {
  const styles: Style[] = [];
  await reader.each(artistStyles, ({ artist_id, style, songs }) => {
    const artist = artists.get(artist_id);
    if (artist !== undefined) styles.push({ artist, style, songs });
  });
  return styles;
}

/**
 * The order of the source's file: user by user, and each user's artists by their number in the source. Verified against
 * `user_artists.dat`, whose rows stand in this order. Ids that are no numbers follow in the order of their text.
 */
export function inFileOrder(rows: readonly ListenRow[]): readonly ListenRow[] {
  const key = ({ user_id, artist_ref }: ListenRow): readonly [number, number] => [
    idNumber(user_id),
    idNumber(artist_ref.slice(artist_ref.indexOf(':') + 1)),
  ];
  return rows
    .map((row) => ({ row, key: key(row) }))
    .sort(
      (a, b) =>
        compare(a.key[0], b.key[0]) ||
        compare(a.row.user_id, b.row.user_id) ||
        compare(a.key[1], b.key[1]) ||
        compare(a.row.artist_ref, b.row.artist_ref),
    )
    .map(({ row }) => row);
}

function idNumber(id: string): number {
  return /^\d{1,15}$/.test(id) ? Number(id) : Number.MAX_SAFE_INTEGER;
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function placeOf(places: Map<string, number>, key: string): number {
  const known = places.get(key);
  if (known !== undefined) return known;
  places.set(key, places.size);
  return places.size - 1;
}

async function loadPlaylists(
  reader: Asker,
  artists: Places,
  { mostPlaylists }: LoadLimits,
): Promise<readonly number[][]> {
  const lists = new Map<string, number[]>();
  await reader.each(
    artistPlaylists,
    ({ playlist_id, artist_id }) => {
      const artist = artists.get(artist_id);
      if (artist === undefined) return;
      const list = lists.get(playlist_id) ?? [];
      if (list.length === 0) lists.set(playlist_id, list);
      list.push(artist);
    },
    [mostPlaylists],
  );
  return [...lists.values()];
}

async function loadSound(
  reader: Asker,
  artists: Places,
): Promise<ReadonlyMap<number, Float64Array>> {
  const sound = new Map<number, Float64Array>();
  await reader.each(artistSound, ({ artist_id, ...means }: ArtistSound) => {
    const artist = artists.get(artist_id);
    if (artist === undefined) return;
    sound.set(
      artist,
      Float64Array.from(Object.values(means), (mean) => mean ?? NaN),
    );
  });
  return sound;
}

/** Of the source that scores most artists: scores of different sources are never averaged. */
async function loadPopularity(
  reader: Asker,
  artists: Places,
): Promise<ReadonlyMap<number, number>> {
  const bySource = new Map<string, Map<number, number>>();
  await reader.each(artistPopularity, ({ source, artist_id, popularity }) => {
    const artist = artists.get(artist_id);
    if (artist === undefined) return;
    const scores = bySource.get(source) ?? new Map<number, number>();
    if (scores.size === 0) bySource.set(source, scores);
    scores.set(artist, popularity);
  });
  let most: ReadonlyMap<number, number> = new Map();
  for (const scores of bySource.values()) if (scores.size > most.size) most = scores;
  return most;
}
