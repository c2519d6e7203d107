import type { Db } from '../db.js';
import type { MergedEntity } from './fieldPriority.js';
import type { OriginRow } from './entities.js';

/** Splits `scheme:value` at the first colon. */
export function splitRef(ref: string): readonly [scheme: string, value: string] {
  const colon = ref.indexOf(':');
  return [ref.slice(0, colon), ref.slice(colon + 1)];
}

function byScheme(refs: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const schemes = new Map<string, string[]>();
  for (const ref of refs) {
    const [scheme, value] = splitRef(ref);
    const values = schemes.get(scheme);
    if (values) values.push(value);
    else schemes.set(scheme, [value]);
  }
  return schemes;
}

/** The entity each external id belongs to, as far as the store knows. */
export async function refsToIds(
  db: Db,
  table: 'artist_ids' | 'album_ids' | 'song_ids',
  column: 'artist_id' | 'album_id' | 'song_id',
  refs: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const [scheme, values] of byScheme(refs)) {
    const rows = await db.query<{ value: string; id: string }>(
      `SELECT value, ${column} AS id FROM ${table} WHERE scheme = $1 AND value = ANY($2)`,
      [scheme, values],
    );
    for (const row of rows) ids.set(`${scheme}:${row.value}`, row.id);
  }
  return ids;
}

interface ProvenanceRow {
  readonly entity_id: string;
  readonly source: string;
  readonly fields: string[];
}

/** Which source gave which fields, by entity id. */
export async function readOrigins(
  db: Db,
  entity: MergedEntity,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OriginRow[]>> {
  const origins = new Map<string, OriginRow[]>();
  if (ids.length === 0) return origins;
  const rows = await db.query<ProvenanceRow>(
    `SELECT entity_id, source, fields FROM provenance
     WHERE entity = $1 AND entity_id = ANY($2) ORDER BY entity_id, source`,
    [entity, ids],
  );
  for (const { entity_id: id, source, fields } of rows) {
    const row: OriginRow = { status: 'stored', source, fields };
    const known = origins.get(id);
    if (known) known.push(row);
    else origins.set(id, [row]);
  }
  return origins;
}
