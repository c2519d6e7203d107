import { idPart } from '../idPart.js';

/** Findings are made for all genres where they are few, otherwise for this many at each end of a ranking. */
const EACH_END = 5;

/** The first and the last of a ranking, each once. */
export function ends<Item>(items: readonly Item[], each = EACH_END): readonly Item[] {
  return items.length <= 2 * each ? items : [...items.slice(0, each), ...items.slice(-each)];
}

export const rankedId = (source: string): string => `genres.ranked.${idPart(source)}`;
export const popularityId = (source: string, genre: string): string =>
  `genres.popularity.${idPart(source)}.${idPart(genre)}`;
export const leadId = (source: string, genre: string): string =>
  `genres.lead.${idPart(source)}.${idPart(genre)}`;
export const growthId = (genre: string): string => `genres.growth.${idPart(genre)}`;
/** Year in which the share of a genre turned; only where it did. */
export const turnYearId = (genre: string): string => `genres.turn-year.${idPart(genre)}`;
/** Share of the genre in that year. */
export const turnShareId = (genre: string): string => `genres.turn-share.${idPart(genre)}`;
/** How far the share lay from that on average in the years since. */
export const sinceId = (genre: string): string => `genres.since-turn.${idPart(genre)}`;
