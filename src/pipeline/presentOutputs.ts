import { join } from 'node:path';
import { hashOf, readStamp, type Stamp, type StampKey } from '../outputs/stamp.js';
import type { Present } from '../outputs/status.js';
import { readIfPresent } from '../outputs/writeOutputs.js';

/** The stamp of the last report under a root, or null where there is none that can be read. */
export function lastStamp(root: string, path: string): Stamp | null {
  const bytes = readIfPresent(join(root, path));
  return bytes === null ? null : readStamp(bytes.toString('utf8'));
}

/** What stands there now of the outputs that a stamp lists. */
export function presentOutputs(root: string, stamp: Stamp | null, key: StampKey): Present {
  const outputs = Object.keys(stamp?.outputs ?? {}).map((path) => {
    const bytes = readIfPresent(join(root, path));
    return [path, bytes === null ? null : hashOf(bytes)] as const;
  });
  return { key, outputs: Object.fromEntries(outputs) };
}
