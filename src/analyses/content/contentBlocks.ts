import { constant, prose, type Prose } from '../../domain/prose.js';
import type { FindingBook } from '../../domain/findingBook.js';
import type { Block } from '../../domain/section.js';
import type { DataTable } from '../../domain/table.js';
import type { AnalysisContext } from '../analysis.js';
import { chartIf, findingParagraph, findingsOf, sourceNotes } from '../narration.js';
import { capitalised, crudeSentence, resultClause } from '../wording.js';
import { audioFindings } from './audioFindings.js';
import { lengthClause, periodClause } from './curveShape.js';
import { spreadSentence } from './spreadSentence.js';

/** The text of the content section: one subsection per question. */
export function contentBlocks(book: FindingBook, context: AnalysisContext): readonly Block[] {
  const noted = sourceNotes(context);
  return [
    { kind: 'paragraph', text: INTRODUCTION },
    { kind: 'chart', chart: 'content-forest' },
    ...topic(book, noted, 'Explicit lyrics', 'content.explicit', 'explicit-crude-adjusted'),
    ...topic(book, noted, 'Length', 'content.duration', 'duration-curve', 'content.lengths'),
    ...timing(book, noted),
    ...topic(
      book,
      noted,
      'Single or album track',
      'content.single',
      'album-type',
      'content.album_types',
    ),
    ...topic(book, noted, 'Guest artists', 'content.featuring'),
    ...topic(book, noted, 'Age of the song', 'content.age', 'age-curve', 'content.periods'),
    ...sound(book, noted),
    ...checks(book),
  ];
}

type Noted = ReturnType<typeof sourceNotes>;

const INTRODUCTION: Prose = prose`Each question below was written down before the data were read, together with what has to be held constant and the smallest difference worth acting on. The plain comparison and the like-for-like one stand side by side; the words follow the second. The likely range is the ${constant('95%')} interval. All of it is association: it says what successful songs look like, not what a change would bring.`;

function topic(
  book: FindingBook,
  noted: Noted,
  heading: string,
  id: string,
  chart?: string,
  table?: string,
): readonly Block[] {
  if (!book.hasFinding(id)) return [];
  const finding = book.finding(id);
  const drawn =
    chart !== undefined &&
    finding.estimate !== null &&
    (table === undefined || book.hasTable(table));
  return [
    { kind: 'heading', text: heading },
    findingParagraph(finding),
    ...noted(finding),
    ...(drawn ? chartIf(true, chart) : []),
    ...bend(book, table),
    ...(table === undefined ? [] : spread(book, `${table}_spread`)),
  ];
}

function timing(book: FindingBook, noted: Noted): readonly Block[] {
  const [friday, quarter] = ['content.friday', 'content.fourth_quarter'];
  const findings = findingsOf(book, [friday, quarter]);
  const [first] = findings.filter((finding) => finding.estimate !== null);
  return [
    { kind: 'heading', text: 'When to release' },
    ...findings.map(findingParagraph),
    ...(first ? noted(first) : []),
    ...chartIf(book.hasTable('content.months'), 'release-months'),
    ...spread(book, 'content.months_spread'),
    ...chartIf(book.hasTable('content.weekdays'), 'release-weekdays'),
    ...spread(book, 'content.weekdays_spread'),
  ];
}

const BENDS: Readonly<Record<string, (table: DataTable) => Prose | null>> = {
  'content.lengths': lengthClause,
  'content.periods': periodClause,
};

/** That the size per step is an average over a bend, where the curve's intervals show one; the figure says which. */
function bend(book: FindingBook, table: string | undefined): readonly Block[] {
  const clauseOf = table === undefined ? undefined : BENDS[table];
  if (table === undefined || clauseOf === undefined || !book.hasTable(table)) return [];
  if (clauseOf(book.table(table)) === null) return [];
  return [{ kind: 'paragraph', text: BEND }];
}

const BEND: Prose = prose`The figure bends: the size per step given above is an average over both sides of the bend, and what the figure shows beyond it is exploratory.`;

function spread(book: FindingBook, id: string): readonly Block[] {
  const finding = book.measured(id);
  const text = finding && spreadSentence(finding);
  return text ? [{ kind: 'paragraph', text }] : [];
}

function sound(book: FindingBook, noted: Noted): readonly Block[] {
  const findings = audioFindings(book);
  const [first] = findings.filter((finding) => finding.estimate !== null);
  if (!first) return [];
  return [
    { kind: 'heading', text: 'Sound' },
    { kind: 'paragraph', text: SOUND },
    {
      kind: 'list',
      items: findings.map((finding) => {
        const crude = crudeSentence(finding);
        const result = prose`${capitalised(resultClause(finding))}.`;
        return crude === null ? result : prose`${result} ${crude}`;
      }),
    },
    ...noted(first),
    { kind: 'chart', chart: 'audio-forest' },
    ...chartIf(book.hasTable('content.correlations'), 'feature-correlations'),
  ];
}

const SOUND: Prose = prose`A typical step is one standard deviation of the measure. Each measure is compared among songs of the same genre, release year and size of the artist’s catalogue, but not at equal values of the other measures: loud songs are also energetic songs, so these differences overlap and must not be added up.`;

function checks(book: FindingBook): readonly Block[] {
  if (!book.hasTable('content.robustness')) return [];
  return [
    { kind: 'heading', text: 'Do these results hold?' },
    { kind: 'paragraph', text: CHECKS },
    { kind: 'table', table: 'content.robustness' },
  ];
}

const CHECKS: Prose = prose`The same comparisons four other ways: only among songs of the same genre and year at once; without songs whose popularity is zero, which are often withdrawn or duplicate releases; with a single song per artist, so that no prolific artist dominates; and among the songs of one artist, for artists whose songs differ in what is compared, so that who the artists are plays no part. These checks are exploratory: the verdicts rest on all songs.`;
