import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fetchDataset } from '../../../src/sources/datasets/fetchDataset.js';
import { KNOWN_DATASETS, type KnownDataset } from '../../../src/sources/datasets/knownDatasets.js';
import { appErrorOf } from '../../appErrorOf.js';
import { tempFolder } from '../tempFolder.js';

const CONTENT = Buffer.from('name,artist\n'.repeat(5000));
const SHA256 = createHash('sha256').update(CONTENT).digest('hex');

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const folder = tempFolder();
const target = join(folder.path, 'songs.csv');
const part = `${target}.part`;
let server: Server;
let handler: Handler;
let ranges: (string | undefined)[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    ranges.push(request.headers.range);
    handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
});
beforeEach(() => {
  ranges = [];
  rmSync(target, { force: true });
  rmSync(part, { force: true });
});

function dataset(): KnownDataset {
  const { port } = server.address() as AddressInfo;
  const file = { role: 'file', rows: 1, bytes: CONTENT.length, sha256: SHA256 };
  return {
    id: 'test',
    page: 'a page',
    byHand: 'by hand',
    files: [
      { ...file, name: 'songs.csv', url: `http://127.0.0.1:${port}/songs.csv` },
      { ...file, name: 'by-hand.csv', url: null },
    ],
  };
}

const run = () => fetchDataset(dataset(), folder.path, { fetch });
const everything: Handler = (_, response) => response.end(CONTENT);
const rest: Handler = (request, response) => {
  const start = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
  const total = CONTENT.length;
  response.writeHead(start > 0 ? 206 : 200, {
    'content-range': `bytes ${start}-${total - 1}/${total}`,
  });
  response.end(CONTENT.subarray(start));
};

describe('fetchDataset', () => {
  it('fetches what has an address, tells how far it is, and leaves no part file', async () => {
    handler = everything;
    const seen: number[] = [];
    const fetched = await fetchDataset(dataset(), folder.path, {
      fetch,
      onProgress: (_, bytes) => seen.push(bytes),
    });
    expect(fetched).toMatchObject([{ path: target, outcome: 'fetched' }]);
    expect(readFileSync(target).equals(CONTENT)).toBe(true);
    expect(existsSync(part)).toBe(false);
    expect(seen.at(-1)).toBe(CONTENT.length);
  });

  it('does not fetch again what is there and right', async () => {
    writeFileSync(target, CONTENT);
    expect(await run()).toMatchObject([{ outcome: 'already there' }]);
    expect(ranges).toEqual([]);
  });

  it('replaces a file that is there and wrong', async () => {
    handler = everything;
    writeFileSync(target, 'half a file');
    await run();
    expect(readFileSync(target).equals(CONTENT)).toBe(true);
  });

  it('goes on after a broken connection where it stopped', async () => {
    handler = (_, response) => {
      response.writeHead(200, { 'content-length': CONTENT.length });
      response.write(CONTENT.subarray(0, 20_000));
      setTimeout(() => response.destroy(), 100); // time for the piece to arrive
    };
    const error = await appErrorOf(run());
    expect(error.message).toContain('songs.csv could not be fetched');
    expect(existsSync(target)).toBe(false);
    const have = readFileSync(part).length;
    expect(have).toBeGreaterThan(0);
    handler = rest;
    await run();
    expect(ranges).toEqual([undefined, `bytes=${have}-`]);
    expect(readFileSync(target).equals(CONTENT)).toBe(true);
  });

  it('starts anew where the server sends everything again', async () => {
    handler = everything;
    writeFileSync(part, CONTENT.subarray(0, 1000));
    await run();
    expect(readFileSync(target).equals(CONTENT)).toBe(true);
  });

  it('starts anew where the part is of another version, or too long', async () => {
    handler = rest;
    writeFileSync(part, Buffer.alloc(1000, 'x'));
    await run();
    expect(ranges).toEqual(['bytes=1000-', undefined]);
    rmSync(target);
    writeFileSync(part, Buffer.alloc(CONTENT.length + 1, 'x'));
    await run();
    expect(readFileSync(target).equals(CONTENT)).toBe(true);
  });

  it('only renames a part that is whole already', async () => {
    writeFileSync(part, CONTENT);
    await run();
    expect(ranges).toEqual([]);
    expect(readFileSync(target).equals(CONTENT)).toBe(true);
  });

  it('keeps nothing of a file with the wrong checksum', async () => {
    handler = (_, response) => response.end(Buffer.alloc(CONTENT.length, 'x'));
    const error = await appErrorOf(run());
    expect(error.message).toContain(`expected ${SHA256}`);
    expect(existsSync(target)).toBe(false);
    expect(existsSync(part)).toBe(false);
  });

  it('says what the server answered, and that it could not be reached', async () => {
    handler = (_, response) => response.writeHead(404).end();
    expect((await appErrorOf(run())).message).toContain('404');
    const unreachable = fetchDataset(dataset(), folder.path, {
      fetch: () => Promise.reject(new TypeError('no route')),
    });
    expect((await appErrorOf(unreachable)).message).toContain('no route');
  });

  it('says so where the server sends too little', async () => {
    handler = (_, response) => response.end(CONTENT.subarray(0, 10));
    expect((await appErrorOf(run())).message).toContain(`got 10 of ${CONTENT.length} bytes`);
  });
});

describe('the known datasets', () => {
  it('have whole checksums, and addresses only over TLS', () => {
    for (const { files } of KNOWN_DATASETS) {
      for (const { sha256, url } of files) {
        expect(sha256).toMatch(/^[0-9a-f]{64}$/);
        if (url !== null) expect(url).toMatch(/^https:/);
      }
    }
  });
});
