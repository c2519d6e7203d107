import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { serveSlides, type SlideServer } from '../../../src/outputs/deck/index.js';

const folder = mkdtempSync(join(tmpdir(), 'liner-serve-'));
const file = join(folder, 'deck.md');
let server: SlideServer | null = null;

afterEach(async () => {
  await server?.close();
  server = null;
});

function get(
  url: string,
  options: { host?: string; method?: string } = {},
): Promise<{ status: number; body: string }> {
  return new Promise((done, fail) => {
    const sent = request(
      url,
      {
        method: options.method ?? 'GET',
        headers: options.host === undefined ? {} : { host: options.host },
      },
      (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString()));
        response.on('end', () => done({ status: response.statusCode ?? 0, body }));
      },
    );
    sent.on('error', fail);
    sent.end();
  });
}

describe('serveSlides', () => {
  it('serves the deck on loopback with live reload, and nothing else', async () => {
    const render = () => Promise.resolve('<body>$& deck</body>');
    server = await serveSlides({ port: 0, render, watch: [], onRebuild: () => undefined });
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const page = await get(`${server.url}?view=presenter`);
    expect(page.status).toBe(200);
    expect(page.body).toMatch(
      /^<body>\$& deck<script>new EventSource\("\/events"\).*<\/script><\/body>$/,
    );
    expect((await get(`${server.url}etc/passwd`)).status).toBe(404);
    expect((await get(server.url, { method: 'POST' })).status).toBe(405);
    expect((await get(server.url, { host: 'evil.example' })).status).toBe(403);
  });

  it('rebuilds on change, tells open pages, and keeps the last good deck where that fails', async () => {
    writeFileSync(file, 'one');
    let content = 'one';
    const events: (string | null)[] = [];
    let wake: () => void = () => undefined;
    const next = (): Promise<void> => new Promise((done) => (wake = done));
    server = await serveSlides({
      port: 0,
      render: () =>
        content === 'bad'
          ? Promise.reject(new Error('broken deck'))
          : Promise.resolve(`<body>${content}</body>`),
      watch: [folder],
      onRebuild: (error) => {
        events.push(error?.message ?? null);
        wake();
      },
    });
    let told = '';
    const listening = request(`${server.url}events`, (response) => {
      response.on('data', (chunk: Buffer) => (told += chunk.toString()));
    });
    listening.on('error', () => undefined); // closed with the server
    listening.end();
    for (const step of ['two', 'bad']) {
      content = step;
      const rebuilt = next();
      writeFileSync(file, step);
      await rebuilt;
    }
    expect(events).toEqual([null, 'broken deck']);
    expect((await get(server.url)).body).toContain('two');
    expect(told).toContain('event: change');
    rmSync(folder, { recursive: true, force: true });
  });

  it('says that a port is in use', async () => {
    const render = () => Promise.resolve('<body></body>');
    server = await serveSlides({ port: 0, render, watch: [], onRebuild: () => undefined });
    const port = Number(new URL(server.url).port);
    await expect(
      serveSlides({ port, render, watch: [], onRebuild: () => undefined }),
    ).rejects.toThrow(`port ${port} is in use`);
  });
});
