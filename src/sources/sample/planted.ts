/** What is true of a hypothesis in the sample, by construction. */
export interface PlantedEffect {
  /** Id of the declared hypothesis. */
  readonly hypothesis: string;
  /**
   * - effect: real, in the declared direction
   * - null: nothing at all
   * - confounded: seen crudely, and nothing once the declared confounders are held
   * - too-small: real, and below the smallest effect of interest
   */
  readonly truth: 'effect' | 'null' | 'confounded' | 'too-small';
  /** What the generator adds, in the unit that `how` names; 0 for nulls and confounded ones. */
  readonly size: number;
  readonly how: string;
}

/**
 * The truth behind the sample, one entry per declared hypothesis. The generator takes its sizes from here, and the
 * test over many seeds asks whether the analysis finds these and nothing else.
 */
export const PLANTED: readonly PlantedEffect[] = [
  effect('content.duration', -2.5, 'points of popularity per minute'),
  effect('content.age', -4.5, 'points of popularity per decade of age'),
  effect('content.audio_danceability', 2.2, 'points of popularity per standard deviation'),
  effect('content.single', 0.16, 'decimal logarithm of streams of a single above an album track'),
  effect(
    'platforms.streams_views',
    0.75,
    'decimal logarithm of views per decimal logarithm of streams',
  ),
  effect('platforms.official', 0.22, 'decimal logarithm of views with an official video'),
  effect('platforms.like_rate', -0.15, 'decimal logarithm of likes per view, per tenfold views'),
  effect('platforms.playlists', 3.2, 'points of popularity per doubling of playlists'),
  effect('artists.loyalty', 0.25, 'decimal logarithm of plays per listener, per tenfold fame'),
  effect('genres.spread', 1.6, 'the popularity of the genres in scenes.ts, times this'),
  confounded('content.explicit', 'explicit songs are common in hip hop, the most popular genre'),
  confounded('content.featuring', 'guests are common in hip hop and latin, which are popular'),
  confounded(
    'content.audio_acousticness',
    'acoustic songs are common in folk and jazz, which are unpopular',
  ),
  confounded(
    'content.audio_loudness',
    'recent songs are louder, and recent songs are more popular',
  ),
  nothing('content.friday', 'the day of the week is drawn for each release alike'),
  nothing('content.fourth_quarter', 'the day of the year is drawn for each release alike'),
  nothing('content.audio_energy', 'drawn around the mean of the genre'),
  nothing('content.audio_valence', 'drawn alike for all songs'),
  nothing('content.audio_tempo', 'drawn around the mean of the genre'),
  nothing('artists.catalogue', 'the number of songs is drawn for each artist alike'),
  {
    hypothesis: 'content.audio_instrumentalness',
    truth: 'too-small',
    size: -0.15,
    how: 'points of popularity per standard deviation',
  },
];

/**
 * The size that the generator uses.
 *
 * @throws Error where nothing is planted under the id.
 */
export function plantedSize(hypothesis: string): number {
  const found = PLANTED.find((one) => one.hypothesis === hypothesis);
  if (!found) throw new Error(`nothing is planted for "${hypothesis}"`);
  return found.size;
}

function effect(hypothesis: string, size: number, how: string): PlantedEffect {
  return { hypothesis, truth: 'effect', size, how };
}

function confounded(hypothesis: string, how: string): PlantedEffect {
  return { hypothesis, truth: 'confounded', size: 0, how };
}

function nothing(hypothesis: string, how: string): PlantedEffect {
  return { hypothesis, truth: 'null', size: 0, how };
}
