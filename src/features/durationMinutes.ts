import type { Feature } from './feature.js';

export const durationMinutes: Feature = {
  id: 'duration_minutes',
  title: 'Duration',
  group: 'derived',
  type: 'number',
  unit: 'minutes',
  meaning: 'Length of the recording in minutes.',
  missing: 'No source gives a duration.',
  knownAt: 'release',
  compute: ({ durationMs }) => (durationMs === null ? null : durationMs / 60_000),
};
