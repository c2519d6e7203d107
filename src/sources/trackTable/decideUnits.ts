import type { ColumnMapping } from './mapColumns.js';
import type { UnitDecision } from './mappingReport.js';
import { isListCell } from './splitNames.js';
import { AUDIO_SHARES } from './trackFields.js';

/** The first rows of a table, on which units are decided. */
export const SAMPLE_ROWS = 1000;

/** A decision about a column and the payload field it leads to. */
interface Decision extends UnitDecision {
  /** Name of the field in the record, with its unit: `durationMs`. */
  readonly payloadField: string;
}

/**
 * Tells units apart by looking at values, not names.
 *
 * - duration: `m:ss` by its form; otherwise by the median: from 10,000 milliseconds, from 20 seconds, below minutes
 * - popularity: 0–1 where nothing exceeds 1 and something lies between, otherwise 0–100
 * - audio features: 0–100 where more than a tenth of all their values exceed 1, but for a column that has itself
 *   values between 0 and 1 and none above
 * - artists: parted at ", " where the column's name is plural, never where it is singular
 *
 * @param rows the first rows of the table
 */
export function decideUnits(
  mapping: ColumnMapping,
  rows: readonly (readonly string[])[],
): readonly Decision[] {
  const cellsOf = (index: number) => rows.map((row) => row[index] ?? '');
  const audioIsPercent = mostExceedOne(
    mapping.mapped
      .filter(({ field }) => isAudioShare(field))
      .flatMap(({ index }) => numbersIn(cellsOf(index))),
  );
  return mapping.mapped.flatMap(({ field, column, index }) => {
    const cells = cellsOf(index);
    if (field === 'duration') return [durationUnit(column, cells)];
    if (field === 'popularity') return [popularityScale(column, cells)];
    if (field === 'artists') return [artistForm(column, cells)];
    if (isAudioShare(field)) return [audioScale(field, column, cells, audioIsPercent)];
    return [];
  });
}

function isAudioShare(field: string): boolean {
  return AUDIO_SHARES.some((share) => share === field);
}

function durationUnit(column: string, cells: readonly string[]): Decision {
  const base = { field: 'duration', column };
  const clock = cells.filter((cell) => /^\s*(?:\d{1,2}:)?\d{1,3}:\d{2}/.test(cell));
  if (clock.length > 0 && clock.length * 2 > cells.filter((cell) => cell.trim() !== '').length) {
    return {
      ...base,
      unit: 'm:ss',
      payloadField: 'durationClock',
      evidence: `such as ${clock[0] ?? ''}`,
    };
  }
  const numbers = numbersIn(cells);
  if (numbers.length === 0) {
    return {
      ...base,
      unit: 'milliseconds',
      payloadField: 'durationMs',
      evidence: 'no value in the first rows',
    };
  }
  const median = medianOf(numbers);
  const evidence = `median ${median} in the first ${cells.length} rows`;
  if (median >= 10_000)
    return { ...base, unit: 'milliseconds', payloadField: 'durationMs', evidence };
  if (median >= 20) return { ...base, unit: 'seconds', payloadField: 'durationS', evidence };
  return { ...base, unit: 'minutes', payloadField: 'durationMin', evidence };
}

function popularityScale(column: string, cells: readonly string[]): Decision {
  const numbers = numbersIn(cells);
  const isShare = liesBetween(numbers);
  return {
    field: 'popularity',
    column,
    unit: isShare ? '0–1' : '0–100',
    payloadField: isShare ? 'popularityShare' : 'popularity',
    evidence: rangeInWords(numbers),
  };
}

function audioScale(
  field: string,
  column: string,
  cells: readonly string[],
  audioIsPercent: boolean,
): Decision {
  const numbers = numbersIn(cells);
  const isPercent = audioIsPercent && !liesBetween(numbers);
  return {
    field,
    column,
    unit: isPercent ? '0–100' : '0–1',
    payloadField: isPercent ? `${field}Percent` : field,
    evidence: rangeInWords(numbers),
  };
}

function artistForm(column: string, cells: readonly string[]): Decision {
  const lists = cells.filter(isListCell).length;
  const isPlural = /artists|artist.*\(s\)|performers/iu.test(column);
  return {
    field: 'artists',
    column,
    unit: isPlural ? 'parted at ", " and ";", and lists' : 'parted at ";", and lists',
    payloadField: isPlural ? 'artistsByComma' : 'artists',
    evidence:
      lists > 0
        ? `${lists} of the first ${cells.length} cells are lists`
        : `the name of the column is ${isPlural ? 'plural' : 'singular'}`,
  };
}

function numbersIn(cells: readonly string[]): readonly number[] {
  return cells
    .filter((cell) => cell.trim() !== '')
    .map(Number)
    .filter(Number.isFinite);
}

function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** Nothing above 1, and something that is neither 0 nor 1. */
function liesBetween(numbers: readonly number[]): boolean {
  return numbers.every((value) => value <= 1) && numbers.some((value) => value > 0 && value < 1);
}

function mostExceedOne(numbers: readonly number[]): boolean {
  return numbers.filter((value) => value > 1).length > numbers.length / 10;
}

function rangeInWords(numbers: readonly number[]): string {
  if (numbers.length === 0) return 'no number in the first rows';
  const low = numbers.reduce((a, b) => Math.min(a, b));
  const high = numbers.reduce((a, b) => Math.max(a, b));
  return `${low} to ${high} in the first rows`;
}
