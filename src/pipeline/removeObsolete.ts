import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputSet } from '../outputs/outputSet.js';
import { hashOf, type Stamp } from '../outputs/stamp.js';
import { readIfPresent } from '../outputs/writeOutputs.js';

/**
 * Removes what the last report wrote and this one does not, such as the figure of a chart that has no data any more. Only
 * files that the stamp lists and that nobody changed since: nothing of the user's own is touched.
 *
 * @returns the paths that were removed
 */
export function removeObsolete(
  root: string,
  stamp: Stamp | null,
  outputs: OutputSet,
): readonly string[] {
  const obsolete = Object.entries(stamp?.outputs ?? {}).filter(([path, hash]) => {
    if (outputs.has(path) || path.split('/').includes('..')) return false;
    const present = readIfPresent(join(root, path));
    return present !== null && hashOf(present) === hash;
  });
  for (const [path] of obsolete) rmSync(join(root, path));
  return obsolete.map(([path]) => path);
}
