import type { Unit } from '../domain/unit.js';
import type { Feature } from './feature.js';
import { logarithmOf } from './logarithmOf.js';
import type { SongVideo } from '../store/queries/songRecords.js';

const base = { group: 'platform', type: 'number', knownAt: 'after-release' } as const;

function count(id: 'views' | 'likes' | 'comments', title: string, meaning: string): Feature {
  return {
    ...base,
    id,
    title,
    unit: id,
    meaning,
    missing: 'No video, or the video hides the figure.',
    compute: ({ video }) => video?.[id] ?? null,
  };
}

function perThousandViews(
  id: string,
  title: string,
  unit: Unit,
  of: (video: SongVideo) => number | null,
  meaning: string,
): Feature {
  return {
    ...base,
    id,
    title,
    unit,
    meaning,
    missing: 'No video, no views, or the video hides the figure.',
    compute: ({ video }) => {
      const counted = video === null ? null : of(video);
      return counted === null || !video?.views ? null : (1000 * counted) / video.views;
    },
  };
}

const views = count('views', 'Video views', "Views of the song's video, newest observation.");

/** How often the song's video was seen, and what viewers did. */
export const videoCounts: readonly Feature[] = [
  views,
  count('likes', 'Video likes', "Likes of the song's video, newest observation."),
  count('comments', 'Video comments', "Comments on the song's video, newest observation."),
  logarithmOf(views, 'log10', 'No video, or no views.'),
  perThousandViews(
    'like_ratio',
    'Likes per 1,000 views',
    'likes-per-1000-views',
    (video) => video.likes,
    'Likes divided by views, times 1,000.',
  ),
  perThousandViews(
    'comment_ratio',
    'Comments per 1,000 views',
    'comments-per-1000-views',
    (video) => video.comments,
    'Comments divided by views, times 1,000.',
  ),
];
