import type { Feature } from './feature.js';
import { monthOf } from './releaseMonth.js';

export const isFourthQuarter: Feature = {
  id: 'is_fourth_quarter',
  title: 'Released from October to December',
  group: 'temporal',
  type: 'boolean',
  unit: 'text',
  meaning: 'Whether the song was released in the last quarter of a year.',
  missing: 'No release date, or one that is known to the year only.',
  knownAt: 'release',
  compute: (song) => {
    const month = monthOf(song);
    return month === null ? null : month >= 10;
  },
};
