import type { Finding } from '../../domain/finding.js';
import type { FindingBook } from '../../domain/findingBook.js';
import { joinProse, listOf, name, number, prose, type Prose } from '../../domain/prose.js';
import type { Block } from '../../domain/section.js';
import type { AnalysisContext } from '../analysis.js';
import { likelyRange } from '../likelyRange.js';
import { findingParagraph, sourceBlocks } from '../narration.js';
import { sideOf, type Side } from '../side.js';
import { sourceTitle } from '../sourceTitle.js';
import { namesIn } from '../tableNames.js';
import { engagementId, LIKES, LISTENING, ratioId, type EngagementKind } from './engagementKinds.js';
import { ends, leadId, popularityId, rankedId } from './genreIds.js';
import { growthBlocks } from './growthBlocks.js';
import { popularitySources } from './popularitySources.js';
import { popularityTableId } from './genreTables.js';

const TABLE_ROWS = 10;
/** Genres named in a sentence from each end of a long ranking. */
const NAMED_EACH_END = 3;

/** The text of the genres section. */
export function genreBlocks(book: FindingBook, context: AnalysisContext): readonly Block[] {
  const sources = popularitySources(book);
  return [
    heading('Which genres are most popular'),
    ...spread(book, context),
    ...sources.flatMap((source, index) => popularity(book, context, source, index === 0)),
    ...(sources.length === 0 ? [nothing('No source gives both genres and popularity.')] : []),
    ...(book.hasTable('genres.sizes') ? [chart('genre-treemap')] : []),
    ...trends(book, context),
    ...growthBlocks(book),
    ...engagement(book),
  ];
}

/** How far genres differ is a matter of which genres there are, so the source stands beside it. */
function spread(book: FindingBook, context: AnalysisContext): readonly Block[] {
  if (!book.hasFinding('genres.spread')) return [];
  const finding = book.finding('genres.spread');
  const block = findingParagraph(finding);
  const [source] = finding.sources;
  if (finding.estimate === null || source === undefined || block.kind !== 'paragraph')
    return [block];
  const where = prose`This is for the genres of ${sourceTitle(source, context)}; finer genres, or genres further apart, can account for far more.`;
  return [{ ...block, text: joinProse([block.text, where]) }];
}

function popularity(
  book: FindingBook,
  context: AnalysisContext,
  source: string,
  isMain: boolean,
): readonly Block[] {
  const genres = namesIn(book, popularityTableId(source), 'genre');
  const [first] = genres;
  const last = genres.at(-1);
  if (first === undefined || last === undefined) return [];
  const top = book.measured(popularityId(source, first));
  if (!top) return [];
  const ranking =
    genres.length === 1
      ? prose`In ${sourceTitle(source, context)} all songs are listed under one genre, ${name(first)}: ${number(top)} on average${likelyRange(book, top)}.`
      : prose`In ${sourceTitle(source, context)}, ${name(first)} has the highest mean popularity of ${number(rankedId(source))} genres, ${number(top)}${likelyRange(book, top)}, and ${name(last)} the lowest, ${number(popularityId(source, last))}${likelyRange(book, popularityId(source, last), '')}.`;
  const text = joinProse([ranking, leads(book, source, genres)].filter((part) => part.length > 0));
  return [
    { kind: 'paragraph', text },
    ...sourceBlocks(book.finding(rankedId(source)), context),
    ...(isMain ? [chart('genre-popularity')] : []),
    { kind: 'table', table: popularityTableId(source), rows: TABLE_ROWS },
  ];
}

function leads(book: FindingBook, source: string, genres: readonly string[]): Prose {
  const found = bySide(ends(genres, NAMED_EACH_END), (genre) =>
    book.measured(leadId(source, genre)),
  );
  const isAdjusted = [...found.values()]
    .flat()
    .some(({ finding }) => finding.adjustedFor.length > 0);
  const sentences: Prose[] = [];
  const differences = (side: Side): Prose =>
    listOf(
      (found.get(side) ?? []).map(
        ({ genre, finding }) => prose`${name(genre)} (by ${number(finding, 'magnitude')})`,
      ),
    );
  const than = isAdjusted
    ? 'songs of the same release years that are not listed under the genre'
    : 'songs that are not listed under the genre';
  if (found.has('above') && found.has('below')) {
    sentences.push(
      prose`Compared with ${than}, ${differences('above')} score higher. Scores are lower for ${differences('below')}.`,
    );
  } else if (found.has('above')) {
    sentences.push(prose`Compared with ${than}, ${differences('above')} score higher.`);
  } else if (found.has('below')) {
    sentences.push(prose`Compared with ${than}, ${differences('below')} score lower.`);
  }
  const named = (side: Side): Prose =>
    listOf((found.get(side) ?? []).map(({ genre }) => name(genre)));
  if (found.has('close')) {
    sentences.push(prose`For ${named('close')} the difference is too small to matter.`);
  }
  if (found.has('unclear')) {
    sentences.push(
      prose`For ${named('unclear')} these data do not settle whether there is a difference that matters.`,
    );
  }
  return joinProse(sentences);
}

interface GenreFinding {
  readonly genre: string;
  readonly finding: Finding;
}

function bySide(
  genres: readonly string[],
  findingOf: (genre: string) => Finding | null,
): ReadonlyMap<Side, readonly GenreFinding[]> {
  const sides = new Map<Side, GenreFinding[]>();
  for (const genre of genres) {
    const finding = findingOf(genre);
    if (!finding) continue;
    const side = sideOf(finding);
    const list = sides.get(side);
    if (list) list.push({ genre, finding });
    else sides.set(side, [{ genre, finding }]);
  }
  return sides;
}

function trends(book: FindingBook, context: AnalysisContext): readonly Block[] {
  const last = book.hasFinding('genres.last-year') ? book.finding('genres.last-year') : null;
  if (!last) return [];
  if (last.estimate === null || !book.hasTable('genres.years')) {
    return [
      heading('Trends over the years'),
      nothing(`Trends of genres cannot be shown (${last.note ?? 'not enough data'}).`),
    ];
  }
  const [source] = last.sources;
  const text = prose`The charts follow songs released from ${number('genres.first-year')} to ${number('genres.last-year')} in ${sourceTitle(source ?? '', context)}. They show what is still listed of each year, not everything that was released in it. A year that was not over at the as-of date is left out.`;
  return [
    heading('Trends over the years'),
    { kind: 'paragraph', text },
    chart('genre-trends'),
    chart('genre-popularity-trend'),
  ];
}

function engagement(book: FindingBook): readonly Block[] {
  return [
    heading('Engagement by genre'),
    ...engagementPart(book, LIKES, 'genre-engagement', LIKES_WORDS),
    ...engagementPart(book, LISTENING, 'genre-listening', LISTENING_WORDS),
  ];
}

interface EngagementWords {
  readonly introduction: string;
  readonly same: string;
  readonly missing: string;
}

const LIKES_WORDS: EngagementWords = {
  introduction: 'Likes per view show how readily viewers react.',
  same: 'videos of other genres with the same number of views',
  missing: 'Likes per view cannot be compared between genres',
};

const LISTENING_WORDS: EngagementWords = {
  introduction:
    'Typical plays per listener (geometric means over listeners, then over artists) show how often those come back who listen at all.',
  same: 'artists of other genres with the same number of listeners',
  missing: 'Plays per listener cannot be compared between genres',
};

function engagementPart(
  book: FindingBook,
  kind: EngagementKind,
  figure: string,
  words: EngagementWords,
): readonly Block[] {
  const genres = namesIn(book, kind.table.id, 'genre');
  const [first] = genres;
  const last = genres.at(-1);
  if (first === undefined || last === undefined) {
    const note = book.hasFinding(kind.table.id) ? book.finding(kind.table.id).note : null;
    return [nothing(`${words.missing} (${note ?? 'not enough data'}).`)];
  }
  const range =
    genres.length === 1
      ? prose`${words.introduction} The typical value for ${name(first)} is ${number(engagementId(kind, first))}.`
      : prose`${words.introduction} Typical values run from ${number(engagementId(kind, last))} for ${name(last)} to ${number(engagementId(kind, first))} for ${name(first)}.`;
  const found = bySide(ends(genres), (genre) => book.measured(ratioId(kind, genre)));
  const multiples = (side: Side): Prose =>
    listOf(
      (found.get(side) ?? []).map(
        ({ genre, finding }) =>
          prose`${name(genre)} ${number(finding)} times (${number(finding, 'interval')})`,
      ),
    );
  const sentences: Prose[] = [range];
  if (found.has('above')) {
    sentences.push(prose`Above the rate of ${words.same}: ${multiples('above')}.`);
  }
  if (found.has('below')) sentences.push(prose`Below it: ${multiples('below')}.`);
  if (!found.has('above') && !found.has('below') && genres.length > 1) {
    sentences.push(prose`Against ${words.same}, no genre stands out by an amount that matters.`);
  }
  return [{ kind: 'paragraph', text: joinProse(sentences) }, chart(figure)];
}

function heading(text: string): Block {
  return { kind: 'heading', text };
}

function chart(id: string): Block {
  return { kind: 'chart', chart: id };
}

function nothing(text: string): Block {
  return { kind: 'paragraph', text: [{ kind: 'constant', text }] };
}
