import type { SampleRow } from './sampleRows.js';

/** What is broken in a row that is put beside the valid ones, so that the ledger has something to show. */
interface Defect {
  readonly column: string;
  readonly value: string;
}

/** Every so many rows of a kind one broken copy follows, each time with the next defect of the list. */
const DEFECTS: Readonly<
  Record<string, { readonly every: number; readonly list: readonly Defect[] }>
> = {
  sample_track: {
    every: 400,
    list: [
      { column: 'track_name', value: '' },
      { column: 'duration_ms', value: '-3' },
      { column: 'track_popularity', value: '140' },
      { column: 'track_album_release_date', value: '2019-02-30' },
      { column: 'danceability', value: '1.7' },
      { column: 'explicit', value: 'perhaps' },
      { column: 'tempo', value: '1,234' },
    ],
  },
  sample_video: {
    every: 700,
    list: [
      { column: 'Views', value: '-5' },
      { column: 'Stream', value: '1e309' },
    ],
  },
  listen: {
    every: 2000,
    list: [
      { column: 'weight', value: '0' },
      { column: 'artistID', value: 'a9999999' },
      { column: 'weight', value: 'many' },
    ],
  },
  tag_assignment: { every: 600, list: [{ column: 'month', value: '13' }] },
};

/** Every so many rows of tracks one comes twice. */
const DUPLICATE_EVERY = 500;

/** Adds broken and repeated rows to the valid ones; those themselves are not touched. */
export function* withDefects(rows: Iterable<SampleRow>): Generator<SampleRow> {
  const seen = new Map<string, number>();
  for (const row of rows) {
    yield row;
    const count = (seen.get(row.kind) ?? 0) + 1;
    seen.set(row.kind, count);
    const broken = brokenCopy(row, count);
    if (broken) yield broken;
    if (row.kind === 'sample_track' && count % DUPLICATE_EVERY === 0) yield row;
  }
}

function brokenCopy(row: SampleRow, count: number): SampleRow | null {
  const plan = DEFECTS[row.kind];
  if (!plan || count % plan.every !== 0) return null;
  const turn = count / plan.every - 1;
  const defect = plan.list[turn % plan.list.length];
  if (!defect) return null;
  const id = `x${String(turn + 1).padStart(6, '0')}`;
  const identity: Record<string, string> =
    'track_id' in row.payload ? { track_id: id } : { userID: id };
  const payload = { ...row.payload, ...identity, [defect.column]: defect.value };
  return { ...row, key: `${id} ${row.key}`, payload };
}
