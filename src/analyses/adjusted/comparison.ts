import type { FeatureTable } from '../../features/featureTable.js';
import type { DeclaredHypothesis } from '../hypotheses/declaredHypothesis.js';
import { rowsWhere } from '../rowsWhere.js';
import { confounder, isKnown, type Confounder } from './confounders.js';
import { categoryOf } from './categoryOf.js';
import { songsOnce } from './songsOnce.js';
import { stepValues } from './stepValues.js';
import { metricOf, valuesOf } from './valuesOf.js';

/** Fewer songs than this say nothing about a hypothesis. */
export const MIN_SONGS = 30;
/** Each side of a contrast needs as many songs. */
export const MIN_PER_SIDE = 10;
/** A confounder that is known for a smaller share of the songs is left out of the adjustment, and the finding says so. */
const MIN_KNOWN_SHARE = 0.5;

/** The songs, values and confounders that answer one hypothesis from one source. */
export interface Comparison {
  readonly source: string;
  /** Rows of the feature table with outcome, exposure and all usable confounders. */
  readonly rows: Int32Array;
  readonly outcome: Float64Array;
  /** In the steps of the hypothesis. */
  readonly exposure: Float64Array;
  readonly confounders: readonly Confounder[];
  /** Declared confounders that these data do not hold. */
  readonly unusable: readonly string[];
  /** Songs left out because a usable confounder is missing. */
  readonly incomplete: number;
}

/** Why a hypothesis cannot be answered. */
export interface TooFew {
  readonly n: number;
  readonly needed: number;
}

/** Which rows of a source are compared; all of them, each song once, unless said otherwise. */
export interface RowChoice {
  /** Rows to restrict to, for sensitivity checks. */
  readonly keep?: (row: number) => boolean;
  /** Keeps a song that is listed under several artists in each of its rows: see {@link songsOnce}. */
  readonly everyListing?: boolean;
}

/**
 * Collects the rows for a hypothesis from the first source, in the declared order, that has enough of them.
 *
 * @returns the comparison, or how many songs the best source had
 */
export function collect(
  table: FeatureTable,
  hypothesis: DeclaredHypothesis,
  choice: RowChoice = {},
): Comparison | TooFew {
  let best: TooFew = { n: 0, needed: MIN_SONGS };
  for (const source of candidates(table, hypothesis)) {
    const found = collectFrom(table, hypothesis, source, choice);
    if ('source' in found) return found;
    if (found.n > best.n) best = found;
  }
  return best;
}

/** The declared sources that are present, `*` replaced by all others, most songs first. */
export function candidates(table: FeatureTable, hypothesis: DeclaredHypothesis): readonly string[] {
  const metric = metricOf(hypothesis.outcome) ?? 'streams';
  const present = table.observers(metric).map((observer) => observer.source);
  const listed = hypothesis.sources.flatMap((source) => {
    if (source !== '*') return present.includes(source) ? [source] : [];
    return present.filter((one) => !hypothesis.sources.includes(one));
  });
  // A table with videos but no streams at all still has views of its own to compare.
  return listed.length === 0 && metricOf(hypothesis.outcome) === null ? ['store'] : listed;
}

function collectFrom(
  table: FeatureTable,
  hypothesis: DeclaredHypothesis,
  source: string,
  choice: RowChoice,
): Comparison | TooFew {
  const outcome = valuesOf(table, hypothesis.outcome, source);
  const raw = exposureOf(table, hypothesis, source);
  if (!outcome || !raw) return { n: 0, needed: MIN_SONGS };
  const isOwn = ownRows(table, hypothesis, source);
  const { keep = () => true, everyListing = false } = choice;
  const listed = rowsWhere(
    table.size,
    (row) => keep(row) && isOwn(row) && Number.isFinite(outcome[row]) && Number.isFinite(raw[row]),
  );
  const measured = everyListing ? listed : songsOnce(table, source, listed);
  const exposure = stepValues(raw, hypothesis.step, measured);
  const { usable, unusable } = confoundersOf(table, hypothesis, source, measured);
  const rows = measured.filter(
    (row) => Number.isFinite(exposure[row]) && usable.every((item) => isKnown(item, row)),
  );
  if (rows.length < MIN_SONGS || !bothSides(exposure, rows, hypothesis)) {
    const n = Math.min(rows.length, smallerSide(exposure, rows, hypothesis));
    return { n, needed: neededFor(rows.length) };
  }
  const incomplete = measured.length - rows.length;
  return { source, rows, outcome, exposure, confounders: usable, unusable, incomplete };
}

/**
 * Which rows speak for the source. An observation has its source; a feature has none, but streams tell whose song it is. A
 * song whose streams nobody observed is left to the source that is asked, for it holds what is compared.
 */
function ownRows(
  table: FeatureTable,
  hypothesis: DeclaredHypothesis,
  source: string,
): (row: number) => boolean {
  if (metricOf(hypothesis.outcome) !== null) return () => true;
  const own = table.observation('streams', source);
  const others = table
    .observers('streams')
    .filter((observer) => observer.source !== source)
    .map((observer) => table.observation('streams', observer.source));
  return (row) =>
    Number.isFinite(own[row]) || others.every((streams) => !Number.isFinite(streams[row]));
}

function confoundersOf(
  table: FeatureTable,
  hypothesis: DeclaredHypothesis,
  source: string,
  measured: Int32Array,
): { readonly usable: readonly Confounder[]; readonly unusable: readonly string[] } {
  const usable: Confounder[] = [];
  const unusable: string[] = [];
  for (const id of hypothesis.confounders) {
    const item = confounder(table, id, source, measured);
    if (item && knownShare(item, measured) >= MIN_KNOWN_SHARE) usable.push(item);
    else unusable.push(id);
  }
  return { usable, unusable };
}

function exposureOf(
  table: FeatureTable,
  hypothesis: DeclaredHypothesis,
  source: string,
): Float64Array | null {
  if (hypothesis.step !== 'levels') return valuesOf(table, hypothesis.exposure, source);
  const codes = categoryOf(table, hypothesis.exposure, source)?.codes;
  return codes ? Float64Array.from(codes, (code) => (code < 0 ? Number.NaN : code)) : null;
}

function knownShare(item: Confounder, rows: Int32Array): number {
  if (rows.length === 0) return 0;
  return rows.reduce((known, row) => known + (isKnown(item, row) ? 1 : 0), 0) / rows.length;
}

function neededFor(rows: number): number {
  return rows < MIN_SONGS ? MIN_SONGS : MIN_PER_SIDE;
}

function smallerSide(
  exposure: Float64Array,
  rows: Int32Array,
  hypothesis: DeclaredHypothesis,
): number {
  if (hypothesis.step !== 'contrast' || rows.length < MIN_SONGS) return rows.length;
  const exposed = rows.reduce((count, row) => count + (exposure[row] === 1 ? 1 : 0), 0);
  return Math.min(exposed, rows.length - exposed);
}

function bothSides(
  exposure: Float64Array,
  rows: Int32Array,
  hypothesis: DeclaredHypothesis,
): boolean {
  if (hypothesis.step === 'contrast')
    return smallerSide(exposure, rows, hypothesis) >= MIN_PER_SIDE;
  const first = exposure[rows[0] ?? 0];
  return rows.some((row) => exposure[row] !== first);
}
