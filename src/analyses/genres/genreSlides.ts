import type { Finding } from '../../domain/finding.js';
import type { FindingBook } from '../../domain/findingBook.js';
import { listOf, name, number, prose, type Prose } from '../../domain/prose.js';
import type { Slide } from '../../domain/section.js';
import type { AnalysisContext } from '../analysis.js';
import { likelyRange } from '../likelyRange.js';
import { sourceTitle } from '../sourceTitle.js';
import { namesIn } from '../tableNames.js';
import { LIKES, ratioId } from './engagementKinds.js';
import { growthId, leadId, popularityId, sinceId, turnYearId } from './genreIds.js';
import { genreShapes } from './genreShapes.js';
import { popularityTableId } from './genreTables.js';
import { engagementTitle, growthTitle, popularityTitle } from './genreTitles.js';
import { popularitySources } from './popularitySources.js';

/** One slide each on popularity, growth and engagement of genres, where they were measured. */
export function genreSlides(book: FindingBook, context: AnalysisContext): readonly Slide[] {
  return [
    ...popularitySlide(book, context),
    ...growthSlide(book, context),
    ...engagementSlide(book, context),
  ];
}

function popularitySlide(book: FindingBook, context: AnalysisContext): readonly Slide[] {
  const [source] = popularitySources(book);
  if (source === undefined) return [];
  const genres = namesIn(book, popularityTableId(source), 'genre');
  const [first] = genres;
  const last = genres.at(-1);
  if (first === undefined || last === undefined || first === last) return [];
  const points = [first, last].flatMap((genre) => {
    const lead = book.measured(leadId(source, genre));
    if (!lead) return [];
    return [
      prose`${name(genre)}: ${number(lead)} against other songs of the same years${likelyRange(book, lead)}`,
    ];
  });
  return [
    {
      title: popularityTitle(book, source),
      chart: 'genre-popularity',
      points,
      notes: [
        prose`Means of ${number(popularityId(source, first), 'n')} of ${name(first)} and ${number(popularityId(source, last), 'n')} of ${name(last)}, from ${sourceTitle(source, context)}. The ranges take artists, not songs, as independent.`,
        ...selection(book.finding(popularityId(source, first))),
      ],
    },
  ];
}

function growthSlide(book: FindingBook, context: AnalysisContext): readonly Slide[] {
  const [first] = namesIn(book, 'genres.growth', 'genre');
  if (first === undefined) return [];
  const any = book.measured(growthId(first));
  return [
    {
      title: growthTitle(book),
      chart: 'genre-growth',
      points: growthPoints(book),
      notes: [
        prose`Change in the share of listings per year of release, ${number('genres.growth-from')} to ${number('genres.last-year')}, in ${sourceTitle(any?.sources[0] ?? '', context)}. The ranges hold for all genres together.`,
        prose`Old songs are listed because they lasted, so early years speak of survival as well as of taste.`,
        ...(any ? selection(any) : []),
      ],
    },
  ];
}

function growthPoints(book: FindingBook): readonly Prose[] {
  const shapes = genreShapes(book);
  const changes = (genres: readonly string[]): Prose =>
    listOf(genres.slice(0, 3).map((genre) => prose`${name(genre)} (${number(growthId(genre))})`));
  return [
    ...(shapes.growing.length > 0 ? [prose`Emerging: ${changes(shapes.growing)}`] : []),
    ...(shapes.shrinking.length > 0 ? [prose`Fading: ${changes(shapes.shrinking)}`] : []),
    ...shapes['past-peak'].slice(0, 1).map((genre) => turnPoint(genre, 'grew', 'lower')),
    ...shapes.recovering.slice(0, 1).map((genre) => turnPoint(genre, 'shrank', 'higher')),
  ].slice(0, 3);
}

function turnPoint(genre: string, moved: 'grew' | 'shrank', since: 'lower' | 'higher'): Prose {
  return prose`${name(genre)} ${moved} until ${number(turnYearId(genre))}, and has been ${number(sinceId(genre), 'magnitude')} ${since} on average since`;
}

function engagementSlide(book: FindingBook, context: AnalysisContext): readonly Slide[] {
  const genres = namesIn(book, LIKES.table.id, 'genre');
  const [first] = genres;
  const last = genres.at(-1);
  if (first === undefined || last === undefined || first === last) return [];
  const points = [first, last].flatMap((genre) => {
    const ratio = book.measured(ratioId(LIKES, genre));
    return ratio
      ? [
          prose`${name(genre)}: ${number(ratio)} times the rate of other genres at equal views${likelyRange(book, ratio)}`,
        ]
      : [];
  });
  return [
    {
      title: engagementTitle(book, LIKES),
      chart: 'genre-engagement',
      points,
      notes: [
        prose`Videos are joined to genres through their artist, with ${listOf(
          (book.measured(ratioId(LIKES, first))?.sources ?? []).map((source) =>
            sourceTitle(source, context),
          ),
        )}.`,
      ],
    },
  ];
}

function selection(finding: Finding): readonly Prose[] {
  return finding.caveats.slice(0, 1).map((caveat) => prose`${name(caveat)}`);
}
