import type { Feature } from './feature.js';

/** A mark stands in brackets or after " - ": "Song (feat. X)", "Song - Live at Y". */
const FEATURED = /(?:^|[\s([])(?:feat\.?|ft\.?|featuring)\s/iu;
const REMIX = /(?:[([]|\s[-–—]\s)[^)\]]*\b(?:remix(?:ed)?|rmx)\b/iu;
const LIVE = /(?:[([]|\s[-–—]\s)(?:[^)\]]*\s)?live\b/iu;

function titleMark(id: string, title: string, pattern: RegExp, meaning: string): Feature {
  return {
    id,
    title,
    group: 'content',
    type: 'boolean',
    unit: 'text',
    meaning,
    missing: 'Never.',
    knownAt: 'release',
    compute: (song) => pattern.test(song.title),
  };
}

/** What a title says of the version. */
export const titleMarks: readonly Feature[] = [
  titleMark(
    'title_has_feat',
    'Title names a guest',
    FEATURED,
    'Whether the title says feat., ft. or featuring.',
  ),
  titleMark(
    'title_is_remix',
    'Title says remix',
    REMIX,
    'Whether the title says remix, remixed or rmx in brackets or after a dash.',
  ),
  titleMark(
    'title_is_live',
    'Title says live',
    LIVE,
    'Whether the title says live in brackets or after a dash.',
  ),
];
