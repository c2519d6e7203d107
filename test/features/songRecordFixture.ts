import type { FeatureContext } from '../../src/features/featureContext.js';
import type { SongRecord } from '../../src/store/queries/songRecords.js';

/** A song about which little is known; tests add what they need. */
export function songRecord(known: Partial<SongRecord> = {}): SongRecord {
  return {
    id: 'sample:t1',
    title: 'Paper Lanterns',
    workKey: 'the quiet foxes / paper lanterns',
    artistId: 'sample:a1',
    artist: 'The Quiet Foxes',
    artistCount: 1,
    albumId: null,
    album: null,
    albumType: null,
    trackNumber: null,
    released: null,
    durationMs: null,
    explicit: null,
    markets: null,
    playlists: 0,
    audio: null,
    genres: [],
    observations: [],
    video: null,
    ...known,
  };
}

/** A song that has everything. */
export const fullSong: SongRecord = songRecord({
  title: 'Paper Lanterns (feat. Otis Yarrow) - Live in Saltholm',
  artistCount: 2,
  albumId: 'sample:b1',
  album: 'Lanterns',
  albumType: 'single',
  trackNumber: 3,
  released: { on: '2024-10-11', precision: 'day' },
  durationMs: 210_000,
  explicit: true,
  markets: 79,
  playlists: 2,
  audio: {
    danceability: 0.7,
    energy: 0.6,
    key: 11,
    loudnessDb: -6.5,
    mode: 1,
    speechiness: 0.05,
    acousticness: 0.2,
    instrumentalness: 0.01,
    liveness: 0.3,
    valence: 0.4,
    tempoBpm: 120.5,
  },
  genres: [{ source: 'sample', genre: 'pop', subgenre: 'power pop' }],
  observations: [
    { metric: 'popularity', source: 'sample', value: 61 },
    { metric: 'streams', source: 'sample', value: 100_000 },
  ],
  video: {
    source: 'sample',
    views: 10_000,
    likes: 250,
    comments: 5,
    licensed: true,
    official: false,
  },
});

/** Aggregates of a store with one artist, one album and one genre. */
export function featureContext(asOf: Readonly<Record<string, string>> = {}): FeatureContext {
  return {
    artist: (id) =>
      id === 'sample:a1' ? { songs: 4, albums: 2, tags: 3, listeners: 10, plays: 250 } : null,
    albumSongs: (id) => (id === 'sample:b1' ? 5 : null),
    genre: (name) => (name === 'pop' ? { songs: 7, medianDurationMs: 200_000 } : null),
    asOf: (source) => asOf[source] ?? '2024-12-31',
  };
}
