import type { FindingBook } from '../../domain/findingBook.js';
import { findingsIn, listOf, name, number, prose, type Prose } from '../../domain/prose.js';
import { topId } from '../artists/artistIds.js';
import { topTableId } from '../artists/artistTables.js';
import { METRIC_WORDS, RANKED_METRICS, type RankedMetric } from '../artists/rankings.js';
import { growthId, popularityId } from '../genres/genreIds.js';
import { popularityTableId } from '../genres/genreTables.js';
import {
  growthTitle,
  movingGenres,
  popularityEnds,
  popularityTitle,
} from '../genres/genreTitles.js';
import { popularitySources } from '../genres/popularitySources.js';
import { namesIn } from '../tableNames.js';

/** Which genres score above and below the others, with the means of the first of them; empty where that was not measured. */
export function genreMessage(book: FindingBook): Prose {
  const [source] = popularitySources(book);
  if (source === undefined || !isPopularityRanked(book, source)) return [];
  const title = popularityTitle(book, source);
  const { above, below } = popularityEnds(book, source);
  const [first, last] = [above[0], below[0]];
  if (first === undefined || last === undefined) return title;
  const mean = (genre: string): Prose =>
    prose`${name(genre)} ${number(popularityId(source, genre))}`;
  return prose`${title} (${mean(first)}, ${mean(last)} on average)`;
}

/** Whether the source ranks more than one genre by popularity. */
export function isPopularityRanked(book: FindingBook, source: string): boolean {
  return namesIn(book, popularityTableId(source), 'genre').length > 1;
}

/** Which genres take a growing or a shrinking share of newer songs, with the size of the change of the first named. */
export function trendMessage(book: FindingBook): Prose {
  const [mover] = movingGenres(book);
  if (mover === undefined) return [];
  const title = growthTitle(book);
  // Behind a genre that turned, the slope of another would be out of place.
  if (findingsIn(title).length > 0) return title;
  return prose`${title} (${name(mover)} ${number(growthId(mover), 'signed')})`;
}

interface Leader {
  readonly metric: RankedMetric;
  readonly artist: string;
  readonly source: string;
}

function leadersOf(book: FindingBook): readonly Leader[] {
  return RANKED_METRICS.flatMap((metric) => {
    const source = book.measured(topId(metric))?.sources[0];
    const [artist] = namesIn(book, topTableId(metric), 'artist');
    return source === undefined || artist === undefined ? [] : [{ metric, artist, source }];
  });
}

/** Who leads by which measure, in a line; at most three are named, those of the last measures. */
export function artistMessage(book: FindingBook): Prose {
  const leaders = leadersOf(book);
  const [only] = leaders;
  if (only === undefined) return [];
  const named = leaders.slice(-3).map(leading);
  const different = new Set(leaders.map(({ artist }) => artist)).size > 1;
  return different
    ? prose`Who leads among artists depends on the measure: ${listOf(named)}`
    : prose`${name(only.artist)} leads by ${listOf(leaders.map(({ metric }) => METRIC_WORDS[metric].noun))}`;
}

function leading({ metric, artist }: Leader): Prose {
  const { value, noun } = METRIC_WORDS[metric];
  return value === 'mean'
    ? prose`${name(artist)} with a ${noun} of ${number(topId(metric))}`
    : prose`${name(artist)} with ${number(topId(metric))}`;
}

const MOST: Readonly<Record<RankedMetric, string>> = {
  plays: 'the most plays',
  listeners: 'the most listeners',
  popularity: 'the highest mean popularity',
  streams: 'the most streams',
  views: 'the most video views',
};

/** Who leads each ranking, as a sentence without numbers. */
export function leadersSentence(book: FindingBook): Prose {
  const leaders = leadersOf(book);
  const [first, ...others] = leaders;
  if (first === undefined) return [];
  const artists = [...new Set(leaders.map(({ artist }) => artist))];
  const led = (artist: string): readonly string[] =>
    leaders.filter((one) => one.artist === artist).map(({ metric }) => MOST[metric]);
  if (artists.length === 1)
    return prose`Of all artists ${name(first.artist)} has ${listOf(led(first.artist))}.`;
  const clauses = artists.map(
    (artist, index) => prose`${name(artist)} ${index === 0 ? 'has ' : ''}${listOf(led(artist))}`,
  );
  const dates = others.some(({ source }) => source !== first.source)
    ? prose` These counts come from sources of different years.`
    : [];
  return prose`No artist leads everywhere: ${listOf(clauses)}.${dates}`;
}
