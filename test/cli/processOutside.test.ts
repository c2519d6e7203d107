import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { processOutside } from '../../src/cli/processOutside.js';

describe('the process as the outside of a run', () => {
  const told: string[] = [];
  const ended: unknown[] = [];
  beforeEach(() => {
    told.length = 0;
    ended.length = 0;
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => told.push(String(text)) > 0);
    vi.spyOn(process, 'exit').mockImplementation((code) => {
      ended.push(code);
      return undefined as never;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    process.removeAllListeners('SIGINT');
    process.stdout.removeAllListeners('error');
  });

  it('ends at Ctrl+C in the middle of work, and says so', () => {
    processOutside();
    process.emit('SIGINT');
    expect(ended).toEqual([130]);
    expect(told.join('')).toContain('liner: interrupted');
  });

  it('at Ctrl+C ends what waits for it, and not the process', async () => {
    const outside = processOutside();
    const interrupted = outside.untilInterrupted();
    process.emit('SIGINT');
    await interrupted;
    expect(ended).toEqual([]);
  });

  it('goes on where the reader of the results stopped, and fails where they cannot be written', () => {
    processOutside();
    process.stdout.emit('error', Object.assign(new Error('gone'), { code: 'EPIPE' }));
    expect(ended).toEqual([]);
    process.stdout.emit('error', Object.assign(new Error('no space left'), { code: 'ENOSPC' }));
    expect(ended).toEqual([3]);
    expect(told.join('')).toBe('liner: cannot write the results: no space left\n');
  });

  it('gives the folder, the time and the network of the process', async () => {
    const outside = processOutside();
    expect(outside.directory).toBe(process.cwd());
    expect(outside.now()).toBeInstanceOf(Date);
    const network = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('here'));
    expect(await (await outside.fetch('http://127.0.0.1/', { headers: {} })).text()).toBe('here');
    expect(network).toHaveBeenCalledOnce();
  });
});
