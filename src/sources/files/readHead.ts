import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { readError } from './fileError.js';
import { HEAD_BYTES } from './limits.js';
import { readBytes } from './readBytes.js';

/** The beginning of a file, unpacked. */
export interface FileHead {
  readonly gzip: boolean;
  readonly bytes: Uint8Array;
  /** Whether these bytes are the whole file. */
  readonly complete: boolean;
}

/** Reads the first bytes of a file; whether it is compressed is told by its content, not its name. */
export async function readHead(path: string): Promise<FileHead> {
  const gzip = await isGzip(path);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of readBytes(path, { gzip })) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > HEAD_BYTES) break;
  }
  const bytes = Buffer.concat(chunks);
  return { gzip, bytes: bytes.subarray(0, HEAD_BYTES), complete: length <= HEAD_BYTES };
}

async function isGzip(path: string): Promise<boolean> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
      return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
    } finally {
      await file.close();
    }
  } catch (error) {
    throw readError(basename(path), error);
  }
}
