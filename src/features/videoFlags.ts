import type { Feature } from './feature.js';

const base = {
  group: 'platform',
  type: 'boolean',
  unit: 'text',
  missing: 'No video, or the source does not say.',
  knownAt: 'release',
} as const;

/** What kind of video it is. */
export const videoFlags: readonly Feature[] = [
  {
    ...base,
    id: 'official_video',
    title: 'Official video',
    meaning: "Whether the song's video is the artist's official one.",
    compute: ({ video }) => video?.official ?? null,
  },
  {
    ...base,
    id: 'licensed_video',
    title: 'Licensed video',
    meaning: "Whether the song's video is licensed content.",
    compute: ({ video }) => video?.licensed ?? null,
  },
];
