import type { Feature } from './feature.js';

export const releasePrecision: Feature = {
  id: 'release_precision',
  title: 'Precision of the release date',
  group: 'temporal',
  type: 'category',
  unit: 'text',
  meaning: 'How precisely the release date is known: year, month or day.',
  missing: 'No source gives a release date.',
  knownAt: 'release',
  compute: ({ released }) => released?.precision ?? null,
};
