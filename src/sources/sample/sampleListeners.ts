import { plantedSize } from './planted.js';
import { artistId, fameOf, type SampleSize } from './sampleArtist.js';
import { sampleRandom, type SampleRandom } from './sampleRandom.js';
import { PATTERN, SCENES, sceneOfArtist, type Scene } from './scenes.js';
import { MOODS } from './words.js';

/** One user of the sample played one artist. */
export interface SampleListen {
  readonly user: string;
  readonly artist: string;
  readonly plays: number;
}

/** One user of the sample gave one artist one tag. */
export interface SampleTag {
  readonly user: string;
  readonly artist: string;
  readonly tag: string;
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

const LISTENS_PER_USER = 30;
const TAGS_PER_USER = 6;
/** Share of a user's listens that goes to the scene of the user's taste. */
const TASTE_SHARE = 0.75;
/** Fame above this many standard deviations attracts no more listeners. */
const MOST_FAME = 2.5;
/** How much more listeners one standard deviation of fame brings, as a decimal logarithm. */
const FAME_STEP = 0.3;
const ATTEMPTS_PER_LISTEN = 12;

/** Number of users: one for ten songs, at least 20. */
export function countUsers({ songs }: SampleSize): number {
  return Math.max(20, Math.round(songs / 10));
}

function userId(index: number): string {
  return `u${String(index).padStart(7, '0')}`;
}

/** The listens of one user: mostly artists of one scene, the famous ones more often. */
export function listensOfUser(user: number, seed: number, artists: number): SampleListen[] {
  return [...playsOfUser(user, seed, artists)].map(([index, plays]) => ({
    user: userId(user),
    artist: artistId(index),
    plays,
  }));
}

/** Plays by artist index. */
function playsOfUser(user: number, seed: number, artists: number): Map<number, number> {
  const random = sampleRandom(seed, 'listens', user);
  const taste = tasteOf(user, seed);
  const plays = new Map<number, number>();
  for (let attempt = 0; attempt < LISTENS_PER_USER * ATTEMPTS_PER_LISTEN; attempt += 1) {
    if (plays.size >= Math.min(LISTENS_PER_USER, artists)) break;
    const index = random.chance(TASTE_SHARE)
      ? drawFromScene(taste, artists, random)
      : random.integer(artists);
    const fame = Math.min(MOST_FAME, fameOf(seed, index));
    if (plays.has(index) || !random.chance(10 ** (FAME_STEP * (fame - MOST_FAME)))) continue;
    plays.set(index, drawPlays(fame, random));
  }
  return plays;
}

/** Famous artists are also played more often by each listener: the planted effect on loyalty. */
function drawPlays(fame: number, random: SampleRandom): number {
  const perTenfold = plantedSize('artists.loyalty') * FAME_STEP * fame;
  return Math.max(1, Math.round(10 ** (2.1 + perTenfold + 0.4 * random.normal())));
}

/** The tags that one user gave: mostly the artist's genre or subgenre, sometimes a mood, rarely something wrong. */
export function tagsOfUser(user: number, seed: number, artists: number): SampleTag[] {
  const random = sampleRandom(seed, 'tags', user);
  const tags = new Map<string, SampleTag>();
  for (const index of [...playsOfUser(user, seed, artists).keys()].slice(0, TAGS_PER_USER)) {
    const tag = drawTag(sceneOfArtist(index), random);
    const [year, month, day] = [
      2016 + random.integer(9),
      1 + random.integer(12),
      1 + random.integer(28),
    ];
    const artist = artistId(index);
    tags.set(`${artist} ${tag}`, { user: userId(user), artist, tag, day, month, year });
  }
  return [...tags.values()];
}

function drawTag(scene: Scene, random: SampleRandom): string {
  const draw = random.unit();
  if (draw < 0.45) return scene.genre.name;
  if (draw < 0.75) return scene.subgenre;
  return draw < 0.93 ? random.pick(MOODS) : random.pick(SCENES).subgenre;
}

function tasteOf(user: number, seed: number): Scene {
  const random = sampleRandom(seed, 'taste', user);
  // Larger scenes have more listeners: a place of the pattern is drawn, and the scene that has it.
  const slot = random.integer(PATTERN);
  return sceneOfArtist(slot);
}

function drawFromScene(scene: Scene, artists: number, random: SampleRandom): number {
  const index = random.integer(Math.ceil(artists / PATTERN)) * PATTERN + random.pick(scene.slots);
  return index < artists ? index : random.integer(artists);
}
