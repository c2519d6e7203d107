import { AppError } from '../../errors.js';
import { inspectFile } from '../files/inspectFile.js';
import { FILE_SOURCES } from '../index.js';
import { KNOWN_DATASETS, type DatasetFile, type KnownDataset } from './knownDatasets.js';
import { listFiles } from '../files/listFiles.js';
import { recogniseFile, type HeadedFile } from '../files/recogniseFile.js';

/** A file of a known dataset, and where it is. */
export interface LocatedFile {
  readonly file: DatasetFile;
  /** Null where it is missing. */
  readonly path: string | null;
  /** Whether it is the very file whose checksum is known; null where that was not asked or it is missing. */
  readonly isKnownCopy: boolean | null;
}

/** A known dataset and which of its files are there. */
export interface LocatedDataset {
  readonly dataset: KnownDataset;
  readonly state: 'present' | 'incomplete' | 'missing';
  readonly files: readonly LocatedFile[];
}

/**
 * Looks for the known datasets in a folder. Files are told by their header, so their names don't matter; only the
 * beginning of each is read, unless checksums are asked for. A folder that is not there has none of them.
 *
 * @example
 * const present = (await locateDatasets('data/raw')).filter(({ state }) => state === 'present');
 */
export async function locateDatasets(
  folder: string,
  { checksums = false }: { readonly checksums?: boolean } = {},
): Promise<readonly LocatedDataset[]> {
  const found = await recogniseAll(folder);
  const located: LocatedDataset[] = [];
  for (const dataset of KNOWN_DATASETS) {
    const files: LocatedFile[] = [];
    for (const file of dataset.files) files.push(await locate(dataset, file, found, checksums));
    located.push({ dataset, state: stateOf(files), files });
  }
  return located;
}

async function recogniseAll(folder: string): Promise<readonly HeadedFile[]> {
  const recognised: HeadedFile[] = [];
  for (const { path } of await filesOf(folder)) {
    const file = await recogniseFile(path, FILE_SOURCES).catch(onlyAppError);
    if (!(file instanceof AppError)) recognised.push(file);
  }
  return recognised;
}

async function filesOf(folder: string) {
  try {
    return await listFiles([folder]);
  } catch (error) {
    onlyAppError(error);
    return [];
  }
}

/** A file that cannot be read is not one of the datasets; why not is told when it is ingested. */
function onlyAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  throw error;
}

async function locate(
  dataset: KnownDataset,
  file: DatasetFile,
  found: readonly HeadedFile[],
  checksums: boolean,
): Promise<LocatedFile> {
  const match = found.find(({ source, role }) => source.id === dataset.id && role === file.role);
  if (match === undefined) return { file, path: null, isKnownCopy: null };
  if (!checksums) return { file, path: match.path, isKnownCopy: null };
  const { sha256 } = await inspectFile(match.path, match.gzip, match.form);
  return { file, path: match.path, isKnownCopy: sha256 === file.sha256 };
}

function stateOf(files: readonly LocatedFile[]): LocatedDataset['state'] {
  if (files.every(({ path }) => path !== null)) return 'present';
  return files.some(({ path }) => path !== null) ? 'incomplete' : 'missing';
}
