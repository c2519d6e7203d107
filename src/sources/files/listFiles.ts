import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError, codeOf } from '../../errors.js';
import { readError } from './fileError.js';

/** A file to look at, and whether the user named it or it only lay in a folder that was named. */
export interface FoundFile {
  readonly path: string;
  readonly isNamed: boolean;
}

/**
 * The files behind paths: a file is itself, a folder is what lies in it and in its own folders, one level down,
 * hidden ones left out. Each file stands once, in order of its path.
 *
 * @throws AppError for a path that is not there
 */
export async function listFiles(paths: readonly string[]): Promise<readonly FoundFile[]> {
  const found = new Map<string, FoundFile>();
  for (const path of paths) {
    for (const file of await expand(path)) {
      const real = await realpath(file.path).catch(() => file.path); // a broken link is told of when it is read
      const isNamed = file.isNamed || (found.get(real)?.isNamed ?? false);
      found.set(real, { path: found.get(real)?.path ?? file.path, isNamed });
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

async function expand(path: string): Promise<readonly FoundFile[]> {
  const entry = await statOf(path);
  if (entry.isFile()) return [{ path, isNamed: true }];
  if (!entry.isDirectory()) {
    throw new AppError('input', `${path} is neither a file nor a folder`);
  }
  return (await filesIn(path, 1)).map((file) => ({ path: file, isNamed: false }));
}

async function statOf(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') {
      throw new AppError('input', `there is no file or folder ${path}`, undefined, {
        cause: error,
      });
    }
    throw readError(basename(path), error);
  }
}

async function filesIn(folder: string, depth: number): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw readError(basename(folder), error);
  });
  const files: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(depth > 0 ? await filesIn(path, depth - 1) : []));
    else if (await mayBeFile(path)) files.push(path);
  }
  return files;
}

/** A file, or a link that leads nowhere: whoever reads that one says so, by its name. */
async function mayBeFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return true;
  }
}
