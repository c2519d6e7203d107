import { name, prose, type Prose } from '../../domain/prose.js';
import { tableRecords, type DataTable } from '../../domain/table.js';

/** A bend in a curve of level means that its intervals show. */
export interface CurveBend {
  readonly kind: 'peak' | 'dip';
  /** The level at the bend: "3:30 to 4:00". */
  readonly label: string;
}

interface Level {
  readonly label: string;
  readonly low: number;
  readonly high: number;
  readonly mean: number;
}

/**
 * Whether a curve has a peak (or a dip): its highest (lowest) level has some level on either side whose whole interval lies
 * below (above) its own. A straight line through such a curve hides part of the picture. Exploratory.
 */
export function curveBend(table: DataTable, kind: CurveBend['kind']): CurveBend | null {
  const levels = tableRecords(table).filter((row) => row['low'] !== null) as unknown as Level[];
  const sign = kind === 'peak' ? 1 : -1;
  const at = levels.reduce(
    (best, level, i) => (sign * level.mean > sign * (levels[best]?.mean ?? Number.NaN) ? i : best),
    0,
  );
  const turn = levels[at];
  if (!turn) return null;
  const apart = (other: Level): boolean =>
    kind === 'peak' ? other.high < turn.low : other.low > turn.high;
  const bends = levels.slice(0, at).some(apart) && levels.slice(at + 1).some(apart);
  return bends ? { kind, label: turn.label } : null;
}

/** The bend of popularity by length as a clause, or null. */
export function lengthClause(table: DataTable): Prose | null {
  const bend = curveBend(table, 'peak');
  return (
    bend &&
    prose`songs of ${name(bend.label)} minutes are the most popular, and both shorter and longer ones score lower`
  );
}

/** The bend of popularity by period of release as a clause, or null. */
export function periodClause(table: DataTable): Prose | null {
  const bend = curveBend(table, 'dip');
  return (
    bend &&
    prose`songs released in ${name(bend.label)} are the least popular, and both newer and older ones score higher`
  );
}
