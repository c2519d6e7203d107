import type { DraftRecord } from '../domain/draft.js';
import type { LedgerEntry, Rejection } from '../domain/record.js';
import { AppError } from '../errors.js';
import { isRejection } from '../transform/transform.js';
import type { Db } from './db.js';
import { analyzeTables } from './loader/analyzeTables.js';
import { applyArtist } from './loader/applyArtist.js';
import { applyListen, applyTagAssignment } from './loader/applyListener.js';
import { applyTrack } from './loader/applyTrack.js';
import { DeadLetterWriter } from './loader/deadLetterWriter.js';
import { beginRun, endRun, type IngestRun } from './loader/ingestRun.js';
import { KeySet } from './loader/keySet.js';
import { Ledger, writeLedger } from './loader/ledger.js';
import { prefetch, prepare, type PreparedRecord } from './loader/prefetch.js';
import { Presence } from './loader/presence.js';
import { WorkingSet } from './loader/workingSet.js';
import { writeBatch } from './loader/writeBatch.js';
import { brokenConstraint } from './adapters/storeError.js';

export type { IngestRun } from './loader/ingestRun.js';

export interface LoadOptions {
  /** Told the number of records read so far, once per batch. */
  readonly onProgress?: (read: number) => void;
  /** Records that are held in memory at a time. */
  readonly batchSize?: number;
}

const BATCH_SIZE = 5_000;

/**
 * Loads one run's records into the store: finds out which artist, album and song each means, merges fields by the
 * declared order of sources, adds observations, and keeps the ledger. All of it is one transaction, so an interrupted
 * run leaves nothing behind but its row in `ingest_runs`; the same input twice changes nothing.
 *
 * Outcomes: `loaded` where the row that the record stands for is new (a track's place on a playlist, else the song,
 * artist, listen or tag assignment), `updated` where anything else was added or changed, `duplicate` where it changed
 * nothing and its key came before in this run, else `unchanged`; `rejected` as transform says.
 *
 * @param records drafts and rejections in the source's order; artists before those who listen to them
 * @returns one ledger entry per source and kind
 * @throws AppError `failed` where the ledger does not add up or a record breaks a constraint
 * @example
 * const ledger = await load(db, records, { id: 'spotify_songs-9902', source: 'spotify_songs', … });
 */
export async function load(
  db: Db,
  records: AsyncIterable<DraftRecord | Rejection>,
  run: IngestRun,
  options: LoadOptions = {},
): Promise<readonly LedgerEntry[]> {
  await beginRun(db, run);
  try {
    return await db.transaction((transaction) => loadAll(transaction, records, run, options));
  } catch (error) {
    await noteFailure(db, run);
    const broken = brokenConstraint(error);
    if (broken === null) throw error;
    throw new AppError(
      'failed',
      `a record of ${run.origin} breaks a rule of the store: ${broken}`,
      undefined,
      {
        cause: error,
      },
    );
  }
}

async function noteFailure(db: Db, run: IngestRun): Promise<void> {
  try {
    await endRun(db, run.id, 'failed');
  } catch {
    // The first error matters more than its note, which a server that is gone cannot take: the run stays 'running'.
  }
}

async function loadAll(
  db: Db,
  records: AsyncIterable<DraftRecord | Rejection>,
  run: IngestRun,
  options: LoadOptions,
): Promise<readonly LedgerEntry[]> {
  const loader = await BatchLoader.start(db, run);
  const batchSize = options.batchSize ?? BATCH_SIZE;
  let batch: (DraftRecord | Rejection)[] = [];
  let read = 0;
  const flush = async (): Promise<void> => {
    await loader.load(batch);
    read += batch.length;
    batch = [];
    options.onProgress?.(read);
  };
  for await (const record of records) {
    batch.push(record);
    if (batch.length >= batchSize) await flush();
  }
  if (batch.length > 0) await flush();
  return loader.finish();
}

/** The state of one run between its batches. */
class BatchLoader {
  readonly #ledger = new Ledger();
  readonly #seen = new KeySet();
  readonly #deadLetters: DeadLetterWriter;
  readonly #taggingSources = new Set<string>();

  private constructor(
    private readonly db: Db,
    private readonly run: IngestRun,
    private readonly set: WorkingSet,
  ) {
    this.#deadLetters = new DeadLetterWriter(run.id);
  }

  static async start(db: Db, run: IngestRun): Promise<BatchLoader> {
    if (db.engine === 'pglite') {
      // Nobody else can write here, and children are written from their parents' own objects: looking every
      // reference up again would double the time. A server keeps its checks.
      await db.execute("SET LOCAL session_replication_role = 'replica'");
    }
    const tags = await db.query<{ id: string }>('SELECT id FROM tags');
    const set = new WorkingSet(await Presence.of(db), new Set(tags.map(({ id }) => id)));
    return new BatchLoader(db, run, set);
  }

  async load(batch: readonly (DraftRecord | Rejection)[]): Promise<void> {
    const rejections: Rejection[] = [];
    const prepared: PreparedRecord[] = [];
    await this.#deadLetters.see(this.db, batch);
    for (const record of batch) {
      this.#ledger.read(record.source, record.kind);
      if (isRejection(record)) rejections.push(record);
      else prepared.push(prepare(record));
    }
    await prefetch(this.db, this.set, prepared);
    for (const record of prepared) {
      const rejection = this.#apply(record);
      if (rejection) rejections.push(rejection);
    }
    for (const { source, kind } of rejections) this.#ledger.count(source, kind, 'rejected');
    await writeBatch(this.db, this.set);
    await this.#deadLetters.write(this.db, rejections);
  }

  async finish(): Promise<readonly LedgerEntry[]> {
    const grown = new Map(this.set.rows.written);
    for (const source of this.#taggingSources) {
      grown.set('artist_tags', await countArtistTags(this.db, source));
    }
    await analyzeTables(this.db, grown);
    const entries = this.#ledger.entries();
    await writeLedger(this.db, this.run.id, entries);
    await endRun(this.db, this.run.id, 'done');
    return entries;
  }

  #apply(prepared: PreparedRecord): Rejection | null {
    const { source, kind, key } = prepared.record;
    const repeated = !this.#seen.add(`${source}\t${kind}\t${key}`);
    const before = this.set.changes;
    const result = this.#place(prepared, repeated);
    if (typeof result !== 'boolean') return result;
    const changed = this.set.changes > before;
    const otherwise = repeated ? 'duplicate' : 'unchanged';
    this.#ledger.count(source, kind, result ? 'loaded' : changed ? 'updated' : otherwise);
    return null;
  }

  #place({ record, track, artist }: PreparedRecord, repeated: boolean): boolean | Rejection {
    const { draft } = record;
    if (track) return applyTrack(this.set, track);
    if (artist && draft.kind === 'artist') return applyArtist(this.set, record, draft, artist);
    if (draft.kind === 'listen') return applyListen(this.set, record, draft, repeated);
    if (draft.kind !== 'tag-assignment') throw new Error(`no way to load a ${draft.kind}`);
    this.#taggingSources.add(record.source);
    return applyTagAssignment(this.set, record, draft);
  }
}

/**
 * An artist's tag weighs as much as users gave it.
 *
 * @returns the number of rows added or changed
 */
async function countArtistTags(db: Db, source: string): Promise<number> {
  const [changed] = await db.query<{ rows: number }>(
    `WITH changed AS (
       INSERT INTO artist_tags (artist_id, tag_id, source, weight)
       SELECT artist_id, tag_id, source, count(*) FROM tag_assignments WHERE source = $1
       GROUP BY artist_id, tag_id, source
       ORDER BY artist_id, tag_id
       ON CONFLICT (artist_id, tag_id, source) DO UPDATE SET weight = EXCLUDED.weight
       WHERE artist_tags.weight <> EXCLUDED.weight
       RETURNING 1
     )
     SELECT count(*) AS rows FROM changed`,
    [source],
  );
  return changed?.rows ?? 0;
}
