import type { KnownAt } from '../audit/auditSubject.js';
import type { ColumnGroup } from './popularitySet.js';

/** What a model may learn from. */
export interface Recipe {
  readonly id: string;
  readonly title: string;
  readonly meaning: string;
  readonly claims: KnownAt;
  readonly groups: readonly ColumnGroup[];
  /** Keys whose target means may be used, where the split does not keep their groups together. */
  readonly means: readonly string[];
}

const AT_RELEASE: readonly ColumnGroup[] = [
  'audio',
  'date',
  'label',
  'title',
  'catalogue',
  'years',
];

/** All recipes, the smallest first. Columns known only later stay out of those that claim release time. */
export const RECIPES = {
  audio: {
    id: 'audio',
    title: 'Sound alone',
    meaning: 'how the song sounds and how long it is',
    claims: 'release',
    groups: ['audio'],
    means: [],
  },
  release: {
    id: 'release',
    title: 'Known at release',
    meaning:
      'sound, date, genre, words of the title, the number of songs of artist and album in the source, and the mean of the other songs of the artist',
    claims: 'release',
    groups: AT_RELEASE,
    means: ['artist', 'artist_style'],
  },
  base: {
    id: 'base',
    title: 'Sound, date, genre, artist mean',
    meaning:
      'what is known at release, all genres and subgenres under which playlists list the song, and the years of the artist',
    claims: 'after-release',
    groups: [...AT_RELEASE, 'lists'],
    means: ['artist', 'artist_style'],
  },
  everything: {
    id: 'everything',
    title: 'Everything',
    meaning:
      'all of it, what was counted after release (playlists, streams, video views, listeners), what other sources know of the song and its artist, and the mean of the other songs of the album',
    claims: 'after-release',
    groups: [...AT_RELEASE, 'lists', 'reach'],
    means: ['artist', 'artist_style', 'album'],
  },
} as const satisfies Record<string, Recipe>;

export type RecipeId = keyof typeof RECIPES;
