import type { Finding } from '../../domain/finding.js';
import type { FindingBook } from '../../domain/findingBook.js';
import { joinProse, listOf, number, prose, type Prose } from '../../domain/prose.js';
import type { Block } from '../../domain/section.js';
import type { AnalysisContext } from '../analysis.js';
import { sourceTitle } from '../sourceTitle.js';
import { zerosId } from './dataFindings.js';

/** Between these shares (percent) a field has gaps: below it is practically complete, above it the source lacks it. */
const GAP = { from: 0.1, to: 60 } as const;
const SHOWN = 3;
/** Sources further apart in time than this many years are said to be. */
const FAR_APART = 1;

/** The text of the data section. */
export function dataBlocks(book: FindingBook, context: AnalysisContext): readonly Block[] {
  return [
    heading('What is in'),
    ...paragraph(contents(book, context)),
    ...table(book, 'data.sources'),
    heading('Every record is accounted for'),
    ...paragraph(ledger(book)),
    ...table(book, 'data.ledger'),
    ...(amount(book, 'data.ledger.rejected') > 0 ? table(book, 'data.rejections', 10) : []),
    heading('What is missing'),
    ...paragraph(joinProse([missing(book, context), artistless(book)].filter(isFilled))),
    ...chart(book, 'data.missing', 'missing-values'),
    heading('Versions and repeats'),
    ...paragraph(repeats(book, context)),
    ...joins(book, context),
    heading('How popularity is distributed'),
    ...paragraph(zeros(book, context)),
    ...chart(book, 'data.popularity', 'popularity-distributions'),
    heading('Values far from the rest'),
    ...paragraph(outliers(book)),
    ...table(book, 'data.outliers'),
  ];
}

function contents(book: FindingBook, context: AnalysisContext): Prose {
  if (amount(book, 'data.count.songs') === 0) return prose`The store holds no songs.`;
  const size = prose`This report rests on ${number('data.count.songs')} by ${number('data.count.artists')}, from ${listOf(context.sources.map((stamp) => sourceTitle(stamp.source, context)))}.`;
  const apart =
    amount(book, 'data.age-span') > FAR_APART
      ? prose` The sources describe different moments, ${number('data.age-span')} apart. Their figures stand beside each other and are never averaged.`
      : [];
  return [
    ...size,
    ...apart,
    ...prose` None of them is a random sample of all music; the table says what each one is a sample of.`,
  ];
}

function ledger(book: FindingBook): Prose {
  if (!book.hasFinding('data.ledger.read')) return [];
  const refused =
    amount(book, 'data.ledger.rejected') > 0
      ? prose` ${number('data.ledger.rejected')} (${number('data.rejected-share')}) were refused; the reasons are listed below.`
      : prose` None was refused.`;
  return [
    ...prose`Of ${number('data.ledger.read')} records read, ${number('data.ledger.loaded')} brought something new, ${number('data.ledger.updated')} added to what was already known, ${number('data.ledger.unchanged')} said nothing new and ${number('data.ledger.duplicate')} repeated an earlier record.`,
    ...refused,
    ...prose` The counts add up for each source and kind of record; a load in which they did not would have failed.`,
  ];
}

function missing(book: FindingBook, context: AnalysisContext): Prose {
  const gaps = withPrefix(book, 'data.missing.')
    .filter(({ estimate }) => (estimate ?? 0) >= GAP.from && (estimate ?? 0) <= GAP.to)
    .sort((a, b) => (b.estimate ?? 0) - (a.estimate ?? 0) || (a.id < b.id ? -1 : 1))
    .slice(0, SHOWN);
  if (gaps.length === 0) {
    return prose`Where a source gives a field at all, it gives it for practically every song.`;
  }
  const sources = [...new Set(gaps.map((gap) => gap.sources[0] ?? ''))];
  const items = sources.map((source) => {
    const own = gaps.filter((gap) => gap.sources[0] === source);
    return prose`${listOf(own.map((gap) => prose`${fieldOf(gap)} (${number(gap)})`))} in ${sourceTitle(source, context)}`;
  });
  return prose`Most gaps come from fields that a source does not have at all; they show as a dash in the chart. Among the fields that a source does have, the widest gaps are ${joinProse(items, '; ')}. A song that two sources share keeps the album of one of them, and with it what that album lacks.`;
}

/** The field stands in the label behind "songs without". */
function fieldOf(gap: Finding): string {
  return gap.label.replace(/^songs without /, '');
}

function artistless(book: FindingBook): Prose {
  if (amount(book, 'data.without-artist') === 0) return [];
  return prose`${number('data.without-artist')} (${number('data.without-artist-share')}) have no artist in any source. They count wherever only the song matters and stay out of everything that needs an artist: rankings of artists, joins by name, and intervals that take artists as independent.`;
}

function repeats(book: FindingBook, context: AnalysisContext): Prose {
  const works =
    amount(book, 'data.repeated-works') > 0
      ? prose`${number('data.repeated-works-share')} of the ${number('data.repeated-works', 'n')} with an artist are versions of a work that is in the data more than once: remasters, remixes, live takes, re-releases. They are kept, because listeners find each of them. They are not independent, so the intervals of this report treat an artist’s songs as one group.`
      : prose`No work is in the data more than once.`;
  const listed = withPrefix(book, 'data.several-genres.').filter(
    ({ estimate }) => (estimate ?? 0) > 0,
  );
  if (listed.length === 0) return works;
  const items = listed.map(
    (one) => prose`${number(one)} in ${sourceTitle(one.sources[0] ?? '', context)}`,
  );
  return prose`${works} Some songs are listed under more than one genre (${listOf(items)}). Such a song counts once under each: that is a fact about playlists, not an error.`;
}

function joins(book: FindingBook, context: AnalysisContext): readonly Block[] {
  const shared = withPrefix(book, 'data.shared-artists.')
    .filter(({ id, estimate }) => !id.endsWith('.share') && (estimate ?? 0) > 0)
    .sort((a, b) => (b.estimate ?? 0) - (a.estimate ?? 0) || (a.id < b.id ? -1 : 1));
  const [widest] = shared;
  if (!widest) return [];
  const narrowest = shared.at(-1);
  const pair = (finding: Finding): Prose =>
    listOf(finding.sources.map((source) => sourceTitle(source, context)));
  const widestText = prose`Artists are matched by outside ids first and by normalised name otherwise. ${pair(widest)} share ${number(widest)}, ${number(`${widest.id}.share`)} of the smaller one’s`;
  const text =
    narrowest && narrowest !== widest
      ? prose`${widestText}; ${pair(narrowest)} share ${number(narrowest)}. What is joined across sources speaks of these shared artists, who are better known than the rest.`
      : prose`${widestText}. What is joined across sources speaks of these shared artists, who are better known than the rest.`;
  return [
    heading('How far the sources overlap'),
    { kind: 'paragraph', text },
    { kind: 'chart', chart: 'join-coverage' },
  ];
}

function zeros(book: FindingBook, context: AnalysisContext): Prose {
  const sources = context.features.observers('popularity').map(({ source }) => source);
  const measured = sources.filter((source) => book.measured(zerosId(source)));
  if (measured.length === 0) return prose`No source observed popularity.`;
  const items = measured.map(
    (source) =>
      prose`${number(zerosId(source))} of the songs of ${sourceTitle(source, context)} (${number(zerosId(source), 'n')})`,
  );
  return prose`A popularity of zero can mean too few recent plays to be scored, or a withdrawn or duplicated release, rather than a low score. It stands for ${listOf(items)}. Zeros are kept in every mean of this report.`;
}

function outliers(book: FindingBook): Prose {
  const flagged = withPrefix(book, 'data.outliers.')
    .filter(({ estimate }) => (estimate ?? 0) > 0)
    .sort((a, b) => (b.estimate ?? 0) - (a.estimate ?? 0) || (a.id < b.id ? -1 : 1));
  const [first] = flagged;
  if (!first) return prose`No field has values far from the rest by the usual rules.`;
  return prose`Values are compared with two rules: a usual range drawn around the middle half of the values (Tukey’s fences), and the distance from the median (MAD). The largest share outside the usual range is ${number(first)} (${first.label.split(':')[0] ?? ''}). Such values come from skewed fields rather than from errors, and none was removed. Where a few large values would decide a result, the report uses ranks, medians or logarithms.`;
}

function heading(text: string): Block {
  return { kind: 'heading', text };
}

function paragraph(text: Prose): readonly Block[] {
  return text.length === 0 ? [] : [{ kind: 'paragraph', text }];
}

function table(book: FindingBook, id: string, rows?: number): readonly Block[] {
  if (!book.hasTable(id)) return [];
  return [{ kind: 'table', table: id, ...(rows === undefined ? {} : { rows }) }];
}

function chart(book: FindingBook, id: string, name: string): readonly Block[] {
  return book.hasTable(id) ? [{ kind: 'chart', chart: name }] : [];
}

function amount(book: FindingBook, id: string): number {
  return book.measured(id)?.estimate ?? 0;
}

function withPrefix(book: FindingBook, prefix: string): Finding[] {
  return book.findings.filter(({ id }) => id.startsWith(prefix));
}

function isFilled(text: Prose): boolean {
  return text.length > 0;
}
