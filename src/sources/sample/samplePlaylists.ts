import type { SampleSize } from './sampleArtist.js';
import { sampleRandom, type SampleRandom } from './sampleRandom.js';
import type { SampleSong } from './sampleSong.js';
import { GENRES, type SampleGenre } from './scenes.js';
import { ADJECTIVES, MOODS } from './words.js';

/** A song's place on one playlist. */
export interface PlaylistEntry {
  readonly id: string;
  readonly name: string;
  readonly genre: string;
  readonly subgenre: string;
}

const SONGS_PER_PLAYLIST = 60;
const FEWEST_PER_GENRE = 8;
/** Share of the songs on three or more playlists of which one is of another genre. */
const CROSSOVER_SHARE = 0.3;

/** The playlists of a sample, made when asked for: nothing is kept. */
export class PlaylistBook {
  readonly #seed: number;
  readonly #perGenre: number;

  constructor({ songs, seed }: SampleSize) {
    this.#seed = seed;
    this.#perGenre = Math.max(
      FEWEST_PER_GENRE,
      Math.ceil(songs / SONGS_PER_PLAYLIST / GENRES.length),
    );
  }

  /**
   * The playlists that a song is on, all different. The song's own genre always leads: another genre comes only
   * as one of three or more.
   */
  playlistsOf(song: SampleSong): PlaylistEntry[] {
    const random = sampleRandom(this.#seed, `playlists ${song.id}`);
    const own = song.artist.scene.genre;
    const crosses = song.playlists >= 3 && random.chance(CROSSOVER_SHARE);
    const entries = new Map<string, PlaylistEntry>();
    if (crosses) {
      const entry = this.#playlist(otherGenre(own, random), random);
      entries.set(entry.id, entry);
    }
    while (entries.size < song.playlists) {
      const entry = this.#playlist(own, random);
      entries.set(entry.id, entry);
    }
    return [...entries.values()];
  }

  #playlist(genre: SampleGenre, random: SampleRandom): PlaylistEntry {
    const place = random.integer(this.#perGenre);
    const number = GENRES.indexOf(genre) * this.#perGenre + place;
    const words = sampleRandom(this.#seed, 'playlist', number);
    const subgenre = genre.subgenres[place % 2 === 0 ? 0 : 1];
    const name = words.chance(0.5)
      ? `${words.pick(ADJECTIVES)} ${subgenre}`
      : `${subgenre} for ${words.pick(MOODS)} days`;
    return { id: `p${String(number).padStart(6, '0')}`, name, genre: genre.name, subgenre };
  }
}

function otherGenre(own: SampleGenre, random: SampleRandom): SampleGenre {
  let genre = random.pick(GENRES);
  while (genre === own) genre = random.pick(GENRES);
  return genre;
}
