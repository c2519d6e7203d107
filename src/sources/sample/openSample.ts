import { createHash } from 'node:crypto';
import { AppError } from '../../errors.js';
import type { RawRecord } from '../../domain/record.js';
import type { Input } from '../source.js';
import { withDefects } from './sampleDefects.js';
import { sampleRows } from './sampleRows.js';
import { sampleSource } from './sampleSource.js';

/** Raised when the generator gives other records for the same size and seed. */
const GENERATOR_VERSION = 1;

export const DEFAULT_SAMPLE_SONGS = 3000;

/** Ids and names stay unique up to here. */
const MOST_SONGS = 5_000_000;

export interface SampleOptions {
  /** Number of songs, 1 to 5,000,000; default 3,000. */
  readonly songs?: number;
  /** Whole number from 0; the same seed gives the same records. */
  readonly seed: number;
}

/**
 * Opens the built-in synthetic sample: an endless supply of invented catalogue with planted effects, made while it
 * is read, in memory that does not grow with its size.
 *
 * @throws AppError where the number of songs or the seed is not a whole number in range
 * @example
 * for await (const record of openSample({ songs: 100, seed: 1 }).records()) console.log(record.kind);
 */
export function openSample({ songs = DEFAULT_SAMPLE_SONGS, seed }: SampleOptions): Input {
  requireWhole('the number of songs of the sample', songs, 1, MOST_SONGS);
  requireWhole('the seed', seed, 0, Number.MAX_SAFE_INTEGER);
  const origin = `sample of ${songs} songs, seed ${seed}`;
  return {
    source: sampleSource,
    origin,
    sha256: createHash('sha256').update(`${GENERATOR_VERSION} ${songs} ${seed}`).digest('hex'),
    bytes: 0,
    records: () => records(origin, songs, seed),
  };
}

async function* records(origin: string, songs: number, seed: number): AsyncGenerator<RawRecord> {
  let line = 0;
  for (const row of withDefects(sampleRows({ songs, seed }))) {
    line += 1;
    yield { source: sampleSource.id, origin, line, ...row };
  }
}

function requireWhole(what: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new AppError(
    'usage',
    `${what} must be a whole number from ${least} to ${most}, got ${value}`,
  );
}
