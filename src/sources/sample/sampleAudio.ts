import type { SampleRandom } from './sampleRandom.js';
import type { SampleGenre } from './scenes.js';

/** Audio features of a song of the sample, in the scales of the public files. */
export interface SampleAudio {
  readonly danceability: number;
  readonly energy: number;
  readonly key: number;
  readonly loudness: number;
  readonly mode: number;
  readonly speechiness: number;
  readonly acousticness: number;
  readonly instrumentalness: number;
  readonly liveness: number;
  readonly valence: number;
  readonly tempo: number;
  /** How far danceability lies from the genre's mean, in standard deviations; it moves popularity. */
  readonly danceabilityScore: number;
  readonly instrumentalnessScore: number;
}

const DANCEABILITY_SD = 0.12;
const INSTRUMENTALNESS_SD = 0.11;

/**
 * Draws audio features around the means of the genre, each on its own, so that within a genre no feature stands in
 * for another; loudness rises with the year.
 */
export function sampleAudio(genre: SampleGenre, year: number, random: SampleRandom): SampleAudio {
  const share = (mean: number, sd: number): number => clip(mean + sd * random.normal(), 0, 1, 3);
  const danceability = share(genre.danceability, DANCEABILITY_SD);
  const instrumentalness = share(genre.instrumentalness, INSTRUMENTALNESS_SD);
  return {
    danceability,
    energy: share(genre.energy, 0.14),
    key: random.integer(12),
    loudness: clip(-8.5 + 0.07 * (year - 2005) + 2 * random.normal(), -40, 0, 3),
    mode: Number(random.chance(0.6)),
    speechiness: share(genre.speechiness, 0.04),
    acousticness: share(genre.acousticness, 0.18),
    instrumentalness,
    liveness: share(0.19, 0.1),
    valence: share(0.5, 0.2),
    tempo: clip(genre.tempoBpm + 24 * random.normal(), 45, 220, 2),
    danceabilityScore: (danceability - genre.danceability) / DANCEABILITY_SD,
    instrumentalnessScore: (instrumentalness - genre.instrumentalness) / INSTRUMENTALNESS_SD,
  };
}

/** Within limits, and rounded as the public files round. */
function clip(value: number, low: number, high: number, digits: number): number {
  return Number(Math.min(high, Math.max(low, value)).toFixed(digits));
}
