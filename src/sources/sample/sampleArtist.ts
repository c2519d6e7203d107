import { artistName } from './sampleNames.js';
import { sampleRandom } from './sampleRandom.js';
import { sceneOfArtist, type Scene } from './scenes.js';

/** An artist of the sample. */
export interface SampleArtist {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly scene: Scene;
  /** Standard normal: what all songs of the artist have in common on every platform. */
  readonly fame: number;
  readonly startYear: number;
}

/** What identifies a sample: the same two numbers always give the same records. */
export interface SampleSize {
  readonly songs: number;
  readonly seed: number;
}

const FEWEST_START_YEAR = 1962;
const LATEST_START_YEAR = 2022;
const MOST_SONGS = 20;
const MEAN_SONGS = 4.2;

/** Any artist, made from its index alone. */
export function sampleArtist(seed: number, index: number): SampleArtist {
  const scene = sceneOfArtist(index);
  const random = sampleRandom(seed, 'artist', index);
  const fame = random.normal();
  const start = Math.round(scene.genre.startYear + 9 * random.normal());
  return {
    index,
    id: artistId(index),
    name: artistName(seed, index),
    scene,
    fame,
    startYear: Math.min(LATEST_START_YEAR, Math.max(FEWEST_START_YEAR, start)),
  };
}

export function artistId(index: number): string {
  return `a${String(index).padStart(7, '0')}`;
}

/** Fame alone, without the name: listeners ask it of many artists. */
export function fameOf(seed: number, index: number): number {
  return sampleRandom(seed, 'artist', index).normal();
}

/** Number of songs of an artist: at least one, many with few and few with many. */
function songsOf(seed: number, index: number): number {
  const drawn = -Math.log(1 - sampleRandom(seed, 'size', index).unit()) * MEAN_SONGS;
  return Math.min(MOST_SONGS, 1 + Math.floor(drawn));
}

/** Number of artists that a sample of a size has. */
export function countArtists({ songs, seed }: SampleSize): number {
  let made = 0;
  let index = 0;
  while (made < songs) {
    made += songsOf(seed, index);
    index += 1;
  }
  return index;
}

/** All artists of a sample with their number of songs; the last one is cut so that the songs add up. */
export function* sampleArtists({
  songs,
  seed,
}: SampleSize): Generator<readonly [SampleArtist, number]> {
  let left = songs;
  for (let index = 0; left > 0; index += 1) {
    const count = Math.min(left, songsOf(seed, index));
    left -= count;
    yield [sampleArtist(seed, index), count];
  }
}
