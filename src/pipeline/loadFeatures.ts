import type { Config } from '../config.js';
import { buildFeatureTable } from '../features/buildFeatureTable.js';
import type { FeatureTable } from '../features/featureTable.js';
import { loadPopularityData, type PopularityData } from '../models/popularity/popularityData.js';
import { openDataset, type DatasetRequest } from './openDataset.js';
import { readerOf } from './readerOf.js';
import { sourceStamps } from './sourceStamps.js';

/** A dataset's songs as models see them. */
export interface LoadedFeatures {
  readonly features: FeatureTable;
  readonly contentHash: string;
  /** What the study of popularity judges. */
  readonly studied: PopularityData;
  /** The latest day that the data speak of (ISO). */
  readonly asOf: string;
}

/** Reads the feature table of a dataset and closes its store again. */
export async function loadFeatures(
  config: Config,
  request: DatasetRequest,
  { withStudied = false } = {},
): Promise<LoadedFeatures> {
  const dataset = await openDataset(config, request);
  try {
    const db = await dataset.store();
    const dates = new Map((await sourceStamps(db)).map(({ source, asOf }) => [source, asOf]));
    const latest = [...dates.values()].sort().at(-1) ?? '1970-01-01';
    const reader = readerOf(db);
    const features = await buildFeatureTable(reader, {
      asOf: (source) => dates.get(source) ?? latest,
    });
    const studied = withStudied ? await loadPopularityData(reader, features) : [];
    return { features, studied, contentHash: dataset.contentHash, asOf: latest };
  } finally {
    await dataset.close();
  }
}
