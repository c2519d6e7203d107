import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openStore } from '../../src/store/openStore.js';
import { appErrorOf } from '../appErrorOf.js';

const folder = mkdtempSync(join(tmpdir(), 'liner-open-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('refuses a store of another version and lets go of it', async () => {
  const directory = join(folder, 'store');
  const first = await openStore({ directory });
  await first.query("UPDATE schema_migrations SET checksum = 'another'");
  await first.close();
  // Still held, the second attempt would tell of a lock instead.
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const { message } = await appErrorOf(openStore({ directory }));
    expect(message).toContain('must not change after it was applied');
  }
});
