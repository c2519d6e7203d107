import { watch, type FSWatcher } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError, messageOf } from '../../errors.js';

const HOST = '127.0.0.1';

/** Editors write a file in several steps; a rebuild waits until they are done. */
const QUIET_MS = 150;

/** Reloads the page when the server says so; on a lost connection the browser tries again by itself. */
const LIVE_RELOAD =
  '<script>new EventSource("/events").addEventListener("change",()=>location.reload())</script>';

export interface ServeOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Makes the deck's HTML anew. */
  readonly render: () => Promise<string>;
  /** Files or folders whose changes call for a rebuild; none where the deck is served as it is. */
  readonly watch: readonly string[];
  /** Told of every rebuild and of every failure to rebuild. */
  readonly onRebuild: (error: Error | null) => void;
}

/** A running slide show. */
export interface SlideServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves the deck on this machine only (127.0.0.1), with its presenter view ("p") and notes, and reloads open pages
 * when it changes. A rebuild that fails leaves the last good deck in place.
 *
 * @throws AppError `configuration` where the port is in use; what `render` throws on the first build
 * @example
 * const server = await serveSlides({ port: 8080, render, watch: ['slides', 'reports/figures'], onRebuild });
 */
export async function serveSlides(options: ServeOptions): Promise<SlideServer> {
  let html = await options.render();
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    answer(request, response, html, listeners);
  });
  const port = await listen(server, options.port);
  const rebuild = async (): Promise<void> => {
    try {
      html = await options.render();
      for (const listener of listeners) listener.write('event: change\ndata: \n\n');
      options.onRebuild(null);
    } catch (error) {
      options.onRebuild(error instanceof Error ? error : new Error(messageOf(error)));
    }
  };
  const watching = watchPaths(options.watch, rebuild);
  return {
    url: `http://${HOST}:${port}/`,
    close: () => {
      watching.close();
      for (const listener of listeners) listener.end();
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  html: string,
  listeners: Set<ServerResponse>,
): void {
  if (!isLocal(request.headers.host)) return refuse(response, 403, 'only for this machine');
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(response, 405, 'only GET');
  const { pathname } = new URL(request.url ?? '/', `http://${HOST}`);
  if (pathname === '/events') {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': connected\n\n');
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
    return;
  }
  if (pathname !== '/') return refuse(response, 404, 'not found');
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  });
  // A function as the replacement: "$" in the page must not be read as a pattern.
  response.end(html.replace(/<\/body>/, () => `${LIVE_RELOAD}</body>`));
}

/** A page on the network may point its own name at 127.0.0.1; it then sends that name as the host. */
function isLocal(host: string | undefined): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host ?? '');
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${message}\n`);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const busy = error.code === 'EADDRINUSE';
      fail(
        new AppError(
          'configuration',
          busy ? `port ${port} is in use` : `cannot listen on port ${port}: ${error.message}`,
          'choose another with --port N, or --port 0 for any free one',
          { cause: error },
        ),
      );
    });
    server.listen(port, HOST, () => done((server.address() as AddressInfo).port));
  });
}

/** Calls `onChange` once things have been quiet for a moment, and never twice at a time. */
function watchPaths(
  paths: readonly string[],
  onChange: () => Promise<void>,
): { close: () => void } {
  let timer: NodeJS.Timeout | null = null;
  let last: Promise<void> = Promise.resolve();
  const changed = (): void => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => {
      last = last.then(onChange);
    }, QUIET_MS);
  };
  const watchers: FSWatcher[] = paths.map((path) => watch(path, changed));
  return {
    close: () => {
      if (timer) clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}
