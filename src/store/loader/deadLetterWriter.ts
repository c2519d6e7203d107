import type { Rejection } from '../../domain/record.js';
import type { Db } from '../db.js';

const COLUMNS = ['source', 'kind', 'origin', 'line', 'key', 'field', 'reason', 'value', 'run_id'];

/**
 * Writes rejections so that a file that is read again replaces what was said of it before: nothing doubles, and what
 * has been mended in the file disappears.
 */
export class DeadLetterWriter {
  readonly #origins = new Set<string>();
  #staged = false;

  constructor(private readonly runId: string) {}

  /** Must be told of every file before its first rejection is written. */
  async see(
    db: Db,
    files: Iterable<{ readonly source: string; readonly origin: string }>,
  ): Promise<void> {
    for (const { source, origin } of files) {
      const key = `${source}\t${origin}`;
      if (this.#origins.has(key)) continue;
      this.#origins.add(key);
      await this.#forget(db, source, origin);
    }
  }

  async #forget(db: Db, source: string, origin: string): Promise<void> {
    await db.query('DELETE FROM dead_letters WHERE source = $1 AND origin = $2', [source, origin]);
  }

  async write(db: Db, rejections: readonly Rejection[]): Promise<void> {
    if (rejections.length === 0) return;
    if (!this.#staged) {
      await db.execute(
        'CREATE TEMP TABLE new_dead_letters ON COMMIT DROP AS SELECT * FROM dead_letters WITH NO DATA',
      );
      this.#staged = true;
    }
    const rows = rejections.map((one) => [
      one.source,
      one.kind,
      one.origin,
      one.line,
      one.key,
      one.field,
      one.reason,
      one.value,
      this.runId,
    ]);
    await db.copyIn('new_dead_letters', COLUMNS, rows);
    await db.execute(
      `INSERT INTO dead_letters (${COLUMNS.join(', ')}) SELECT ${COLUMNS.join(', ')} FROM new_dead_letters
       ON CONFLICT DO NOTHING;
       DELETE FROM new_dead_letters`,
    );
  }
}
