import { statfsSync } from 'node:fs';
import type * as Fs from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../src/errors.js';
import { engineError } from '../../../src/store/adapters/engineError.js';

vi.mock('node:fs', async (original) => ({
  ...(await original<typeof Fs>()),
  statfsSync: vi.fn(),
}));

const MEGABYTE = 1024 * 1024;
const trap = new WebAssembly.RuntimeError('unreachable');

function withFree(megabytes: number): void {
  const facts = { bavail: megabytes, bsize: MEGABYTE } as ReturnType<typeof statfsSync>;
  vi.mocked(statfsSync).mockReturnValue(facts);
}

describe('engineError', () => {
  afterEach(() => {
    vi.mocked(statfsSync).mockReset();
  });

  it('takes the death of an engine on a full disk for what it is', () => {
    withFree(10);
    const error = engineError(trap, 'the store x', '/x');
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).message).toBe(
      'the store x: no space is left for the store (unreachable)',
    );
  });

  it('leaves any other death, and errors that speak of a statement, as they are', () => {
    withFree(500);
    expect(engineError(trap, 'x', '/x')).toBe(trap);
    withFree(10);
    expect(engineError(trap, 'x', null)).toBe(trap);
    const unique = Object.assign(new Error('duplicate key'), { code: '23505' });
    expect(engineError(unique, 'x', '/x')).toBe(unique);
  });

  it('takes a file system that does not tell for one with room', () => {
    vi.mocked(statfsSync).mockImplementation(() => {
      throw new Error('not supported');
    });
    expect(engineError(trap, 'x', '/x')).toBe(trap);
  });
});
