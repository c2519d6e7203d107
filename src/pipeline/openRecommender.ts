import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from '../config.js';
import { loadArtistData } from '../models/recommend/artistData.js';
import { Recommender } from '../models/recommend/recommender.js';
import {
  fitRecommender,
  recommenderFromJson,
  recommenderToJson,
  type RecommenderModel,
} from '../models/recommend/recommenderModel.js';
import { writeAtomically } from '../outputs/writeOutputs.js';
import { openDataset, type DatasetRequest, type OpenedDataset } from './openDataset.js';
import { readerOf } from './readerOf.js';
import { studyKey } from './studyResults.js';

const storedSchema = z.object({ schema: z.literal(1), key: z.string(), model: z.unknown() });

/**
 * The recommender of a dataset. It is built once, which takes seconds, and kept below the folder of stores until data or
 * code change; deleting it costs only time.
 *
 * @throws AppError where the data cannot be read or the store is locked
 * @example
 * const recommender = await openRecommender(readConfig(), { dataset: 'sample', seed: 1, songs: 3000, … });
 * recommender.recommend(recommender.find('Portishead')!);
 */
export async function openRecommender(
  config: Config,
  request: DatasetRequest & { readonly onBuild?: () => void },
): Promise<Recommender> {
  const dataset = await openDataset(config, request);
  try {
    const file = join(config.storeDir, 'cache', `recommender-${request.dataset}.json`);
    const key = studyKey({ contentHash: dataset.contentHash, seed: 0, asOf: null });
    const stored = request.force ? null : storedModel(file, key);
    return new Recommender(stored ?? (await build(dataset, file, key, request.onBuild)));
  } finally {
    await dataset.close();
  }
}

async function build(
  dataset: OpenedDataset,
  file: string,
  key: string,
  onBuild?: () => void,
): Promise<RecommenderModel> {
  const db = await dataset.store();
  onBuild?.();
  const model = fitRecommender(await loadArtistData(readerOf(db)));
  const text = JSON.stringify({ schema: 1, key, model: recommenderToJson(model) });
  writeAtomically(file, Buffer.from(text));
  return model;
}

/** What was kept, or null where there is nothing, it is damaged, or it is of other data or code. */
function storedModel(file: string, key: string): RecommenderModel | null {
  if (!existsSync(file)) return null;
  const stored = storedSchema.safeParse(parsed(readFileSync(file, 'utf8')));
  if (!stored.success || stored.data.key !== key) return null;
  return recommenderFromJson(stored.data.model);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
