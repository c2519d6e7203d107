import type { Feature } from './feature.js';

export const isSingle: Feature = {
  id: 'is_single',
  title: 'Released as a single',
  group: 'content',
  type: 'boolean',
  unit: 'text',
  meaning: 'Whether the release is a single (true) or an album (false).',
  missing: 'No album type, or a compilation, which is neither.',
  knownAt: 'release',
  compute: ({ albumType }) =>
    albumType === null || albumType === 'compilation' ? null : albumType === 'single',
};
