import type { DraftRecord } from '../domain/draft.js';
import type { LedgerEntry, RawRecord, Rejection } from '../domain/record.js';
import type { Input } from '../sources/source.js';
import type { Db } from '../store/db.js';
import { load } from '../store/load.js';
import { transform } from '../transform/transform.js';

export interface IngestOptions {
  /** The clock, for the books only; no output shows it. */
  now(): Date;
  readonly onProgress?: (input: Input, records: number) => void;
}

/** What became of one input. */
export interface IngestedInput {
  readonly input: Input;
  readonly ledger: readonly LedgerEntry[];
}

/**
 * Loads inputs one after another: records → transform → loader. Each input is one transaction, so an interrupted run
 * leaves whole inputs or nothing of them, and running again gives the same store.
 *
 * @throws AppError where an input cannot be read or its books do not add up
 */
export async function ingestInputs(
  db: Db,
  inputs: readonly Input[],
  options: IngestOptions,
): Promise<readonly IngestedInput[]> {
  const done: IngestedInput[] = [];
  for (const input of inputs) {
    const startedAt = options.now().toISOString();
    const run = {
      id: `${input.sha256.slice(0, 12)}-${startedAt}`,
      source: input.source.id,
      origin: input.origin,
      sha256: input.sha256,
      observedOn: input.source.asOf ?? startedAt.slice(0, 10),
      startedAt,
    };
    const ledger = await load(db, drafts(input), run, {
      onProgress: (records) => options.onProgress?.(input, records),
    });
    done.push({ input, ledger });
  }
  return done;
}

async function* drafts(input: Input): AsyncGenerator<DraftRecord | Rejection> {
  for await (const record of input.records() as AsyncIterable<RawRecord | Rejection>) {
    yield 'reason' in record ? record : transform(record);
  }
}
