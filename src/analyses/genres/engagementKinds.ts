import type { Unit } from '../../domain/unit.js';
import { idPart } from '../idPart.js';
import type { EngagementTableWords } from './genreTables.js';

/** What is compared between genres, in words. */
export interface EngagementKind {
  readonly id: 'listening' | 'likes';
  readonly label: string;
  readonly nUnit: Unit;
  readonly sizeId: string;
  readonly caveat: string;
  readonly table: Omit<EngagementTableWords, 'sources'>;
}

export const LISTENING: EngagementKind = {
  id: 'listening',
  label: 'plays per listener',
  nUnit: 'artists',
  sizeId: 'listeners',
  caveat:
    'An artist’s genre is the one under which most of its songs are listed; artists without a listed song stay out.',
  table: {
    id: 'genres.listening',
    title: 'Typical plays per listener by genre',
    cases: 'Artists counted',
    rate: 'Typical plays per listener',
    rateUnit: 'plays-per-listener',
    queries: ['artist-listening', 'artist-genres'],
  },
};

export const LIKES: EngagementKind = {
  id: 'likes',
  label: 'likes per thousand views',
  nUnit: 'views',
  sizeId: 'views',
  caveat:
    'A video’s genre is the one under which most songs of its artist are listed; artists without a listed song stay out.',
  table: {
    id: 'genres.likes',
    title: 'Likes per thousand views by genre',
    cases: 'Videos',
    rate: 'Typical likes per thousand views',
    rateUnit: 'likes-per-1000-views',
    queries: ['video-engagement', 'artist-genres'],
  },
};

export const engagementId = (kind: EngagementKind, genre: string): string =>
  `genres.${kind.id}.${idPart(genre)}`;
export const ratioId = (kind: EngagementKind, genre: string): string =>
  `genres.${kind.id}-ratio.${idPart(genre)}`;
