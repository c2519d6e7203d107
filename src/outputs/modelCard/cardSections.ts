import {
  errorBlocks,
  fairnessSentences,
  groundsBlocks,
} from '../../analyses/popularityModel/explainBlocks.js';
import { leadingRows, leadOf } from '../../analyses/popularityModel/leads.js';
import {
  goalBlocks,
  noteBlocks,
  otherTasks,
  POPULARITY_LIMITS,
  refusedBlocks,
  scoreBlocks,
  testSentence,
} from '../../analyses/popularityModel/popularityBlocks.js';
import type { FindingBook } from '../../domain/findingBook.js';
import { joinProse, listOf, name, number, prose, type Prose } from '../../domain/prose.js';
import type { Block, Section, SourceStamp } from '../../domain/section.js';

/** The sections of the model card, in the order of Mitchell et al. (2019), "Model Cards for Model Reporting". */
export function cardSections(
  book: FindingBook,
  sources: readonly SourceStamp[],
): readonly Section[] {
  return [
    section('card-model', 'The model', modelBlocks(book)),
    section('card-use', 'Intended use', [{ kind: 'list', items: USES }]),
    section('card-data', 'Data', dataBlocks(sources)),
    section('card-judged', 'How it was judged', judgedBlocks(book)),
    section('models', 'Scores', cardScores(book)),
    section('card-grounds', 'What it rests on', withoutHeadings(groundsBlocks(book))),
    section('card-fairness', 'Fairness across genres and sizes of artist', fairnessBlocks(book)),
    section('card-wrong', 'When it will be wrong', wrongBlocks(book)),
    section('card-limits', 'Limits', [paragraph(POPULARITY_LIMITS)]),
  ].filter(({ blocks }) => blocks.length > 0);
}

function section(id: string, title: string, blocks: readonly Block[]): Section {
  return { id, title, blocks, slides: [] };
}

function paragraph(text: Prose): Block {
  return { kind: 'paragraph', text };
}

function withoutHeadings(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter(({ kind }) => kind !== 'heading');
}

function table(book: FindingBook, id: string): readonly Block[] {
  return book.hasTable(id) ? [{ kind: 'table', table: id }] : [];
}

function modelBlocks(book: FindingBook): readonly Block[] {
  const all = leadOf(book, 'all');
  const kind = all ? prose` It is ${name(all.modelTitle.toLowerCase())}.` : [];
  return [
    paragraph(
      prose`The model predicts the popularity of a song, a figure from none to full that one service gives, from what is known of the song.${kind} Everything that looks at popularity, such as the mean of an artist’s other songs, is learned inside the training folds alone.`,
    ),
    ...table(book, 'models.recipes'),
    ...table(book, 'models.settings'),
  ];
}

const USES: readonly Prose[] = [
  prose`For: comparing how popular songs like these turn out to be, finding songs that do better or worse than others like them, and learning which columns carry information.`,
  prose`With care: ranking new songs by artists that the data know; the interval of a prediction belongs beside it.`,
  prose`Not for: deciding about a single song or person, paying or ranking artists, songs of artists that the data do not know, or telling what would happen if a song were changed.`,
];

function dataBlocks(sources: readonly SourceStamp[]): readonly Block[] {
  if (sources.length === 0) return [paragraph(prose`No data were loaded.`)];
  const titles = listOf(sources.map(({ title }) => name(title)));
  return [
    paragraph(
      prose`The data come from ${titles}. Dates, checksums, licences and what each source is a sample of stand under Provenance. One row is one track id, each once, whatever the number of playlists that list it; popularity of different sources and dates is never mixed.`,
    ),
  ];
}

const SPLITS: readonly (readonly [split: string, words: Prose])[] = [
  ['songs', prose`Whole songs: all versions of a song on one side. The score to quote.`],
  ['albums', prose`Whole albums: nothing of the album is known.`],
  ['artists', prose`Whole artists: nothing of the artist is known, as for a newcomer.`],
  ['time', prose`Later releases: the model learned from earlier ones, as in use.`],
  [
    'rows',
    prose`Rows at random: versions of a song on both sides. Too good to be true, shown for comparison.`,
  ],
];

/** How songs were kept apart, for the splits that were judged. */
function judgedBlocks(book: FindingBook): readonly Block[] {
  const judged = new Set(leadingRows(book).map(({ split }) => split));
  const items = SPLITS.filter(([split]) => judged.has(split)).map(([, words]) => words);
  return items.length === 0 ? [] : [paragraph(testSentence(book)), { kind: 'list', items }];
}

function cardScores(book: FindingBook): readonly Block[] {
  const all = leadOf(book, 'all');
  if (all) return [...scoreBlocks(book, all), ...otherTasks(book, all.task), ...goalBlocks(book)];
  const refused = refusedBlocks(book);
  const why = refused.length > 0 ? refused : noteBlocks(book);
  return why.length > 0 ? why : [paragraph(prose`No model was judged on these data.`)];
}

function fairnessBlocks(book: FindingBook): readonly Block[] {
  if (!book.hasTable('models.residuals')) return [];
  return [
    paragraph(joinProse(fairnessSentences(book))),
    { kind: 'chart', chart: 'model-bias' },
    { kind: 'table', table: 'models.residuals' },
  ];
}

function wrongBlocks(book: FindingBook): readonly Block[] {
  const all = leadOf(book, 'all');
  if (!all) return [];
  const artists = leadOf(book, 'all', 'artists');
  const time = leadOf(book, 'all', 'time');
  const items = [
    prose`On any one song: the typical error is ${number(all.rmseFinding)}.`,
    ...(artists
      ? [
          prose`On artists that it does not know: R² is ${number(artists.r2Finding)}, where it is ${number(all.r2Finding)} on whole songs.`,
        ]
      : []),
    ...(time ? [prose`On songs of years to come: R² is ${number(time.r2Finding)}.`] : []),
    prose`On the most and the least popular songs, which it draws towards the middle.`,
    prose`Wherever popularity is counted in another way or at another date than in the data.`,
  ];
  const bias = (block: Block): boolean => block.kind === 'chart' && block.chart === 'model-bias';
  return [
    { kind: 'list', items },
    ...withoutHeadings(errorBlocks(book)).filter(
      (block) => block.kind !== 'paragraph' && !bias(block),
    ),
  ];
}
