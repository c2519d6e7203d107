import { sampleAudio, type SampleAudio } from './sampleAudio.js';
import { artistId, sampleArtist, type SampleArtist } from './sampleArtist.js';
import { songTitle } from './sampleNames.js';
import { plantedSize } from './planted.js';
import { sampleRandom, type SampleRandom } from './sampleRandom.js';
import { drawReleases, type SampleRelease } from './sampleRelease.js';
import { PLACES } from './words.js';

/** A song of the sample with everything that is true of it; records show parts. */
export interface SampleSong {
  readonly id: string;
  readonly title: string;
  readonly artist: SampleArtist;
  readonly guest: SampleArtist | null;
  readonly release: SampleRelease;
  readonly releaseTitle: string;
  readonly trackNumber: number;
  readonly durationMs: number;
  readonly explicit: boolean;
  readonly markets: number;
  readonly audio: SampleAudio;
  readonly playlists: number;
  /** 0 to 100. */
  readonly popularity: number;
  /** Standard normal: what popularity and streams have in common beyond the artist. */
  readonly appeal: number;
}

/** Standard deviations of popularity in points: 9² / (9² + 11²) = 0.40 of it lies between artists. */
const ARTIST_SD = 9;
const SONG_SD = 11;
const MEAN_POPULARITY = 46;
const REFERENCE_YEAR = 2010;
const MEAN_MINUTES = 3.6;
/** Some songs have a popularity of 0 for no reason that the data hold, as in the public files. */
const UNLISTED_SHARE = 0.02;
const PLAYLIST_SHARES = [0.66, 0.2, 0.09, 0.05];

/** What the songs of a sample have in common. */
export interface SongsOptions {
  readonly seed: number;
  /** Number of artists, from whom guests are drawn. */
  readonly artists: number;
}

/**
 * The songs of one artist, the same whenever they are asked for.
 *
 * @example
 * const songs = songsOfArtist(sampleArtist(1, 0), 3, { seed: 1, artists: 700 });
 */
export function songsOfArtist(
  artist: SampleArtist,
  count: number,
  options: SongsOptions,
): SampleSong[] {
  const random = sampleRandom(options.seed, 'songs', artist.index);
  const titles = new Set<string>();
  const songs: SampleSong[] = [];
  for (const release of drawReleases(artist, count, random)) {
    const releaseTitle = freshTitle(titles, random);
    for (let track = 1; track <= release.songs; track += 1) {
      const isTitleTrack = track === 1 && release.type === 'single';
      const title = isTitleTrack ? releaseTitle : freshTitle(titles, random);
      const id = `t${artist.id.slice(1)}.${String(songs.length + 1).padStart(2, '0')}`;
      const place = { id, artist, release, releaseTitle, trackNumber: track };
      songs.push({ ...place, ...drawSong(artist, release, title, options, random) });
    }
  }
  return songs;
}

function freshTitle(taken: Set<string>, random: SampleRandom): string {
  let title = songTitle(random);
  while (taken.has(title)) title = songTitle(random);
  taken.add(title);
  return title;
}

type Drawn = Omit<SampleSong, 'id' | 'artist' | 'release' | 'releaseTitle' | 'trackNumber'>;

function drawSong(
  artist: SampleArtist,
  release: SampleRelease,
  title: string,
  options: SongsOptions,
  random: SampleRandom,
): Drawn {
  const { genre } = artist.scene;
  const guest = random.chance(genre.featuringShare) ? drawGuest(artist, options, random) : null;
  const minutes = drawMinutes(release.year, random);
  const audio = sampleAudio(genre, release.year, random);
  const playlists = drawPlaylists(random);
  const appeal = random.normal();
  return {
    title: titleOf(title, guest, random),
    guest,
    durationMs: Math.round(minutes * 60_000),
    explicit: random.chance(genre.explicitShare),
    markets: 20 + random.integer(165),
    audio,
    playlists,
    popularity: popularityOf({ artist, release, minutes, audio, playlists, appeal }, random),
    appeal,
  };
}

/** Everything that moves popularity, and nothing else does. */
function popularityOf(
  song: Pick<SampleSong, 'artist' | 'release' | 'audio' | 'playlists' | 'appeal'> & {
    minutes: number;
  },
  random: SampleRandom,
): number {
  if (random.chance(UNLISTED_SHARE)) return 0;
  const value =
    MEAN_POPULARITY +
    plantedSize('genres.spread') * song.artist.scene.genre.popularity +
    (-plantedSize('content.age') / 10) * (song.release.year - REFERENCE_YEAR) +
    plantedSize('content.duration') * (song.minutes - MEAN_MINUTES) +
    plantedSize('content.audio_danceability') * song.audio.danceabilityScore +
    plantedSize('content.audio_instrumentalness') * song.audio.instrumentalnessScore +
    plantedSize('platforms.playlists') * Math.log2(song.playlists) +
    ARTIST_SD * song.artist.fame +
    SONG_SD * song.appeal;
  return Math.round(Math.min(100, Math.max(1, value)));
}

function drawGuest(
  artist: SampleArtist,
  options: SongsOptions,
  random: SampleRandom,
): SampleArtist | null {
  const index = random.integer(options.artists);
  return artistId(index) === artist.id ? null : sampleArtist(options.seed, index);
}

/** Songs of recent years are shorter, which the year accounts for. */
function drawMinutes(year: number, random: SampleRandom): number {
  const drawn = MEAN_MINUTES - 0.012 * (year - REFERENCE_YEAR) + 0.8 * random.normal();
  return Math.min(12, Math.max(0.8, drawn));
}

function drawPlaylists(random: SampleRandom): number {
  const draw = random.unit();
  let reached = 0;
  const place = PLAYLIST_SHARES.findIndex((share) => {
    reached += share;
    return draw < reached;
  });
  return place === -1 ? PLAYLIST_SHARES.length : place + 1;
}

/** Guests and versions stand in titles as public files write them. */
function titleOf(title: string, guest: SampleArtist | null, random: SampleRandom): string {
  const named = guest === null ? title : `${title} (feat. ${guest.name})`;
  const draw = random.unit();
  if (draw < 0.02) return `${named} - Live in ${random.pick(PLACES)}`;
  if (draw < 0.04) return `${named} - ${random.pick(PLACES)} Remix`;
  if (draw < 0.05) return `${named} - Remastered ${2005 + random.integer(15)}`;
  return named;
}
