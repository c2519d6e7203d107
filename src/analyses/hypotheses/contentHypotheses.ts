import type { DeclaredHypothesis, HypothesisWords } from './declaredHypothesis.js';

/** Playlist tracks carry artists, dates and genres, so they come first; the genre charts have no artists. */
const POPULARITY_SOURCES = ['spotify_songs', 'spotify_112_genres', 'sample', '*'] as const;
const CONFOUNDERS = ['genre', 'release_year', 'artist_song_count'] as const;

/** About a tenth of a standard deviation of popularity: a rank change that a playlist editor would not notice. */
const POINTS_OF_INTEREST = 2;
const POINTS_OF_INTEREST_PER_STEP = 1;

const popularity = {
  verb: 'score',
  more: 'higher in popularity',
  less: 'lower in popularity',
} as const;

const contrast = {
  section: 'content',
  outcome: 'popularity',
  confounders: CONFOUNDERS,
  sources: POPULARITY_SOURCES,
  test: 'least squares, t test with cluster-robust errors',
  smallestEffect: POINTS_OF_INTEREST,
  unit: 'points',
  measure: 'difference',
  step: 'contrast',
} as const;

const explicitLyrics: DeclaredHypothesis = {
  ...contrast,
  id: 'content.explicit',
  statement:
    'Songs with explicit lyrics are more popular than clean songs of the same genre and year.',
  label: 'popularity of explicit against clean songs',
  direction: 'positive',
  exposure: 'explicit',
  confounders: ['genre', 'release_year'],
  sources: ['spotify_112_genres', 'sample', '*'],
  rationale:
    'Explicit songs often top the charts, but they also cluster in genres that are popular anyway; only a difference within genres is about the lyrics.',
  words: {
    ...popularity,
    subject: 'songs with explicit lyrics',
    high: 'songs with explicit lyrics',
    tail: 'than clean songs',
    short: 'Explicit lyrics',
    topic: 'explicit lyrics',
    plural: true,
  },
};

const duration: DeclaredHypothesis = {
  ...contrast,
  id: 'content.duration',
  statement: 'Shorter songs are more popular than longer ones of the same genre and year.',
  label: 'popularity per further minute of length',
  direction: 'negative',
  exposure: 'duration_minutes',
  smallestEffect: POINTS_OF_INTEREST_PER_STEP,
  step: 'one',
  rationale:
    'Streams are paid by the play, so short songs are said to win; the songs of recent years are shorter and newer at once.',
  words: {
    ...popularity,
    subject: 'songs',
    high: 'longer songs',
    tail: 'for each further minute of length',
    short: 'One minute longer',
    topic: 'song length',
  },
};

const friday: DeclaredHypothesis = {
  ...contrast,
  id: 'content.friday',
  statement: 'Songs released on a Friday are more popular than songs released on other days.',
  label: 'popularity of Friday releases against other days',
  direction: 'positive',
  exposure: 'is_friday',
  rationale:
    'Friday is the industry-wide release day and playlists refresh on it; bigger labels keep to it more strictly.',
  words: {
    ...popularity,
    subject: 'songs released on a Friday',
    high: 'songs released on a Friday',
    tail: 'than songs released on other days',
    short: 'Friday release',
    topic: 'a Friday release',
  },
};

const fourthQuarter: DeclaredHypothesis = {
  ...contrast,
  id: 'content.fourth_quarter',
  statement:
    'Songs released from October to December are more popular than those of the same year’s other months.',
  label: 'popularity of fourth-quarter releases against the rest of the year',
  direction: 'positive',
  exposure: 'is_fourth_quarter',
  rationale: 'Labels hold large releases for the months before Christmas.',
  words: {
    ...popularity,
    subject: 'songs released from October to December',
    high: 'songs released from October to December',
    tail: 'than songs of the other months',
    short: 'Released Oct–Dec',
    topic: 'a release late in the year',
  },
};

const featuring: DeclaredHypothesis = {
  ...contrast,
  id: 'content.featuring',
  statement: 'Songs that name a guest artist in the title are more popular than songs that do not.',
  label: 'popularity of songs with a named guest against songs without',
  direction: 'positive',
  exposure: 'title_has_feat',
  rationale:
    'A guest brings a second audience; guests are also more common in hip-hop and among large artists.',
  limit:
    'Guests join songs that are expected to do well, and artists who work with guests are popular anyway. Only guests named in the title are seen.',
  words: {
    ...popularity,
    subject: 'songs that name a guest artist',
    high: 'songs that name a guest artist',
    tail: 'than songs without one',
    short: 'Guest artist named',
    topic: 'naming a guest artist',
  },
};

const single: DeclaredHypothesis = {
  ...contrast,
  id: 'content.single',
  statement: 'Songs released as a single have more streams than album tracks of the same artist.',
  label: 'streams of singles against album tracks',
  direction: 'positive',
  outcome: 'log10_streams',
  exposure: 'is_single',
  confounders: ['artist'],
  sources: ['spotify_youtube', 'sample', '*'],
  smallestEffect: 10,
  unit: 'percent',
  measure: 'relative-difference',
  rationale:
    'Singles get the marketing; only a comparison within one artist takes the artist’s fame out.',
  limit:
    'Release dates are not held constant: streams add up over time, and singles that are newer have had less of it.',
  limitCouldBeAll: true,
  words: {
    subject: 'singles',
    high: 'singles',
    verb: 'have',
    more: 'more streams',
    less: 'fewer streams',
    tail: 'than album tracks',
    short: 'Single, not album track',
    topic: 'releasing a song as a single',
  },
};

const age: DeclaredHypothesis = {
  ...contrast,
  id: 'content.age',
  statement: 'Older songs are less popular today than newer songs of the same genre.',
  label: 'popularity per decade of age',
  direction: 'negative',
  exposure: 'release_year',
  confounders: ['genre', 'artist_song_count'],
  smallestEffect: POINTS_OF_INTEREST_PER_STEP,
  step: 'decade-of-age',
  rationale:
    'The popularity score weighs recent plays; but only old songs that stayed loved are still on playlists.',
  limit:
    'Old songs that were forgotten are not in the data, so the ones compared are survivors; the figure by period shows how far a straight line fits.',
  words: {
    ...popularity,
    subject: 'songs',
    high: 'older songs',
    tail: 'for each further decade of age',
    short: 'One decade older',
    topic: 'the age of a song',
  },
};

type AudioDeclaration = Pick<DeclaredHypothesis, 'direction' | 'statement' | 'rationale'> & {
  readonly feature: string;
  readonly noun: string;
  readonly short: string;
};

/** One hypothesis per audio feature: popularity per standard deviation of the feature. */
function audio(declaration: AudioDeclaration): DeclaredHypothesis {
  const words: HypothesisWords = {
    ...popularity,
    subject: 'songs',
    high: `songs with more ${declaration.noun}`,
    tail: `for each typical step up in ${declaration.noun}`,
    short: declaration.short,
    topic: declaration.noun,
  };
  return {
    ...contrast,
    id: `content.audio_${declaration.feature}`,
    label: `popularity per standard deviation of ${declaration.noun}`,
    statement: declaration.statement,
    rationale: declaration.rationale,
    direction: declaration.direction,
    exposure: declaration.feature,
    smallestEffect: POINTS_OF_INTEREST_PER_STEP,
    step: 'standard-deviation',
    words,
  };
}

const AUDIO: readonly AudioDeclaration[] = [
  {
    feature: 'danceability',
    noun: 'danceability',
    short: 'Danceability',
    direction: 'positive',
    statement: 'More danceable songs are more popular within their genre and year.',
    rationale: 'Dance use on short-video platforms is said to favour them.',
  },
  {
    feature: 'energy',
    noun: 'energy',
    short: 'Energy',
    direction: 'positive',
    statement: 'More energetic songs are more popular within their genre and year.',
    rationale: 'Energetic songs suit workout and party playlists.',
  },
  {
    feature: 'valence',
    noun: 'positive mood (valence)',
    short: 'Positive mood (valence)',
    direction: 'positive',
    statement: 'Happier-sounding songs are more popular within their genre and year.',
    rationale: 'Upbeat songs are the usual choice for shared listening.',
  },
  {
    feature: 'acousticness',
    noun: 'acousticness',
    short: 'Acousticness',
    direction: 'negative',
    statement: 'More acoustic songs are less popular within their genre and year.',
    rationale: 'Mainstream production is electronic.',
  },
  {
    feature: 'instrumentalness',
    noun: 'instrumentalness',
    short: 'Instrumentalness',
    direction: 'negative',
    statement: 'More instrumental songs are less popular within their genre and year.',
    rationale: 'A voice is what listeners remember and search for.',
  },
  {
    feature: 'loudness',
    noun: 'loudness',
    short: 'Loudness',
    direction: 'positive',
    statement: 'Louder-mastered songs are more popular within their genre and year.',
    rationale: 'The “loudness war”: louder masters were made to stand out.',
  },
  {
    feature: 'tempo',
    noun: 'tempo',
    short: 'Tempo',
    direction: 'either',
    statement: 'Tempo goes with popularity within genre and year, up or down.',
    rationale: 'Faster is claimed as often as slower.',
  },
];

export const contentHypotheses: readonly DeclaredHypothesis[] = [
  explicitLyrics,
  duration,
  friday,
  fourthQuarter,
  featuring,
  single,
  age,
  ...AUDIO.map(audio),
];
