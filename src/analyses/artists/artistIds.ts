import { idPart } from '../idPart.js';
import type { RankedMetric } from './rankings.js';

export const topId = (metric: RankedMetric): string => `artists.top.${metric}`;
export const agreementId = (first: RankedMetric, second: RankedMetric): string =>
  `artists.agreement.${first}-${second}`;
export const overlapId = (first: RankedMetric, second: RankedMetric): string =>
  `artists.overlap.${first}-${second}`;
/** @param group place of the group, from zero */
export const recoveryId = (group: number): string => `artists.clusters.recovery.${group + 1}`;
export const growthId = (source: string, metric: string): string =>
  `artists.growth.${idPart(source)}.${metric}`;
