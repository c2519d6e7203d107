import type { Feature } from './feature.js';

export const decade: Feature = {
  id: 'decade',
  title: 'Decade',
  group: 'temporal',
  type: 'category',
  unit: 'text',
  meaning: 'Decade of the release, for example "1990s".',
  missing: 'No source gives a release date.',
  knownAt: 'release',
  compute: ({ released }) => (released === null ? null : `${released.on.slice(0, 3)}0s`),
};
