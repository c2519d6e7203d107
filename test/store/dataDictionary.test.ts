import { expect, it } from 'vitest';
import { openSample } from '../../src/sources/sample/openSample.js';
import { dataDictionary } from '../../src/store/dataDictionary.js';
import { load } from '../../src/store/load.js';
import { openStore } from '../../src/store/openStore.js';
import { transform } from '../../src/transform/transform.js';
import { run } from './drafts.js';

it('docs/DATA_DICTIONARY.md is what the schema and the sample say', async () => {
  const db = await openStore({ directory: null });
  const input = openSample({ songs: 300, seed: 1 });
  async function* records() {
    for await (const record of input.records()) yield transform(record);
  }
  const { sha256, origin, source } = input;
  await load(
    db,
    records(),
    run({ id: `${sha256.slice(0, 12)}-sample`, source: source.id, origin, sha256 }),
  );
  // Stale? Run this test with -u.
  await expect(await dataDictionary(db)).toMatchFileSnapshot('../../docs/DATA_DICTIONARY.md');
  await db.close();
});
