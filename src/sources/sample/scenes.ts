/** A genre of the sample and what the generator gives its songs; popularity is planted, the rest is backdrop. */
export interface SampleGenre {
  readonly name: string;
  /** Two scenes (subgenres): listeners keep to one, so that clusters of artists are real. */
  readonly subgenres: readonly [string, string];
  /** Share of the artists in percent; all genres add up to 100 and each is even. */
  readonly share: number;
  /** Added to the popularity of every song, in points. */
  readonly popularity: number;
  readonly explicitShare: number;
  readonly featuringShare: number;
  /** Means of audio features on their 0–1 scale. */
  readonly acousticness: number;
  readonly energy: number;
  readonly danceability: number;
  readonly speechiness: number;
  readonly instrumentalness: number;
  readonly tempoBpm: number;
  /** Median year in which an artist starts: genres rise and fade. */
  readonly startYear: number;
}

/** The genres of the sample. Explicit, featuring and acoustic songs go with genres that differ in popularity: that is what confounds. */
export const GENRES: readonly SampleGenre[] = [
  {
    name: 'pop',
    subgenres: ['bedroom pop', 'power pop'],
    share: 18,
    popularity: 6,
    explicitShare: 0.15,
    featuringShare: 0.12,
    acousticness: 0.25,
    energy: 0.64,
    danceability: 0.66,
    speechiness: 0.08,
    instrumentalness: 0.1,
    tempoBpm: 118,
    startYear: 2008,
  },
  {
    name: 'hip hop',
    subgenres: ['boom bap', 'cloud rap'],
    share: 14,
    popularity: 8,
    explicitShare: 0.65,
    featuringShare: 0.35,
    acousticness: 0.18,
    energy: 0.62,
    danceability: 0.72,
    speechiness: 0.22,
    instrumentalness: 0.12,
    tempoBpm: 115,
    startYear: 2012,
  },
  {
    name: 'rock',
    subgenres: ['garage rock', 'progressive rock'],
    share: 16,
    popularity: -1,
    explicitShare: 0.08,
    featuringShare: 0.02,
    acousticness: 0.2,
    energy: 0.72,
    danceability: 0.5,
    speechiness: 0.06,
    instrumentalness: 0.22,
    tempoBpm: 124,
    startYear: 1988,
  },
  {
    name: 'latin',
    subgenres: ['reggaeton', 'cumbia'],
    share: 10,
    popularity: 5,
    explicitShare: 0.22,
    featuringShare: 0.22,
    acousticness: 0.24,
    energy: 0.7,
    danceability: 0.72,
    speechiness: 0.1,
    instrumentalness: 0.1,
    tempoBpm: 112,
    startYear: 2011,
  },
  {
    name: 'edm',
    subgenres: ['deep house', 'hardstyle'],
    share: 10,
    popularity: 0,
    explicitShare: 0.06,
    featuringShare: 0.18,
    acousticness: 0.12,
    energy: 0.78,
    danceability: 0.65,
    speechiness: 0.08,
    instrumentalness: 0.4,
    tempoBpm: 126,
    startYear: 2010,
  },
  {
    name: 'r&b',
    subgenres: ['neo soul', 'quiet storm'],
    share: 8,
    popularity: 3,
    explicitShare: 0.3,
    featuringShare: 0.2,
    acousticness: 0.34,
    energy: 0.55,
    danceability: 0.64,
    speechiness: 0.11,
    instrumentalness: 0.1,
    tempoBpm: 108,
    startYear: 2002,
  },
  {
    name: 'folk',
    subgenres: ['chamber folk', 'freak folk'],
    share: 8,
    popularity: -4,
    explicitShare: 0.03,
    featuringShare: 0.03,
    acousticness: 0.68,
    energy: 0.36,
    danceability: 0.48,
    speechiness: 0.05,
    instrumentalness: 0.2,
    tempoBpm: 112,
    startYear: 1998,
  },
  {
    name: 'metal',
    subgenres: ['doom metal', 'thrash metal'],
    share: 8,
    popularity: -4,
    explicitShare: 0.14,
    featuringShare: 0.02,
    acousticness: 0.1,
    energy: 0.85,
    danceability: 0.4,
    speechiness: 0.09,
    instrumentalness: 0.3,
    tempoBpm: 128,
    startYear: 1995,
  },
  {
    name: 'jazz',
    subgenres: ['bebop', 'nu jazz'],
    share: 8,
    popularity: -7,
    explicitShare: 0.02,
    featuringShare: 0.05,
    acousticness: 0.66,
    energy: 0.38,
    danceability: 0.52,
    speechiness: 0.06,
    instrumentalness: 0.48,
    tempoBpm: 116,
    startYear: 1982,
  },
];

/** The scene of an artist: a genre and one of its two subgenres. */
export interface Scene {
  readonly genre: SampleGenre;
  readonly subgenre: string;
  /** Places of the scene's artists among each hundred artists. */
  readonly slots: readonly number[];
}

/** All scenes, each with its places in the pattern of a hundred that the list of artists repeats. */
export const SCENES: readonly Scene[] = scenesOf(GENRES);

const SCENE_OF_SLOT: readonly Scene[] = slotsOf(SCENES);

/** Artists come in a pattern of this length, so that any artist's scene is known from its index alone. */
export const PATTERN = 100;

export function sceneOfArtist(index: number): Scene {
  const scene = SCENE_OF_SLOT[index % PATTERN];
  if (!scene) throw new Error(`no scene for artist ${index}`);
  return scene;
}

/** Deals the hundred places to the scenes in turn, so that small samples hold every scene too. */
function scenesOf(genres: readonly SampleGenre[]): Scene[] {
  const scenes = genres.flatMap((genre) =>
    genre.subgenres.map((subgenre) => ({
      genre,
      subgenre,
      slots: [] as number[],
      left: genre.share / 2,
    })),
  );
  let slot = 0;
  while (scenes.some((scene) => scene.left > 0)) {
    for (const scene of scenes) {
      if (scene.left <= 0) continue;
      scene.left -= 1;
      scene.slots.push(slot);
      slot += 1;
    }
  }
  return scenes.map(({ genre, subgenre, slots }) => ({ genre, subgenre, slots }));
}

function slotsOf(scenes: readonly Scene[]): Scene[] {
  const pattern: Scene[] = [];
  for (const scene of scenes) for (const slot of scene.slots) pattern[slot] = scene;
  return pattern;
}
