import type { Feature } from './feature.js';

export const releaseYear: Feature = {
  id: 'release_year',
  title: 'Release year',
  group: 'temporal',
  type: 'number',
  unit: 'year',
  meaning:
    "Calendar year of the song's release, or of its album's where the song has no date of its own.",
  missing: 'No source gives a release date.',
  knownAt: 'release',
  compute: ({ released }) => (released === null ? null : Number(released.on.slice(0, 4))),
};
