import type { Finding } from '../../domain/finding.js';
import type { FindingBook } from '../../domain/findingBook.js';
import { listOf, name, number, prose, type Prose } from '../../domain/prose.js';
import type { Slide } from '../../domain/section.js';
import type { AnalysisContext } from '../analysis.js';
import { likelyRange } from '../likelyRange.js';
import { sourceTitle } from '../sourceTitle.js';
import { sideOf } from '../side.js';
import { namesIn } from '../tableNames.js';
import { ends, growthId, leadId, LIKES, popularityId, ratioId } from './genreFindings.js';
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
      prose`${name(genre)}: ${number(lead)} against other genres of the same year${likelyRange(book, lead)}`,
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
  const genres = namesIn(book, 'genres.growth', 'genre');
  const [first] = genres;
  if (first === undefined) return [];
  const found = ends(genres).flatMap((genre) => book.measured(growthId(genre)) ?? []);
  const points: Prose[] = [];
  for (const [side, word] of [
    ['above', 'Emerging'],
    ['below', 'Fading'],
  ] as const) {
    const list = ends(genres).filter((genre) => {
      const finding = book.measured(growthId(genre));
      return finding !== null && sideOf(finding) === side;
    });
    if (list.length > 0) {
      points.push(
        prose`${word}: ${listOf(list.slice(0, 3).map((genre) => prose`${name(genre)} (${number(growthId(genre))})`))}`,
      );
    }
  }
  const [any] = found;
  return [
    {
      title: growthTitle(book),
      chart: 'genre-growth',
      points,
      notes: [
        prose`Change in the share of listings per year of release, ${number('genres.growth-from')} to ${number('genres.last-year')}, in ${sourceTitle(any?.sources[0] ?? '', context)}. The ranges hold for all genres together.`,
        ...(any ? selection(any) : []),
      ],
    },
  ];
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
