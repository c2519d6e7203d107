import type { ArtistAudience } from '../../models/artistSimilarity.js';
import type { SupportedListen } from '../../store/queries/supportedListens.js';
import type { SupportedTag } from '../../store/queries/supportedTags.js';

/** A tag that fewer of the compared artists carry says nothing about which of them are alike. */
const MIN_TAG_ARTISTS = 5;
/** Users beyond these many are left out, the first in the order of their ids stay: pairs grow with the lists' squares. */
const MAX_USERS = 20_000;

/** Artists of one source by index, most listeners first. */
export interface AudienceArtist {
  readonly id: string;
  readonly name: string;
  readonly listeners: number;
}

export interface Audience {
  readonly source: string;
  readonly artists: readonly AudienceArtist[];
  readonly tags: readonly string[];
  readonly model: ArtistAudience;
}

/** The audience of a listening source from its listens and tags; null where no artist has enough listeners. */
export function audienceOf(
  source: string | null,
  listens: readonly SupportedListen[],
  tags: readonly SupportedTag[],
  nameOf: ReadonlyMap<string, string>,
): Audience | null {
  if (source === null || listens.length === 0) return null;
  const artists = artistsOf(listens, nameOf);
  const artistCode = new Map(artists.map(({ id }, code) => [id, code]));
  const users = [...new Set(listens.map((row) => row.user_id))].sort().slice(0, MAX_USERS);
  const userCode = new Map(users.map((id, code) => [id, code]));
  const tagged = tags.filter((row) => artistCode.has(row.artist_id));
  const names = frequentTags(tagged);
  const tagCode = new Map(names.map((tag, code) => [tag, code]));
  const model: ArtistAudience = {
    artists: artists.length,
    users: users.length,
    tags: names.length,
    listens: listens.flatMap((row) => {
      const user = userCode.get(row.user_id);
      return user === undefined
        ? []
        : [{ user, artist: artistCode.get(row.artist_id)!, plays: row.plays }];
    }),
    taggings: tagged.flatMap((row) => {
      const tag = tagCode.get(row.tag);
      if (tag === undefined) return [];
      // A tagger who listens to none of the artists is never resampled, like a total without a user.
      const user = row.user_id === null ? -1 : (userCode.get(row.user_id) ?? -1);
      return [{ user, artist: artistCode.get(row.artist_id)!, tag, weight: row.weight }];
    }),
  };
  return { source, artists, tags: names, model };
}

function artistsOf(
  listens: readonly SupportedListen[],
  nameOf: ReadonlyMap<string, string>,
): AudienceArtist[] {
  const counts = new Map<string, number>();
  for (const { artist_id: id } of listens) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .map(([id, listeners]) => ({ id, name: nameOf.get(id) ?? id, listeners }))
    .sort((a, b) => b.listeners - a.listeners || (a.id < b.id ? -1 : 1));
}

function frequentTags(tags: readonly SupportedTag[]): string[] {
  const artists = new Map<string, Set<string>>();
  for (const { tag, artist_id: artist } of tags) {
    artists.set(tag, (artists.get(tag) ?? new Set()).add(artist));
  }
  return [...artists]
    .filter(([, carriers]) => carriers.size >= MIN_TAG_ARTISTS)
    .map(([tag]) => tag)
    .sort();
}
