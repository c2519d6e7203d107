import type { FindingBook } from '../../domain/findingBook.js';
import { joinProse, listOf, name, number, prose, type Prose } from '../../domain/prose.js';
import type { Block } from '../../domain/section.js';
import { namesIn } from '../tableNames.js';
import { growthId, sinceId, turnShareId, turnYearId } from './genreIds.js';
import { genreShapes } from './genreShapes.js';

const TABLE_ROWS = 10;

/** Older releases are listed only where they lasted; said once, beside the chart of growth. */
const SURVIVORS: Prose = prose`These are shares of the songs still listed at the as-of date. Old songs are there because they lasted, so a low share in an early year can also mean that few songs of the genre survived.`;

/** Emerging and fading genres, and those whose share turned on the way. */
export function growthBlocks(book: FindingBook): readonly Block[] {
  if (namesIn(book, 'genres.growth', 'genre').length === 0) return [];
  const window = prose`Growth is the change in a genre’s share of the listings per year of release, from ${number('genres.growth-from')} to ${number('genres.last-year')}. The ranges are widened so that all of them hold together.`;
  return [
    { kind: 'heading', text: 'Emerging and fading genres' },
    { kind: 'paragraph', text: joinProse([window, ...shapeSentences(book)]) },
    { kind: 'paragraph', text: SURVIVORS },
    { kind: 'chart', chart: 'genre-growth' },
    { kind: 'table', table: 'genres.growth', rows: TABLE_ROWS },
  ];
}

function shapeSentences(book: FindingBook): readonly Prose[] {
  const shapes = genreShapes(book);
  const changes = (genres: readonly string[]): Prose =>
    listOf(
      genres.map(
        (genre) =>
          prose`${name(genre)} (${number(growthId(genre))}${rangeOf(book, growthId(genre))})`,
      ),
    );
  const sentences: Prose[] = [];
  if (shapes.growing.length > 0) sentences.push(prose`Emerging: ${changes(shapes.growing)}.`);
  if (shapes.shrinking.length > 0) sentences.push(prose`Fading: ${changes(shapes.shrinking)}.`);
  sentences.push(...shapes['past-peak'].map((genre) => turned(genre, 'grew', 'lower')));
  sentences.push(...shapes.recovering.map((genre) => turned(genre, 'shrank', 'higher')));
  if (shapes.unclear.length > 0) {
    sentences.push(
      prose`For ${listOf(shapes.unclear.map((genre) => name(genre)))} the data do not settle whether the share moves by an amount that matters.`,
    );
  }
  return sentences;
}

function rangeOf(book: FindingBook, id: string): Prose {
  return book.finding(id).ci === null ? [] : prose`, likely range ${number(id, 'interval')}`;
}

/** "edm grew until 2014, when it held …, and has held less since" */
function turned(genre: string, moved: 'grew' | 'shrank', since: 'lower' | 'higher'): Prose {
  return prose`For ${name(genre)} a slope over all years would mislead: its share ${moved} until ${number(turnYearId(genre))}, to ${number(turnShareId(genre))} of the listings, and has been ${since} since, by ${number(sinceId(genre), 'magnitude')} on average (likely range ${number(sinceId(genre), 'interval-magnitude')}).`;
}
