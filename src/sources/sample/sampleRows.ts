import type { SampleAudio } from './sampleAudio.js';
import { sampleArtist, sampleArtists, countArtists, type SampleSize } from './sampleArtist.js';
import { countUsers, listensOfUser, tagsOfUser } from './sampleListeners.js';
import { PlaylistBook, type PlaylistEntry } from './samplePlaylists.js';
import { sampleRandom } from './sampleRandom.js';
import { songsOfArtist, type SampleSong } from './sampleSong.js';
import { SAMPLE_AS_OF, SAMPLE_BEFORE } from './sampleSource.js';
import { sampleVideo } from './sampleVideo.js';

/** A record without what all records of the sample share. */
export interface SampleRow {
  readonly kind: string;
  readonly key: string;
  readonly observedAt: string;
  readonly payload: Readonly<Record<string, string>>;
}

/** All valid rows of a sample, kind after kind, in the order in which they must be loaded. */
export function* sampleRows(size: SampleSize): Generator<SampleRow> {
  yield* artistRows(size);
  yield* followerRows(size);
  yield* trackRows(size);
  yield* videoRows(size);
  yield* listenRows(size);
  yield* tagRows(size);
}

function* artistRows(size: SampleSize): Generator<SampleRow> {
  for (const [artist] of sampleArtists(size)) {
    const payload = { id: artist.id, name: artist.name };
    yield { kind: 'artist', key: artist.id, observedAt: SAMPLE_AS_OF, payload };
  }
}

/** Followers at two dates: the one place of the sample where growth can be seen. */
function* followerRows({ songs, seed }: SampleSize): Generator<SampleRow> {
  const artists = countArtists({ songs, seed });
  for (let index = 0; index < artists; index += 1) {
    const { id, name, fame } = sampleArtist(seed, index);
    const random = sampleRandom(seed, 'followers', index);
    const before = 10 ** (4.2 + 0.5 * fame + 0.3 * random.normal());
    const growth = Math.exp(0.12 + 0.15 * random.normal());
    for (const [observedAt, followers] of [
      [SAMPLE_BEFORE, before],
      [SAMPLE_AS_OF, before * growth],
    ] as const) {
      const payload = { id, name, followers: String(Math.round(followers)) };
      yield { kind: 'artist_followers', key: `${id} ${observedAt}`, observedAt, payload };
    }
  }
}

function* songsOfSample(size: SampleSize): Generator<SampleSong> {
  const options = { seed: size.seed, artists: countArtists(size) };
  for (const [artist, count] of sampleArtists(size)) {
    yield* songsOfArtist(artist, count, options);
  }
}

/** One row per song and playlist, as in the file it imitates. */
function* trackRows(size: SampleSize): Generator<SampleRow> {
  const book = new PlaylistBook(size);
  for (const song of songsOfSample(size)) {
    const gaps = sampleRandom(size.seed, `gaps ${song.id}`);
    const columns = withGaps(trackColumns(song), gaps);
    for (const entry of book.playlistsOf(song)) {
      const key = `${song.id} ${entry.id} ${entry.subgenre}`;
      const payload = { ...columns, ...playlistColumns(entry) };
      yield { kind: 'sample_track', key, observedAt: SAMPLE_AS_OF, payload };
    }
  }
}

function trackColumns(song: SampleSong): Record<string, string> {
  const artists = song.guest === null ? [song.artist] : [song.artist, song.guest];
  return {
    track_id: song.id,
    track_name: song.title,
    track_artists: artists.map((artist) => artist.name).join(';'),
    track_artist_ids: artists.map((artist) => artist.id).join(';'),
    track_popularity: String(song.popularity),
    track_album_id: song.release.id,
    track_album_name: song.releaseTitle,
    track_album_type: song.release.type,
    track_album_release_date: song.release.dateText,
    track_number: String(song.trackNumber),
    explicit: song.explicit ? 'True' : 'False',
    markets: String(song.markets),
    ...audioColumns(song.audio),
    duration_ms: String(song.durationMs),
  };
}

function audioColumns(audio: SampleAudio): Record<string, string> {
  return {
    danceability: String(audio.danceability),
    energy: String(audio.energy),
    key: String(audio.key),
    loudness: String(audio.loudness),
    mode: String(audio.mode),
    speechiness: String(audio.speechiness),
    acousticness: String(audio.acousticness),
    instrumentalness: String(audio.instrumentalness),
    liveness: String(audio.liveness),
    valence: String(audio.valence),
    tempo: String(audio.tempo),
  };
}

function playlistColumns(entry: PlaylistEntry): Record<string, string> {
  return {
    playlist_id: entry.id,
    playlist_name: entry.name,
    playlist_genre: entry.genre,
    playlist_subgenre: entry.subgenre,
  };
}

/** Columns that some songs lack, with the share of the songs that do. */
const GAPS: readonly (readonly [string, number])[] = [
  ['track_popularity', 0.01],
  ['track_album_release_date', 0.005],
  ['track_album_type', 0.01],
  ['explicit', 0.015],
  ['markets', 0.05],
  ['track_number', 0.02],
  ['tempo', 0.005],
  ['valence', 0.005],
];

function withGaps(
  columns: Record<string, string>,
  random: { chance(probability: number): boolean },
): Record<string, string> {
  for (const [column, share] of GAPS) if (random.chance(share)) columns[column] = '';
  return columns;
}

function* videoRows(size: SampleSize): Generator<SampleRow> {
  for (const song of songsOfSample(size)) {
    const video = sampleVideo(song, size.seed);
    if (!video) continue;
    const payload = {
      track_id: song.id,
      Artist: song.artist.name,
      artist_id: song.artist.id,
      Track: song.title,
      Title: `${song.artist.name} - ${song.title}${video.official ? ' (Official Video)' : ''}`,
      Channel: song.artist.name,
      Views: `${video.views}.0`,
      Likes: `${video.likes}.0`,
      Comments: `${video.comments}.0`,
      Licensed: video.licensed ? 'True' : 'False',
      official_video: video.official ? 'True' : 'False',
      Stream: `${video.streams}.0`,
    };
    yield { kind: 'sample_video', key: song.id, observedAt: SAMPLE_AS_OF, payload };
  }
}

function* listenRows(size: SampleSize): Generator<SampleRow> {
  const artists = countArtists(size);
  for (let user = 0; user < countUsers(size); user += 1) {
    for (const listen of listensOfUser(user, size.seed, artists)) {
      const payload = {
        userID: listen.user,
        artistID: listen.artist,
        weight: String(listen.plays),
      };
      const key = `${listen.user} ${listen.artist}`;
      yield { kind: 'listen', key, observedAt: SAMPLE_AS_OF, payload };
    }
  }
}

function* tagRows(size: SampleSize): Generator<SampleRow> {
  const artists = countArtists(size);
  for (let user = 0; user < countUsers(size); user += 1) {
    for (const tag of tagsOfUser(user, size.seed, artists)) {
      const payload = {
        userID: tag.user,
        artistID: tag.artist,
        tagID: tag.tag,
        tagValue: tag.tag,
        day: String(tag.day),
        month: String(tag.month),
        year: String(tag.year),
      };
      const key = `${tag.user} ${tag.artist} ${tag.tag}`;
      yield { kind: 'tag_assignment', key, observedAt: SAMPLE_AS_OF, payload };
    }
  }
}
