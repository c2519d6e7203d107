import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { readError } from './fileError.js';

const CHUNK_BYTES = 256 * 1024;

/** How to read a file's bytes. */
export interface ReadOptions {
  /** Unpack while reading. */
  readonly gzip: boolean;
  /** Sees the bytes as they are on disk, before they are unpacked. */
  readonly onBytes?: (chunk: Uint8Array) => void;
}

/**
 * The bytes of a file in chunks, unpacked where it is compressed; memory stays bounded.
 *
 * @throws AppError where the file is gone, may not be read, or its compressed data is damaged
 */
export async function* readBytes(path: string, options: ReadOptions): AsyncGenerator<Uint8Array> {
  const file = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  const tap = new Transform({
    transform(chunk: Uint8Array, _, done) {
      options.onBytes?.(chunk);
      done(null, chunk);
    },
  });
  file.on('error', (error) => tap.destroy(error));
  const tapped = file.pipe(tap);
  const unpack = options.gzip ? createGunzip({ chunkSize: CHUNK_BYTES }) : null;
  if (unpack !== null) tapped.on('error', (error) => unpack.destroy(error));
  try {
    yield* unpack === null ? tapped : tapped.pipe(unpack);
  } catch (error) {
    throw readError(basename(path), error);
  } finally {
    file.destroy();
  }
}
