import type { Db } from '../db.js';
import type { Lookup } from './presence.js';
import type { ListenPart, WorkingSet } from './workingSet.js';

/** Users by source, where the store may know something of them. */
export type UsersBySource = ReadonlyMap<string, ReadonlySet<string>>;

function selectUsers(
  set: WorkingSet,
  lookup: Lookup,
  source: string,
  users: ReadonlySet<string>,
): string[] {
  return [...users].filter((user) => set.presence.mayHave(lookup, `${source}\t${user}`));
}

interface ListenRow {
  readonly user_id: string;
  readonly artist_id: string;
  readonly artist_ref: string;
  readonly plays: number;
}

/** Brings the listens of a batch's users into memory. */
export async function prefetchListens(
  db: Db,
  set: WorkingSet,
  users: UsersBySource,
): Promise<void> {
  for (const [source, ids] of users) {
    const known = selectUsers(set, 'listen-user', source, ids);
    if (known.length === 0) continue;
    const spellings = await readListens(db, 'artist_listen_spellings', source, known);
    for (const row of await readListens(db, 'artist_listens', source, known)) {
      const key = `${source}\t${row.user_id}\t${row.artist_id}`;
      const further = spellings.filter(
        (one) => one.user_id === row.user_id && one.artist_id === row.artist_id,
      );
      const others = further.map(part);
      // The row holds the sum; its own part is what the other spellings leave.
      const own = row.plays - others.reduce((sum, { plays }) => sum + plays, 0);
      set.listens.set(key, {
        status: 'stored',
        source,
        userId: row.user_id,
        artistId: row.artist_id,
        parts: [{ status: 'stored', ref: row.artist_ref, plays: own }, ...others],
      });
    }
  }
}

function part(row: ListenRow): ListenPart {
  return { status: 'stored', ref: row.artist_ref, plays: row.plays };
}

function readListens(
  db: Db,
  table: string,
  source: string,
  users: readonly string[],
): Promise<ListenRow[]> {
  return db.query<ListenRow>(
    `SELECT user_id, artist_id, artist_ref, plays FROM ${table}
     WHERE source = $1 AND user_id = ANY($2) ORDER BY user_id, artist_id, artist_ref`,
    [source, users],
  );
}

/** Brings the tag assignments of a batch's users into memory. */
export async function prefetchTaggings(
  db: Db,
  set: WorkingSet,
  users: UsersBySource,
): Promise<void> {
  for (const [source, ids] of users) {
    const known = selectUsers(set, 'tagging-user', source, ids);
    if (known.length === 0) continue;
    const rows = await db.query<{ user_id: string; artist_id: string; tag_id: string }>(
      'SELECT user_id, artist_id, tag_id FROM tag_assignments WHERE source = $1 AND user_id = ANY($2)',
      [source, known],
    );
    for (const row of rows) {
      set.taggings.add(`${source}\t${row.user_id}\t${row.artist_id}\t${row.tag_id}`);
    }
  }
}
