import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot, packageVersion } from './packageInfo.js';

/**
 * Hash over the package's sources: part of the key that decides what is stale. File times do not enter, so a
 * fresh checkout of the same code has the same hash.
 *
 * @param folders folders below `src/`, to hash a part only; the whole when left out
 */
export function codeHash(folders: readonly string[] = ['.']): string {
  const root = join(packageRoot(), 'src');
  const hash = createHash('sha256').update(packageVersion());
  for (const file of folders.flatMap((folder) => filesBelow(root, folder)).sort()) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(root, path);
    return /\.(ts|sql|css)$/.test(entry.name) ? [path] : [];
  });
}
