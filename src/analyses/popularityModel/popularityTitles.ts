import type { FindingBook } from '../../domain/findingBook.js';
import { joinProse, name, number, prose, type Prose } from '../../domain/prose.js';
import { tableRecords, textIn, numberIn } from '../../domain/table.js';
import { capitalised } from '../wording.js';
import { leadOf, targetWords, worthTelling } from './leads.js';
import { clearlyOff, type ResidualGroup } from './residualGroups.js';

/** How much of the differences between songs is predicted, and how much of that at release. */
export function scoresTitle(book: FindingBook): Prose {
  const all = leadOf(book, 'all');
  if (!all)
    return prose`How far ${targetWords(book).noun} can be predicted depends on what is kept apart`;
  if (all.low !== null && all.low <= 0) {
    return prose`From these data ${targetWords(book).noun} cannot be predicted better than by the mean of all songs`;
  }
  const release = leadOf(book, 'release');
  return release
    ? prose`A model accounts for ${number(all.r2Finding)} of the differences in ${targetWords(book).noun}, ${number(release.r2Finding)} with what is known at release`
    : prose`A model accounts for ${number(all.r2Finding)} of the differences in ${targetWords(book).noun} between songs`;
}

/** Whether predictions can be taken at their word on average: not where an interval lies beyond what is worth telling. */
export function calibrationTitle(book: FindingBook): Prose {
  const gap = book.measured('models.calibration');
  const { low, high } = gap?.ci ?? { low: 0, high: 0 };
  if (gap && low > worthTelling(book)) {
    return prose`Where it errs most, the model promises ${number(gap, 'magnitude')} too much`;
  }
  if (gap && high < -worthTelling(book)) {
    return prose`Where it errs most, the model promises ${number(gap, 'magnitude')} too little`;
  }
  return prose`Taken together, predictions can be taken at their word, low or high`;
}

/** Who is over- and who is underrated beyond what is worth telling. */
export function biasTitle(book: FindingBook): Prose {
  const over = offBy(book, 'over');
  const under = offBy(book, 'under');
  if (!over && !under) {
    return prose`No genre and no size of artist is clearly overrated or underrated`;
  }
  const parts = [
    ...(over ? [prose`${groupWords(over)} are overrated`] : []),
    ...(under
      ? [over ? prose`${groupWords(under)} underrated` : prose`${groupWords(under)} are underrated`]
      : []),
  ];
  return capitalised(joinProse(parts, ', '));
}

/** By genre, or where no genre is clearly off, by size of the artist. */
function offBy(book: FindingBook, side: 'over' | 'under'): ResidualGroup | null {
  return clearlyOff(book, 'genre', side) ?? clearlyOff(book, 'artist_size', side);
}

/** "songs of the genre rock", "songs by artists with one song". */
export function groupWords({ kind, group }: ResidualGroup): Prose {
  return kind === 'genre'
    ? prose`songs of the genre ${name(group)}`
    : kind === 'artist_size'
      ? prose`songs by artists with ${name(group)}`
      : prose`songs of ${name(group)}`;
}

/** The column that carries most. */
export function importanceTitle(book: FindingBook): Prose {
  const [first] = book.hasTable('models.importance')
    ? tableRecords(book.table('models.importance'))
    : [];
  if (!first || (numberIn(first, 'low') ?? 0) <= 0) {
    return prose`No single column carries the predictions`;
  }
  return prose`Predictions rest most on: ${name(textIn(first, 'feature'))}`;
}

/** Percentage points of R² that the last songs must have added for more of them to be worth it. */
const WORTH_MORE = 1;

/** Whether more songs would help: only where the interval with all of them lies beyond what a part of them reached. */
export function learningTitle(book: FindingBook): Prose {
  const gain = book.measured('models.learning');
  if (!gain || gain.estimate < WORTH_MORE) {
    return prose`More songs of the same kind would hardly help`;
  }
  const share = book.measured('models.learning-share')?.estimate;
  const rows = tableRecords(book.table('models.learning'));
  const part = rows.find((row) => row['share'] === share);
  const reached = part ? numberIn(part, 'r2') : null;
  const low = numberIn(rows.at(-1) ?? {}, 'low');
  return reached !== null && low !== null && low > reached
    ? prose`More songs would still help: the last ones added ${number(gain)}`
    : prose`Whether more songs would help is not settled by these data`;
}

/** Where the predictions go along the leading column. */
export function dependenceTitle(book: FindingBook): Prose {
  if (!book.hasTable('models.dependence'))
    return prose`How predictions move along the leading column`;
  const table = book.table('models.dependence');
  const title = name(table.columns[0]?.title ?? '');
  const ys = tableRecords(table).map((row) => numberIn(row, 'y') ?? 0);
  const steps = ys.slice(1).map((y, at) => y - (ys[at] ?? y));
  const rise = (ys.at(-1) ?? 0) - (ys[0] ?? 0);
  const total = steps.reduce((sum, step) => sum + Math.abs(step), 0);
  // A curve that turns back by more than a fifth of its way has no single direction.
  if (total === 0 || Math.abs(rise) < 0.8 * total) {
    return prose`Predictions do not simply rise or fall with: ${title}`;
  }
  return rise > 0 ? prose`Predictions rise with: ${title}` : prose`Predictions fall with: ${title}`;
}
