import type { FindingBook } from '../../domain/findingBook.js';
import {
  constant,
  joinProse,
  listOf,
  name,
  number,
  prose,
  type Prose,
} from '../../domain/prose.js';
import type { Block } from '../../domain/section.js';
import { tableRecords, textIn, type DataTable } from '../../domain/table.js';
import type { AnalysisContext } from '../analysis.js';
import { likelyRange } from '../likelyRange.js';
import { sourceBlocks } from '../narration.js';
import { errorBlocks, groundsBlocks } from './explainBlocks.js';
import { leadingRows, leadOf, leadRows, targetWords, type LeadRow } from './leads.js';
import { HONEST } from './modelNames.js';
import { SHORT } from './scoreFindings.js';
import { BAR, scoresTableId } from './scoreTables.js';

/** The text of the section. */
export function popularityBlocks(book: FindingBook, context: AnalysisContext): readonly Block[] {
  const refused = refusedBlocks(book);
  const all = leadOf(book, 'all');
  if (!all) return [...refused, ...(refused.length === 0 ? noteBlocks(book) : [])];
  return [
    { kind: 'heading', text: 'What can be predicted' },
    paragraph(testSentence(book)),
    ...scoreBlocks(book, all),
    ...sourceBlocks(book.finding(all.r2Finding), context),
    ...otherTasks(book, all.task),
    { kind: 'heading', text: 'Goals' },
    ...goalBlocks(book),
    ...errorBlocks(book),
    ...groundsBlocks(book),
    { kind: 'heading', text: 'Limits of the model' },
    paragraph(POPULARITY_LIMITS),
  ];
}

/** What was reached on the leading data, what was kept back, and the scores one by one. */
export function scoreBlocks(book: FindingBook, all: LeadRow): readonly Block[] {
  return [
    paragraph(
      joinProse([resultSentence(book, all), ...knownSentences(book), ...naiveSentence(book)]),
    ),
    { kind: 'chart', chart: 'model-scores' },
    ...refusedBlocks(book),
    ...auditBlocks(book),
    { kind: 'table', table: scoresTableId(all.task) },
  ];
}

function paragraph(text: Prose): Block {
  return { kind: 'paragraph', text };
}

/** Why nothing could be judged. */
export function noteBlocks(book: FindingBook): readonly Block[] {
  if (!book.hasFinding('models.songs')) return [];
  const note = book.finding('models.songs').note ?? 'not enough data';
  return [
    paragraph(
      prose`How far popularity can be predicted cannot be told from these data (${constant(note)}).`,
    ),
  ];
}

/** Which scores are kept back, and which check failed. */
export function refusedBlocks(book: FindingBook): readonly Block[] {
  if (!book.hasTable('models.refused')) return [];
  const recipes = namesOf(book.table('models.refused'), 'recipe');
  return [
    paragraph(
      prose`No score is shown of models that learn from ${listOf(recipes.map(name))}: their audit for leaks failed, so that a score could be too good to be true. The table names each check that failed.`,
    ),
    { kind: 'table', table: 'models.refused' },
  ];
}

function namesOf(table: DataTable, column: string): readonly string[] {
  return [...new Set(tableRecords(table).map((row) => textIn(row, column)))];
}

function auditBlocks(book: FindingBook): readonly Block[] {
  const failed = book.measured('models.failed');
  if (!failed || failed.estimate > 0) return [];
  return [
    paragraph(
      prose`All ${number('models.audits')} audits for leaks passed: no song on both sides of a split, no column made from the target, nothing from after release where only release is claimed, no score left when the target is shuffled, and no single column that explains too much.`,
    ),
  ];
}

/** How it was tested. */
export function testSentence(book: FindingBook): Prose {
  return prose`Models were asked for the ${targetWords(book).noun} of ${number('models.songs')} that they had not seen: the songs were parted into folds, and each fold was predicted by a model that learned from the others, with all versions of a song on one side. R² is the share of the differences between songs that the predictions account for: nothing for a model that always says the mean, all for one that is always right. The typical error (RMSE) is in the unit of the target.`;
}

function reached(book: FindingBook, row: LeadRow): Prose {
  return prose`${number(row.r2Finding)}${likelyRange(book, row.r2Finding, 'range')}`;
}

function resultSentence(book: FindingBook, all: LeadRow): Prose {
  const main = prose`With all that is known, ${name(all.modelTitle.toLowerCase())} accounts for ${reached(book, all)} of the differences, with a typical error of ${number(all.rmseFinding)}.`;
  const baseline = leadOf(book, 'baseline');
  if (!baseline) return main;
  return joinProse([
    main,
    prose`The simplest guess (${name(baseline.modelTitle.toLowerCase())}) accounts for ${number(baseline.r2Finding)} and errs by ${number(baseline.rmseFinding)}.`,
  ]);
}

/** With and without what is known only afterwards, and how much rests on knowing the album and the artist. */
function knownSentences(book: FindingBook): readonly Prose[] {
  const release = leadOf(book, 'release');
  const albums = leadOf(book, 'all', 'albums');
  const artists = leadOf(book, 'all', 'artists');
  const time = leadOf(book, 'all', 'time');
  return [
    ...(release
      ? [
          prose`With only what is known on the day of release it is ${reached(book, release)}; what comes on top is known only afterwards.`,
        ]
      : []),
    ...(albums
      ? [prose`Where no song of the album is known, ${reached(book, albums)} is left.`]
      : []),
    ...(artists
      ? [
          prose`Where no song of the artist is known, it is ${reached(book, artists)}: this is what to expect of a newcomer${restsOnArtist(book)}.`,
        ]
      : []),
    ...(time
      ? [
          prose`For songs that came out after all that the model learned from, it is ${reached(book, time)}.`,
        ]
      : []),
  ];
}

/** What is lost with the artist, where something is. */
function restsOnArtist(book: FindingBook): Prose {
  const id = leadingFinding(book, 'artist');
  if (id === null || (book.finding(id).estimate ?? 0) <= 0) return [];
  return prose`, and ${number(id)} rest on knowing the artist and the album`;
}

/** What parting rows at random would have claimed, which is not always more. */
function naiveSentence(book: FindingBook): readonly Prose[] {
  const naive = leadOf(book, 'all', 'rows');
  const gain = leadingFinding(book, 'naive');
  if (!naive || gain === null) return [];
  const parted = prose`Parting rows at random, as is often done, puts versions of one song on both sides`;
  return [
    isFlattering(book)
      ? prose`${parted} and would have claimed ${number(naive.r2Finding)}, a difference of ${number(gain, 'signed')}.`
      : prose`${parted}; with these columns it gives ${number(naive.r2Finding)}, no more than with songs kept whole.`,
  ];
}

/** Whether parting rows at random would have claimed more than keeping songs whole. */
export function isFlattering(book: FindingBook): boolean {
  const gain = leadingFinding(book, 'naive');
  if (gain === null) return false;
  const { estimate, ci } = book.finding(gain);
  return (ci?.low ?? estimate ?? 0) > 0;
}

/** A difference of the leading task, if it was measured. */
function leadingFinding(book: FindingBook, what: string): string | null {
  const task = leadingRows(book)[0]?.task ?? '';
  return book.measured(`models.${what}.${task}`)?.id ?? null;
}

/** What is left for each of the other data sets. */
export function otherTasks(book: FindingBook, leading: string): readonly Block[] {
  const rows = leadRows(book).filter(({ task }) => task !== leading);
  const tasks = [...new Set(rows.map(({ task }) => task))];
  return tasks.flatMap((task): readonly Block[] => {
    const find = (role: LeadRow['role'], split: string = HONEST): LeadRow | undefined =>
      rows.find((row) => row.task === task && row.role === role && row.split === split);
    const all = find('all');
    if (!all) return [];
    const release = find('release');
    const artists = find('all', 'artists');
    const more = [
      ...(release ? [prose`at release ${reached(book, release)}`] : []),
      ...(artists ? [prose`with the artist unknown ${reached(book, artists)}`] : []),
    ];
    const rest = more.length === 0 ? [] : prose`; ${joinProse(more, ', ')}`;
    return [
      paragraph(
        prose`On ${name(all.taskTitle)} (learning from: ${name(all.recipeTitle)}): ${reached(book, all)}, with a typical error of ${number(all.rmseFinding)}${all.unit === 'points' ? [] : prose` ${name(all.unit)}`}${rest}.`,
      ),
      { kind: 'table', table: scoresTableId(task) },
    ];
  });
}

/** The goals and the roadmap's bar. */
export function goalBlocks(book: FindingBook): readonly Block[] {
  return [
    ...(book.hasTable('models.goals')
      ? [paragraph(goalSentence(book)), { kind: 'table', table: 'models.goals' } as const]
      : []),
    ...(book.hasTable('models.bar')
      ? [paragraph(barSentence(book)), { kind: 'table', table: 'models.bar' } as const]
      : []),
  ];
}

function goalSentence(book: FindingBook): Prose {
  const gaps = book.findings.filter(
    ({ id, note }) => id.startsWith('models.gap-') && note === SHORT,
  );
  const first = prose`Goals that were set before the models were built: ${number('models.goals')}; met: ${number('models.goals-met')}.`;
  if (gaps.length === 0) return first;
  return prose`${first} What is short of its goal: ${joinProse(
    gaps.map(
      (gap) =>
        prose`${name(gap.label)}, ${number(gap, 'signed')}${likelyRange(book, gap, 'range')}`,
    ),
    '; ',
  )}.`;
}

/** Reached only where the worse end of the interval is past the bar. */
export function barSentence(book: FindingBook): Prose {
  const titles = (met: boolean): readonly Prose[] =>
    tableRecords(book.table('models.bar'))
      .filter((row) => textIn(row, 'reached').startsWith('met') === met)
      .map((row) => prose`${name(textIn(row, 'task'))} (${name(textIn(row, 'recipe'))})`);
  const [met, missed] = [titles(true), titles(false)];
  return joinProse([
    prose`The roadmap’s bar is an R² above ${constant(`${BAR.r2}%`)} or a typical error below ${constant(`${BAR.rmse} points`)}. It counts as met only where the worse end of the interval is past it.`,
    ...(met.length > 0 ? [prose`Met on ${joinProse(met, '; ')}.`] : []),
    ...(missed.length > 0 ? [prose`Not met on ${joinProse(missed, '; ')}.`] : []),
  ]);
}

/** What holds of every model of popularity on such data. */
export const POPULARITY_LIMITS: Prose = prose`Popularity is a figure that one service gives on one day, as it chooses to compute it. Songs that no source lists are unknown to the model, and those that are listed are mostly songs that somebody wanted to hear. That a column helps to predict popularity does not say that changing it would change popularity.`;
