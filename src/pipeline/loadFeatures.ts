import type { Config } from '../config.js';
import { buildFeatureTable } from '../features/buildFeatureTable.js';
import type { FeatureTable } from '../features/featureTable.js';
import { loadPopularityData, type PopularityData } from '../models/popularity/popularityData.js';
import { asOfDates } from './asOfDates.js';
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
    const dates = asOfDates(await sourceStamps(db));
    const reader = readerOf(db);
    const features = await buildFeatureTable(reader, { asOf: (source) => dates.of(source) });
    const studied = withStudied ? await loadPopularityData(reader, features) : [];
    return { features, studied, contentHash: dataset.contentHash, asOf: dates.latest };
  } finally {
    await dataset.close();
  }
}
