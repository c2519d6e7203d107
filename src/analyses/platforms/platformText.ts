import type { FindingBook } from '../../domain/findingBook.js';
import { listOf, name, prose, type Prose } from '../../domain/prose.js';
import type { Block, Slide } from '../../domain/section.js';
import { tableRecords } from '../../domain/table.js';
import type { AnalysisContext } from '../analysis.js';
import { chartIf, findingParagraph, findingSlide, sourceNotes } from '../narration.js';

/** The text of the cross-platform section. */
export function platformBlocks(book: FindingBook, context: AnalysisContext): readonly Block[] {
  const noted = sourceNotes(context);
  return [
    ...question(book, noted, 'Do the same songs win on both?', 'platforms.streams_views'),
    ...chartIf(book.hasTable('platforms.density'), 'streams-views'),
    ...standOuts(book),
    ...question(book, noted, 'Official videos', 'platforms.official'),
    ...chartIf(book.measured('platforms.official') !== null, 'official-video'),
    ...question(book, noted, 'Likes and reach', 'platforms.like_rate'),
    ...question(book, noted, 'Playlists', 'platforms.playlists'),
  ];
}

type Noted = ReturnType<typeof sourceNotes>;

function question(book: FindingBook, noted: Noted, heading: string, id: string): readonly Block[] {
  if (!book.hasFinding(id)) return [];
  const finding = book.finding(id);
  return [{ kind: 'heading', text: heading }, findingParagraph(finding), ...noted(finding)];
}

function standOuts(book: FindingBook): readonly Block[] {
  const songs = book.hasTable('platforms.songs');
  const artists = book.hasTable('platforms.artists');
  if (!songs && !artists) return [];
  return [
    { kind: 'heading', text: 'Who does better on one platform' },
    { kind: 'paragraph', text: RULE },
    ...(artists ? [{ kind: 'paragraph', text: artistSentence(book) } as const] : []),
    ...chartIf(artists, 'platform-artists'),
    ...(artists ? [{ kind: 'table', table: 'platforms.artists' } as const] : []),
    ...(songs
      ? [
          { kind: 'paragraph', text: SONGS } as const,
          { kind: 'table', table: 'platforms.songs' } as const,
        ]
      : []),
  ];
}

const RULE: Prose = prose`A song’s streams let one expect a number of views: the robust line through all songs, both on a logarithmic scale. Who gets more than that is stronger on YouTube, who gets fewer is stronger on Spotify. Only songs with an official video of their own count: searches for a song’s video also find uploads by others, or the same hit for every song of an artist. This part is exploratory.`;

const SONGS: Prose = prose`Single songs stand out further than artists do, partly by luck. Only songs with at least median streams are listed, and a song of several artists once; check first whether the right video was matched where the views are lowest.`;

const NAMED = 3;

/** The artists that stand out most on each platform, furthest first. */
function furthest(book: FindingBook): readonly (readonly [side: string, artists: Prose])[] {
  const rows = tableRecords(book.table('platforms.artists'));
  const named = (side: string): readonly string[] =>
    rows.filter((row) => row['side'] === side).map((row) => String(row['artist']));
  const sides = [
    ['YouTube', named('YouTube').slice(0, NAMED)],
    ['Spotify', named('Spotify').slice(-NAMED).reverse()],
  ] as const;
  return sides.flatMap(([side, artists]) =>
    artists.length === 0 ? [] : [[side, listOf(artists.map(name))] as const],
  );
}

function artistSentence(book: FindingBook): Prose {
  const clauses = furthest(book).map(([side, artists]) => prose`${artists} on ${side}`);
  return prose`Among artists with at least five such songs, those furthest ahead of what is expected are ${listOf(clauses)}.`;
}

const CHARTS: readonly (readonly [id: string, chart: string | undefined])[] = [
  ['platforms.streams_views', 'streams-views'],
  ['platforms.official', 'official-video'],
];

/** One slide per question that a chart answers, and one on who stands out. */
export function platformSlides(book: FindingBook, context: AnalysisContext): readonly Slide[] {
  const slides = CHARTS.flatMap(([id, chart]) => {
    const finding = book.measured(id);
    return finding ? findingSlide(finding, context, chart === undefined ? {} : { chart }) : [];
  });
  if (!book.hasTable('platforms.artists')) return slides;
  return [
    ...slides,
    {
      title: prose`Some artists have their audience on one platform much more than on the other`,
      chart: 'platform-artists',
      points: furthest(book).map(([side, artists]) => prose`Stronger on ${side}: ${artists}`),
      notes: [RULE],
    },
  ];
}
