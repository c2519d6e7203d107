import type { DeclaredHypothesis } from './declaredHypothesis.js';

/** Relative differences below a tenth are within what a week of promotion moves. */
const PERCENT_OF_INTEREST = 10;

const videoSources = ['spotify_youtube', 'sample', '*'] as const;
const robustTest = 'least squares, t test with cluster-robust errors';

const streamsAndViews: DeclaredHypothesis = {
  id: 'platforms.streams_views',
  section: 'platforms',
  statement:
    'Songs with more Spotify streams have more YouTube views, also among the songs of one artist.',
  label: 'rank correlation of Spotify streams and YouTube views',
  direction: 'positive',
  outcome: 'log10_streams',
  exposure: 'log10_views',
  confounders: ['artist'],
  sources: videoSources,
  test: 'correlation of within-artist ranks, cluster-robust',
  smallestEffect: 0.3,
  unit: 'correlation',
  rationale:
    'Below a correlation of 0.3 one platform says little about the other, and a plan should treat them apart.',
  measure: 'correlation',
  step: 'one',
  words: {
    subject: 'songs',
    high: 'songs with more views',
    verb: 'rank',
    more: 'similarly on Spotify and YouTube',
    less: 'in opposite order on Spotify and YouTube',
    tail: 'among the songs of one artist',
    short: 'Streams and views',
    topic: 'the rank of a song on one platform',
  },
};

const officialVideo: DeclaredHypothesis = {
  id: 'platforms.official',
  section: 'platforms',
  statement:
    'Songs with an official video have more YouTube views than other songs of the same artist.',
  label: 'views of songs found with an official video against songs found with another upload',
  direction: 'positive',
  outcome: 'log10_views',
  exposure: 'official_video',
  confounders: ['artist', 'log10_streams'],
  sources: videoSources,
  test: robustTest,
  smallestEffect: PERCENT_OF_INTEREST,
  unit: 'percent',
  rationale:
    'Videos are made for the songs that are expected to succeed; comparing songs of one artist at equal streams takes most of that out.',
  limit:
    'What is known is whether the video that a search found is official: many of the other songs have an official video that the search missed, and stand with a stray upload, so most of this may be a matter of the data.',
  limitCouldBeAll: true,
  measure: 'relative-difference',
  step: 'contrast',
  words: {
    subject: 'songs found with an official video',
    high: 'songs found with an official video',
    verb: 'have',
    more: 'more views',
    less: 'fewer views',
    tail: 'than songs found with another upload',
    short: 'Official video',
    topic: 'an official video among the results of a search',
  },
};

const likeRate: DeclaredHypothesis = {
  id: 'platforms.like_rate',
  section: 'platforms',
  statement: 'The more views a video has, the smaller the share of viewers who like it.',
  label: 'likes per view for ten times the views',
  direction: 'negative',
  outcome: 'log10_like_ratio',
  exposure: 'log10_views',
  confounders: ['artist'],
  sources: videoSources,
  test: robustTest,
  smallestEffect: PERCENT_OF_INTEREST,
  unit: 'percent',
  rationale: 'Fans come first and like; the wider audience that follows only watches.',
  limit:
    'Views stand on both sides of this comparison: whatever adds views without likes lowers the rate.',
  limitCouldBeAll: true,
  measure: 'relative-difference',
  step: 'one',
  words: {
    subject: 'videos with ten times the views',
    high: 'videos with more views',
    verb: 'have',
    more: 'more likes per view',
    less: 'fewer likes per view',
    tail: 'than others',
    short: 'Ten times the views',
    topic: 'the size of a video’s audience',
  },
};

const playlists: DeclaredHypothesis = {
  id: 'platforms.playlists',
  section: 'platforms',
  statement: 'Songs on more of the playlists in the data are more popular.',
  label: 'popularity for twice as many playlists',
  direction: 'positive',
  outcome: 'popularity',
  exposure: 'playlists',
  confounders: ['genre', 'release_year', 'artist_song_count'],
  sources: ['spotify_songs', 'sample', '*'],
  test: robustTest,
  smallestEffect: 2,
  unit: 'points',
  rationale:
    'Playlists bring plays, and plays bring playlists: an association either way, not a cause.',
  limit:
    'Popular songs are put on playlists because they are popular, so most of this may run the other way.',
  limitCouldBeAll: true,
  measure: 'difference',
  step: 'doubling',
  words: {
    subject: 'songs on twice as many playlists',
    verb: 'score',
    more: 'higher in popularity',
    less: 'lower in popularity',
    tail: 'than others',
    high: 'songs on more playlists',
    short: 'Twice the playlists',
    topic: 'the number of playlists',
  },
};

const catalogue: DeclaredHypothesis = {
  id: 'artists.catalogue',
  section: 'artists',
  statement: 'Artists with more songs in the data have more popular songs.',
  label: 'popularity for twice as many songs by the artist',
  direction: 'positive',
  outcome: 'popularity',
  exposure: 'artist_song_count',
  confounders: ['genre', 'release_year'],
  sources: ['spotify_songs', 'sample', '*'],
  test: robustTest,
  smallestEffect: 1,
  unit: 'points',
  rationale:
    'A larger catalogue is more often found; it is also what popular artists get to record.',
  limit:
    'Popular artists get to record more and are put on more playlists, so part of this runs the other way.',
  limitCouldBeAll: true,
  measure: 'difference',
  step: 'doubling',
  words: {
    subject: 'songs',
    verb: 'score',
    more: 'higher in popularity',
    less: 'lower in popularity',
    tail: 'for each doubling of their artist’s catalogue in the data',
    high: 'songs by artists with more songs',
    short: 'Twice the artist’s songs',
    topic: 'the size of the artist’s catalogue',
  },
};

/** One row per artist, not per song: the artists section measures it from listens. */
const loyalty: DeclaredHypothesis = {
  id: 'artists.loyalty',
  section: 'artists',
  statement: 'Artists with more listeners are also played more often by each listener.',
  label: 'typical plays per listener for ten times the listeners',
  direction: 'positive',
  outcome: 'log10_plays_per_listener',
  exposure: 'log10_listeners',
  confounders: ['top_tag'],
  sources: ['lastfm_2k', 'sample', '*'],
  test: 'least squares over artists, t test with heteroscedasticity-robust errors',
  smallestEffect: PERCENT_OF_INTEREST,
  unit: 'percent',
  rationale:
    'Reach and devotion may go together (the “double jeopardy” of small brands) or trade off.',
  limit:
    'Listening lists may hold only what a user plays most, so the size of this is unsure. Hidden light listening narrows the differences between artists; but artists then count as heard only where they are played much, which can make a link out of none.',
  measure: 'relative-difference',
  step: 'one',
  words: {
    subject: 'artists with ten times the listeners',
    high: 'artists with more listeners',
    verb: 'have',
    more: 'more typical plays per listener',
    less: 'fewer typical plays per listener',
    tail: 'than others',
    short: 'Ten times the listeners',
    topic: 'the number of listeners',
  },
};

const genreSpread: DeclaredHypothesis = {
  id: 'genres.spread',
  section: 'genres',
  statement: 'Genre accounts for part of why some songs are more popular than others.',
  label: 'share of the variation in popularity that genre accounts for',
  direction: 'positive',
  outcome: 'popularity',
  exposure: 'genre',
  confounders: ['release_year'],
  sources: ['spotify_songs', 'spotify_112_genres', 'sample', '*'],
  test: 'least squares, joint Wald test with cluster-robust errors',
  smallestEffect: 1,
  unit: 'percent',
  rationale: 'If genre accounted for less than one percent, planning by genre would not pay.',
  measure: 'variance-share',
  step: 'levels',
  words: {
    subject: 'genres',
    high: 'genres',
    verb: 'account for',
    more: 'of the differences in popularity',
    less: 'of the differences in popularity',
    tail: 'between songs',
    short: 'Genre',
    topic: 'genre',
  },
};

export const marketHypotheses: readonly DeclaredHypothesis[] = [
  streamsAndViews,
  officialVideo,
  likeRate,
  playlists,
  catalogue,
  loyalty,
  genreSpread,
];
