import { dirname } from 'node:path';
import { AppError } from '../errors.js';
import type { FileSource, OpenFile, OpenOptions } from './fileSource.js';
import { listFiles, type FoundFile } from './files/listFiles.js';
import { openFile, recogniseFile, type HeadedFile } from './files/recogniseFile.js';
import type { Input } from './source.js';

/** Names under which data usually stands; such a file in a folder is never passed over in silence. */
const DATA_NAME = /\.(?:csv|tsv|dat)(?:\.gz)?$/i;

/**
 * Opens files and folders: each file is recognised by its content, hashed, and given to its source. The inputs come
 * in the order in which they must be loaded, whatever the order of the paths.
 *
 * In a folder, files that are not tables (a readme, a picture) and tables with an unknown header are passed over
 * with a note on the first input; a damaged `.csv`, `.tsv` or `.dat` is an error there too.
 *
 * @param sources the file sources, in order of loading; the first that knows a header has it
 * @throws AppError naming the file, the line where it can be told, and what to do
 */
export async function openInputsOf(
  sources: readonly FileSource[],
  paths: readonly string[],
  options: OpenOptions = {},
): Promise<readonly Input[]> {
  const notes: string[] = [];
  const headed: HeadedFile[] = [];
  for (const found of await listFiles(paths)) {
    const file = await recogniseOrNote(found, sources, options, notes);
    if (file !== null) headed.push(file);
  }
  if (headed.length === 0) throw nothingFound(paths, notes);
  const inputs: Input[] = [];
  for (const source of sources) {
    for (const group of byFolder(headed.filter((file) => file.source === source))) {
      const files: OpenFile[] = [];
      for (const file of group) files.push(await openFile(file, options));
      inputs.push(...(await source.open(files, options)));
    }
  }
  return withNotes(inputs, notes);
}

async function recogniseOrNote(
  found: FoundFile,
  sources: readonly FileSource[],
  options: OpenOptions,
  notes: string[],
): Promise<HeadedFile | null> {
  const isData = found.isNamed || DATA_NAME.test(found.path);
  const file = await recogniseFile(found.path, sources, options).catch((error: unknown) => {
    if (isData || !(error instanceof AppError)) throw error;
    return error;
  });
  if (!(file instanceof AppError)) return file;
  if (found.isNamed) throw file;
  notes.push(`passed over: ${file.message}`);
  return null;
}

function byFolder(files: readonly HeadedFile[]): readonly (readonly HeadedFile[])[] {
  const groups = new Map<string, HeadedFile[]>();
  for (const file of files) {
    const folder = dirname(file.path);
    groups.set(folder, [...(groups.get(folder) ?? []), file]);
  }
  return [...groups.values()];
}

function withNotes(inputs: readonly Input[], notes: readonly string[]): readonly Input[] {
  const [first, ...rest] = inputs;
  if (first === undefined || notes.length === 0) return inputs;
  return [{ ...first, notes: [...(first.notes ?? []), ...notes] }, ...rest];
}

function nothingFound(paths: readonly string[], notes: readonly string[]): AppError {
  return new AppError(
    'input',
    `no table that is known in ${paths.join(', ')}`,
    notes.length > 0 ? notes.slice(0, 5).join('\n') : 'The folder holds no files.',
  );
}
