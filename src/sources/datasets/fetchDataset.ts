import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, codeOf, messageOf } from '../../errors.js';
import type { DatasetFile, KnownDataset } from './knownDatasets.js';

/** The part of the standard `fetch` that is used. */
export type Fetch = (
  url: string,
  init: { readonly headers: Readonly<Record<string, string>> },
) => Promise<Response>;

export interface FetchOptions {
  readonly fetch: Fetch;
  /** Told after each piece: bytes in place so far, of all bytes. */
  readonly onProgress?: (file: DatasetFile, bytes: number) => void;
}

/** What became of one file. */
export interface FetchedFile {
  readonly file: DatasetFile;
  readonly path: string;
  readonly outcome: 'fetched' | 'already there';
}

/**
 * Downloads the files of a dataset that have an address. A file grows as `NAME.part`; what is there of it is
 * continued, not fetched again. Only when its checksum is right does it get its name, so there is never half a file
 * in place.
 *
 * @throws AppError where the server refuses, the connection breaks, or the checksum is wrong
 */
export async function fetchDataset(
  dataset: KnownDataset,
  folder: string,
  options: FetchOptions,
): Promise<readonly FetchedFile[]> {
  await mkdir(folder, { recursive: true });
  const fetched: FetchedFile[] = [];
  for (const file of dataset.files) {
    if (file.url !== null) fetched.push(await fetchFile(file, file.url, folder, options));
  }
  return fetched;
}

async function fetchFile(
  file: DatasetFile,
  url: string,
  folder: string,
  options: FetchOptions,
): Promise<FetchedFile> {
  const path = join(folder, file.name);
  if ((await sizeOf(path)) > 0 && (await sha256Of(path)) === file.sha256) {
    return { file, path, outcome: 'already there' };
  }
  const part = `${path}.part`;
  const wasPartial = (await sizeOf(part)) > 0;
  await download(file, url, part, options);
  let sha256 = await sha256Of(part);
  if (sha256 !== file.sha256 && wasPartial) {
    // what lay there was of another version: once more, from the start
    await rm(part);
    await download(file, url, part, options);
    sha256 = await sha256Of(part);
  }
  if (sha256 !== file.sha256) {
    await rm(part);
    throw wrongChecksum(file, url, sha256);
  }
  await rename(part, path);
  return { file, path, outcome: 'fetched' };
}

/** Downloads what is missing of a part file; a server that sends everything again replaces it. */
async function download(
  file: DatasetFile,
  url: string,
  part: string,
  { fetch, onProgress }: FetchOptions,
): Promise<void> {
  const have = await sizeOf(part);
  if (have >= file.bytes) {
    if (have === file.bytes) return;
    await rm(part);
    return download(file, url, part, onProgress ? { fetch, onProgress } : { fetch });
  }
  const response = await request(file, url, have, fetch);
  const isRest = response.status === 206 && startsAt(response, have);
  const target = await open(part, isRest ? 'a' : 'w');
  let bytes = isRest ? have : 0;
  try {
    for await (const chunk of bodyOf(response)) {
      await target.write(chunk);
      bytes += chunk.length;
      onProgress?.(file, bytes);
    }
  } catch (error) {
    throw broken(
      file,
      url,
      `the connection broke after ${bytes} bytes: ${messageOf(error)}`,
      error,
    );
  } finally {
    await target.close();
  }
  if (bytes < file.bytes) {
    throw broken(file, url, `got ${bytes} of ${file.bytes} bytes`);
  }
}

async function request(
  file: DatasetFile,
  url: string,
  have: number,
  fetch: Fetch,
): Promise<Response> {
  const headers: Record<string, string> = have > 0 ? { range: `bytes=${have}-` } : {};
  let response: Response;
  try {
    response = await fetch(url, { headers });
  } catch (error) {
    throw broken(file, url, messageOf(error), error);
  }
  if (response.status === 200 || response.status === 206) return response;
  throw broken(file, url, `the server answered ${response.status} ${response.statusText}`.trim());
}

function startsAt(response: Response, start: number): boolean {
  return (response.headers.get('content-range') ?? '').startsWith(`bytes ${start}-`);
}

async function* bodyOf(response: Response): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0;
    throw error;
  }
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

function broken(file: DatasetFile, url: string, problem: string, cause?: unknown): AppError {
  return new AppError(
    'failed',
    `${file.name} could not be fetched from ${url}: ${problem}`,
    'Run the command again: it goes on where it stopped.',
    { cause },
  );
}

function wrongChecksum(file: DatasetFile, url: string, got: string): AppError {
  return new AppError(
    'failed',
    `${file.name} from ${url} has the checksum ${got}, expected ${file.sha256}`,
    'The published file has changed, or something between here and there has changed it. Nothing was kept.',
  );
}
