import { join } from 'node:path';
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
import { keyedJson, readKeyedJson } from './keyedJson.js';
import { openDataset, type DatasetRequest, type OpenedDataset } from './openDataset.js';
import { readerOf } from './readerOf.js';
import { studyKey } from './studyResults.js';

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
    const kept = request.force ? null : readKeyedJson(file, key);
    const model = kept && recommenderFromJson(kept.result);
    return new Recommender(model ?? (await build(dataset, file, key, request.onBuild)));
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
  writeAtomically(file, Buffer.from(keyedJson(key, recommenderToJson(model))));
  return model;
}
