import { join } from 'node:path';
import type { Config } from '../config.js';
import { AppError } from '../errors.js';
import { openInputs } from '../sources/index.js';
import { locateDatasets } from '../sources/datasets/locateDatasets.js';
import { openSample } from '../sources/sample/openSample.js';
import type { Input } from '../sources/source.js';
import type { Db } from '../store/db.js';
import type { Dataset } from './dataset.js';
import { inputsHash, openDatasetStore, openUserStore, userContentHash } from './datasetStore.js';

export interface DatasetRequest {
  readonly dataset: Dataset;
  readonly seed: number;
  /** Size of the sample. */
  readonly songs: number;
  readonly force: boolean;
  now(): Date;
  readonly onIngest?: (input: Input, records: number) => void;
}

/** A dataset whose content is known; its store is opened (and filled) only when it is needed. */
export interface OpenedDataset {
  readonly contentHash: string;
  /** The store, filled; the same one each time. */
  store(): Promise<Db>;
  close(): Promise<void>;
}

/** Whether the folder of public data holds at least one file of a known dataset, told by its content. */
export async function hasPublicData(config: Config): Promise<boolean> {
  return (await publicFiles(config)).length > 0;
}

/** `public` where its files are at hand, else `sample`. */
export async function defaultDataset(config: Config): Promise<Dataset> {
  return (await hasPublicData(config)) ? 'public' : 'sample';
}

/**
 * Opens a dataset.
 *
 * @throws AppError 'configuration' where `public` is asked for and its folder holds no data
 */
export async function openDataset(config: Config, request: DatasetRequest): Promise<OpenedDataset> {
  switch (request.dataset) {
    case 'store':
      return openedStore(await openUserStore(config));
    case 'sample':
      return cachedDataset(config, request, [
        openSample({ songs: request.songs, seed: request.seed }),
      ]);
    case 'public':
      return cachedDataset(config, request, await publicInputs(config));
  }
}

/**
 * The public files that are at hand, in the order in which they are loaded. Whatever else lies in the folder is left
 * alone.
 *
 * @throws AppError 'configuration' where there are none
 */
export async function publicInputs(config: Config): Promise<readonly Input[]> {
  const files = await publicFiles(config);
  if (files.length === 0) {
    throw new AppError(
      'configuration',
      `no public data in ${config.dataDir}`,
      '`liner datasets` says where to get it; LINER_DATA_DIR names another folder; `liner report --dataset sample` needs none',
    );
  }
  return openInputs(files);
}

async function publicFiles(config: Config): Promise<readonly string[]> {
  const located = await locateDatasets(config.dataDir);
  return located.flatMap(({ files }) => files.flatMap(({ path }) => (path === null ? [] : [path])));
}

async function openedStore(db: Db): Promise<OpenedDataset> {
  return {
    contentHash: await userContentHash(db),
    store: () => Promise.resolve(db),
    close: () => db.close(),
  };
}

function cachedDataset(
  config: Config,
  request: DatasetRequest,
  inputs: readonly Input[],
): OpenedDataset {
  let opened: Promise<Db> | null = null;
  return {
    contentHash: inputsHash(inputs),
    store: () => {
      opened ??= openDatasetStore(join(config.storeDir, request.dataset), inputs, {
        force: request.force,
        now: () => request.now(),
        onProgress: request.onIngest,
      });
      return opened;
    },
    close: async () => {
      const open = opened;
      // Whoever holds a closed engine holds all of its memory.
      opened = null;
      await (await open)?.close();
    },
  };
}
