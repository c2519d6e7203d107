import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contentHash } from '../../../src/store/contentHash.js';
import type { Db } from '../../../src/store/db.js';
import { migrate } from '../../../src/store/migrate.js';
import { deadLetters } from '../../../src/store/queries/deadLetters.js';
import { each } from '../../../src/store/query.js';
import { rowCounts } from '../../../src/store/rowCounts.js';
import { ingestRuns, ledgerRows } from '../books.js';
import {
  album,
  artist,
  AUDIO,
  brokenReferences,
  emptyStore,
  loadAll,
  record,
  rejection,
  spotify,
  track,
} from '../drafts.js';

const NASTY = [
  'plain',
  'tab\there',
  'line\nend\r',
  'back\\slash',
  '"quoted"',
  '{a,b}',
  'émoji 🎵',
  '‮rtl',
  '\\N',
  '',
];

/** A small load that touches every table but those of listeners. */
export async function loadLittle(db: Db): Promise<void> {
  const draft = track('Song one', {
    ids: [spotify('s1')],
    artists: [artist('First'), artist('Second')],
    album: album('An album', {
      ids: [spotify('a1')],
      released: { on: '2019-05-01', precision: 'month' },
    }),
    released: { on: '2019-05-17', precision: 'day' },
    durationMs: 200_000,
    explicit: false,
    audio: AUDIO,
    tags: [{ name: 'pop', kind: 'genre' }],
    playlist: { id: 'p1', name: 'A playlist' },
    observations: [{ metric: 'popularity', value: 61 }],
    video: {
      title: 'Video',
      channel: 'C',
      views: 5_000_000_000,
      likes: 10,
      comments: null,
      licensed: true,
      official: null,
    },
  });
  await loadAll(db, [record(draft), rejection(3)]);
}

/** What both engines must do alike. */
export function describeStoreContract(name: string, open: () => Promise<Db>): void {
  describe(`store contract: ${name}`, () => {
    let db: Db;
    beforeAll(async () => {
      db = await open();
      await migrate(db);
    });
    beforeEach(() => emptyStore(db));
    afterAll(() => db.close());

    it('gives numbers, dates and instants in one form', async () => {
      const [row] = await db.query(
        `SELECT CAST(5000000000 AS bigint) AS big, CAST('1.25' AS numeric) AS exact, CAST(0.1 AS double precision) AS float,
           DATE '2020-02-29' AS day, TIMESTAMPTZ '2020-01-01 01:30:00.5+02' AS instant, true AS yes,
           CAST(NULL AS text) AS nothing, CAST(ARRAY[1, 2] AS bigint[]) AS bigs, ARRAY[DATE '2020-01-01', NULL] AS days,
           ARRAY['a"b', 'c,d'] AS texts`,
      );
      expect(row).toEqual({
        big: 5_000_000_000,
        exact: 1.25,
        float: 0.1,
        day: '2020-02-29',
        instant: '2019-12-31T23:30:00.500Z',
        yes: true,
        nothing: null,
        bigs: [1, 2],
        days: ['2020-01-01', null],
        texts: ['a"b', 'c,d'],
      });
    });

    it('binds values of every kind', async () => {
      const [row] = await db.query(
        `SELECT CAST($1 AS text) AS text, CAST($2 AS integer) AS number, CAST($3 AS boolean) AS truth,
           CAST($4 AS text) AS nothing, CAST($5 AS text[]) AS texts, CAST($6 AS integer[]) AS numbers`,
        ['it\'s "x"', -7, false, null, ['a"', 'b,c', '\\'], [1, 2]],
      );
      expect(row).toEqual({
        text: 'it\'s "x"',
        number: -7,
        truth: false,
        nothing: null,
        texts: ['a"', 'b,c', '\\'],
        numbers: [1, 2],
      });
    });

    it('copies any text in and reads it back unchanged', async () => {
      const rows = NASTY.map((text, index) => [
        `id${index}`,
        'tag',
        text || 'x',
        `key ${index} ${text}`,
      ]);
      expect(await db.copyIn('tags', ['id', 'kind', 'name', 'match_key'], rows)).toBe(NASTY.length);
      const back = await db.query<{ match_key: string }>(
        'SELECT match_key FROM tags ORDER BY length(id), id',
      );
      expect(back.map((row) => row.match_key)).toEqual(
        NASTY.map((text, index) => `key ${index} ${text}`),
      );
    });

    it('copies arrays, nulls and numbers in', async () => {
      await db.transaction(async (transaction) => {
        await transaction.execute(
          'CREATE TEMP TABLE sack (a text[], b integer, c boolean, d double precision) ON COMMIT DROP',
        );
        await transaction.copyIn(
          'sack',
          ['a', 'b', 'c', 'd'],
          [
            [NASTY, null, true, 1e-7],
            [[], 3, undefined, NaN],
          ],
        );
        const rows = await transaction.query('SELECT a, b, c, d FROM sack ORDER BY b NULLS FIRST');
        expect(rows).toEqual([
          { a: NASTY, b: null, c: true, d: 1e-7 },
          { a: [], b: 3, c: null, d: NaN },
        ]);
      });
    });

    it('copies out whole lines, and in again as text', async () => {
      const rows = Array.from({ length: 3000 }, (_, index) => [
        `id${index}`,
        'tag',
        `name\n${index}`,
        `key ${index}`,
      ]);
      await db.copyIn('tags', ['id', 'kind', 'name', 'match_key'], rows);
      const chunks: Buffer[] = [];
      for await (const chunk of db.copyOut(
        'SELECT id, kind, name, match_key FROM tags ORDER BY id',
      )) {
        expect(chunk.at(-1)).toBe(10);
        chunks.push(Buffer.from(chunk));
      }
      await db.execute('TRUNCATE tags CASCADE');
      async function* again(): AsyncGenerator<Uint8Array> {
        yield* chunks;
      }
      await db.copyTextIn('tags', ['id', 'kind', 'name', 'match_key'], again());
      const [count] = await db.query<{ n: number }>(
        "SELECT count(*) AS n FROM tags WHERE name LIKE E'name\\n%'",
      );
      expect(count?.n).toBe(3000);
    });

    it('rolls everything back when a transaction fails, also from an inner one', async () => {
      const work = db.transaction(async (outer) => {
        await outer.copyIn('tags', ['id', 'kind', 'name', 'match_key'], [['a', 'tag', 'a', 'a']]);
        await outer.transaction(async (inner) => {
          await inner.query("INSERT INTO tags VALUES ('b', 'tag', 'b', 'b')");
        });
        throw new Error('changed my mind');
      });
      await expect(work).rejects.toThrow('changed my mind');
      expect((await rowCounts(db)).get('tags')).toBe(0);
    });

    it('can be used again after a statement failed', async () => {
      await expect(db.query('SELECT * FROM nowhere')).rejects.toThrow(/nowhere/);
      expect(await db.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    });

    it('does not close inside a transaction', async () => {
      await expect(db.transaction((inner) => inner.close())).rejects.toThrow(
        /inside a transaction/,
      );
    });

    it('hands over all rows of a long answer in their order, and can be used again after a refusal', async () => {
      const numbers = {
        id: 'numbers',
        question: 'Which numbers are there?',
        grain: 'One row per number',
        sql: 'SELECT n FROM generate_series(CAST($1 AS integer), 12001) AS n ORDER BY n',
        row: z.object({ n: z.number() }),
      };
      let [count, sum] = [0, 0];
      const take = ({ n }: { n: number }): void => {
        expect(n).toBe(2 + count);
        count += 1;
        sum += n;
      };
      await each(db, numbers, take, [2]);
      expect([count, sum]).toEqual([12_000, 72_018_000]);
      const refuse = (): void => {
        throw new Error('enough');
      };
      await expect(each(db, numbers, refuse, [1])).rejects.toThrow('enough');
      await each(db, numbers, () => expect.unreachable(), [12_002]);
    });

    it('stops reading a copy early without harm', async () => {
      for await (const chunk of db.copyOut('SELECT n FROM generate_series(1, 200000) AS n')) {
        expect(chunk.length).toBeGreaterThan(0);
        break;
      }
      expect(await db.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    });

    it('loads the same rows, and again changes nothing', async () => {
      await loadLittle(db);
      const once = await contentHash(db);
      await loadAll(db, [], { id: 'other' });
      await loadLittle(db);
      expect(await contentHash(db)).toBe(once);
      expect(await brokenReferences(db)).toEqual([]);
      // The same on both engines; it changes only with the schema or the little load.
      expect(once).toMatchInlineSnapshot(
        `"e54be8f64a129baa507ba8dce2f15bf931b75f17c38692047f2c695a218f85c5"`,
      );
    });

    it('keeps the books', async () => {
      await loadLittle(db);
      expect(await ledgerRows(db)).toEqual([
        {
          run_id: 'run-1',
          source: 'spotify_songs',
          kind: 'track',
          read: 2,
          loaded: 1,
          updated: 0,
          unchanged: 0,
          duplicate: 0,
          rejected: 1,
        },
      ]);
      expect(await deadLetters(db)).toMatchObject([{ line: 3, field: 'duration_ms', value: '-3' }]);
      const [entry] = await ingestRuns(db);
      expect(entry).toMatchObject({ status: 'done', started_at: '2026-01-01T00:00:00.000Z' });
      expect(entry?.finished_at).toMatch(/^\d{4}-.*Z$/);
    });

    it('leaves only the note of a load that failed', async () => {
      async function* broken() {
        yield record(track('x'));
        await Promise.resolve();
        throw new Error('the file shrank');
      }
      const { load } = await import('../../../src/store/load.js');
      const { run } = await import('../drafts.js');
      await expect(load(db, broken(), run(), { batchSize: 1 })).rejects.toThrow('the file shrank');
      const counts = await rowCounts(db);
      expect([...counts].filter(([, rows]) => rows > 0)).toEqual([['ingest_runs', 1]]);
      expect(await ingestRuns(db)).toMatchObject([{ status: 'failed' }]);
    });
  });
}
