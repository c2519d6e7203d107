import { OUTCOMES, type LedgerEntry, type Outcome } from '../../domain/record.js';
import { AppError } from '../../errors.js';
import type { Db } from '../db.js';

type Counts = { -readonly [Key in Outcome | 'read']: number };

/** Counts what was read and what became of it, by source and kind, in the order in which they first appear. */
export class Ledger {
  readonly #counts = new Map<string, { source: string; kind: string; counts: Counts }>();

  read(source: string, kind: string): void {
    this.#of(source, kind).read += 1;
  }

  count(source: string, kind: string, outcome: Outcome): void {
    this.#of(source, kind)[outcome] += 1;
  }

  /** @throws AppError `failed` where a record has no outcome, or more than one */
  entries(): readonly LedgerEntry[] {
    const entries = [...this.#counts.values()].map(({ source, kind, counts }) => ({
      source,
      kind,
      ...counts,
    }));
    for (const entry of entries) {
      const sum = OUTCOMES.reduce((total, outcome) => total + entry[outcome], 0);
      if (sum === entry.read) continue;
      throw new AppError(
        'failed',
        `the ledger of ${entry.source} ${entry.kind} must add up, but ${entry.read} records were read and ${sum} accounted for`,
        'nothing was stored; please report this',
      );
    }
    return entries;
  }

  #of(source: string, kind: string): Counts {
    const key = `${source}\t${kind}`;
    let entry = this.#counts.get(key);
    if (!entry) {
      const counts = { read: 0, loaded: 0, updated: 0, unchanged: 0, duplicate: 0, rejected: 0 };
      entry = { source, kind, counts };
      this.#counts.set(key, entry);
    }
    return entry.counts;
  }
}

/** Writes the ledger of a run in place of an earlier one. */
export async function writeLedger(
  db: Db,
  runId: string,
  entries: readonly LedgerEntry[],
): Promise<void> {
  await db.query('DELETE FROM ledger WHERE run_id = $1', [runId]);
  await db.copyIn(
    'ledger',
    ['run_id', 'source', 'kind', 'read', ...OUTCOMES],
    entries.map((entry) => [
      runId,
      entry.source,
      entry.kind,
      entry.read,
      ...OUTCOMES.map((outcome) => entry[outcome]),
    ]),
  );
}
