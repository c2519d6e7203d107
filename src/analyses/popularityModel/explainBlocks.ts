import type { Finding } from '../../domain/finding.js';
import type { FindingBook } from '../../domain/findingBook.js';
import { joinProse, name, number, prose, type Prose } from '../../domain/prose.js';
import type { Block } from '../../domain/section.js';
import { tableRecords, textIn } from '../../domain/table.js';
import { chartIf } from '../narration.js';
import { capitalised } from '../wording.js';
import { clearlyOff, type ResidualGroup } from './residualGroups.js';
import { groupWords } from './popularityTitles.js';

/** Where the leading model errs. */
export function errorBlocks(book: FindingBook): readonly Block[] {
  if (!book.hasTable('models.calibration')) return [];
  return [
    { kind: 'heading', text: 'Where the model errs' },
    {
      kind: 'paragraph',
      text: joinProse([...calibrationSentences(book), ...fairnessSentences(book)]),
    },
    { kind: 'chart', chart: 'model-calibration' },
    ...chartIf(book.hasTable('models.residuals'), 'model-bias'),
    ...tableIfThere(book, 'models.worst'),
  ];
}

/** What the leading model rests on. */
export function groundsBlocks(book: FindingBook): readonly Block[] {
  if (!book.hasTable('models.importance')) return [];
  return [
    { kind: 'heading', text: 'What the predictions rest on' },
    { kind: 'paragraph', text: joinProse([...importanceSentence(book), SHARED]) },
    { kind: 'chart', chart: 'model-importance' },
    ...chartIf(book.hasTable('models.dependence'), 'model-dependence'),
    ...ruleBlocks(book),
    ...learningBlocks(book),
  ];
}

function tableIfThere(book: FindingBook, table: string): readonly Block[] {
  return book.hasTable(table) ? [{ kind: 'table', table }] : [];
}

function calibrationSentences(book: FindingBook): readonly Prose[] {
  const [over, under] = ['over', 'under'].map((side) => `models.bias.popularity_decile.${side}`);
  return [
    prose`Songs were put in ten parts of equal size by what was predicted for them; in the part where predictions and what was observed differ most, the mean difference is ${number('models.calibration', 'signed')}.`,
    ...(over && under && book.measured(over) && book.measured(under)
      ? [
          prose`A model that knows only part of the causes draws extremes towards the middle: of ten parts by what is predicted itself, the mean error runs from ${number(over, 'signed')} to ${number(under, 'signed')}.`,
        ]
      : []),
  ];
}

/** Genres and sizes of artists that the model treats worse than others. */
export function fairnessSentences(book: FindingBook): readonly Prose[] {
  const kinds: readonly ResidualGroup['kind'][] = ['genre', 'artist_size'];
  const clear = kinds.flatMap((kind) =>
    (['over', 'under'] as const).flatMap((side): readonly Prose[] => {
      const group = clearlyOff(book, kind, side);
      const id = `models.bias.${kind}.${side}`;
      if (!group || !book.measured(id)) return [];
      const words = side === 'over' ? 'overrated' : 'underrated';
      return [
        prose`${capitalised(groupWords(group))} are ${words} by ${number(id, 'magnitude')} on average${likelyMagnitude(book, id)}.`,
      ];
    }),
  );
  return clear.length > 0
    ? clear
    : [prose`No genre and no size of artist is clearly overrated or underrated on average.`];
}

function likelyMagnitude(book: FindingBook, id: string): Prose {
  return book.finding(id).ci === null ? [] : prose` (range ${number(id, 'interval-magnitude')})`;
}

function importanceSentence(book: FindingBook): readonly Prose[] {
  const told = tableRecords(book.table('models.importance')).slice(0, 3);
  const ids = book.findings.filter(({ id }) => id.startsWith('models.importance.')).slice(0, 3);
  const parts = told.flatMap((row, index) => {
    const found = ids[index];
    return found
      ? [prose`${name(textIn(row, 'feature'))} (${number(found)}${rangeOf(found)})`]
      : [];
  });
  if (parts.length === 0) return [];
  return [
    prose`A column matters as far as R² falls when its values are shuffled among the songs that the model has not seen: most for ${joinProse(parts, ', ')}.`,
  ];
}

/** Within a parenthesis: no other one in it. */
function rangeOf(found: Finding): Prose {
  return found.ci === null ? [] : prose`, range ${number(found, 'interval')}`;
}

const SHARED: Prose = prose`Columns that say the same thing share their weight, and none of this says what would happen if a column were changed.`;

/** The readable rules that stand in for the model. */
export function ruleBlocks(book: FindingBook): readonly Block[] {
  if (!book.hasTable('models.rules') || !book.measured('models.fidelity')) return [];
  return [
    {
      kind: 'paragraph',
      text: prose`A tree of a few questions, fitted to the model’s predictions, gives ${number('models.fidelity')} of the differences between them on songs that it has not seen: a sketch of the model, not the model.`,
    },
    { kind: 'table', table: 'models.rules' },
  ];
}

function learningBlocks(book: FindingBook): readonly Block[] {
  if (!book.measured('models.learning')) return [];
  return [
    {
      kind: 'paragraph',
      text: prose`Learning from all songs of the training folds adds ${number('models.learning', 'signed')} of R² to learning from ${number('models.learning-share')} of them, judged on the same songs.`,
    },
    { kind: 'chart', chart: 'model-learning' },
  ];
}
