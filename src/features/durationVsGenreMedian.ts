import type { Feature } from './feature.js';
import { mainGenre } from './mainGenre.js';

export const durationVsGenreMedian: Feature = {
  id: 'duration_vs_genre_median',
  title: "Duration against the genre's median",
  group: 'derived',
  type: 'number',
  unit: 'ratio',
  meaning:
    'Length of the recording divided by the median length of all songs of its main genre; 1 is as long as the median.',
  missing: 'No duration, or no genre.',
  knownAt: 'release',
  compute: (song, context) => {
    const median = context.genre(mainGenre(song)?.genre ?? null)?.medianDurationMs;
    return song.durationMs === null || !median ? null : song.durationMs / median;
  },
};
