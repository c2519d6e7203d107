import type { StampKey } from '../outputs/stamp.js';
import { codeHash } from './codeHash.js';
import type { Dataset } from './dataset.js';

export interface ReportParameters {
  readonly dataset: Dataset;
  readonly seed: number;
  readonly asOf: string | null;
  /** Size of the sample; no part of the key of other datasets. */
  readonly songs: number;
}

/** The key of a report: what it is about, the code that makes it, and its parameters. Same key, same outputs. */
export function reportKey(parameters: ReportParameters, contentHash: string): StampKey {
  const { dataset, seed, asOf, songs } = parameters;
  return {
    dataset,
    contentHash,
    codeHash: codeHash(),
    parameters: { seed, asOf, ...(dataset === 'sample' ? { songs } : {}) },
  };
}
