import type { ArtistData } from '../../../src/models/recommend/artistData.js';
import { createRandom, randomInteger } from '../../../src/stats/random.js';

export interface ToyOptions {
  readonly users?: number;
  readonly scenes?: number;
  /** Heard artists of each scene. */
  readonly each?: number;
}

/**
 * Invented artists of several scenes. Every user keeps to one scene but for a few artists, and tags what they play with the
 * scene's name. Three further artists, which nobody plays: one with the tag and genre of the first scene, one with sound
 * alone, one of which nothing is known.
 */
export function toyArtists({ users = 80, scenes = 4, each = 15 }: ToyOptions = {}): ArtistData {
  const random = createRandom(11);
  const heard = scenes * each;
  const sceneOf = (artist: number): number => artist % scenes;
  const listens = Array.from({ length: users }, (_, user) => {
    const scene = user % scenes;
    const own = Array.from({ length: heard }, (_unused, artist) => artist).filter(
      (artist) => random() < (sceneOf(artist) === scene ? 0.6 : 0.04),
    );
    return own.map((artist) => ({ user, artist, plays: 1 + randomInteger(random, 50) }));
  }).flat();
  const ids = Array.from({ length: heard + 3 }, (_, artist) => `toy:${artist}`);
  const taggings = listens
    .filter((_, row) => row % 2 === 0)
    .map(({ user, artist }) => ({ user, artist, tag: sceneOf(artist), weight: 1 }));
  const strangers = [0, 1].map((user) => ({ user, artist: heard, tag: 0, weight: 1 }));
  const sound = new Map(
    ids.slice(0, heard + 2).map((_, artist) => {
      const level = artist === heard + 1 ? 1 : sceneOf(artist) / scenes;
      return [artist, Float64Array.of(level, random(), NaN)] as const;
    }),
  );
  return {
    ids,
    names: ids.map((_, artist) =>
      artist < heard ? `Scene ${sceneOf(artist)} No. ${artist}` : `Stranger ${artist - heard}`,
    ),
    source: 'toy',
    users,
    listens,
    tags: Array.from({ length: scenes }, (_, scene) => `scene-${scene}`),
    taggings: [...taggings, ...strangers],
    playlists: [[0, scenes, 2 * scenes, 0]],
    styles: [
      { artist: 0, style: 'genre:calm', songs: 3 },
      { artist: heard, style: 'genre:calm', songs: 2 },
    ],
    sound,
    popularity: new Map([[heard, 40]]),
  };
}
