import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Study, StudyContext, StudyOptions } from '../models/study.js';
import type { Asker } from '../store/query.js';
import { codeHash } from './codeHash.js';
import { keyedJson, readKeyedJson } from './keyedJson.js';

/** Folders whose code decides what a study finds; wording and drawing are not among them. */
const STUDY_CODE = ['domain', 'sources', 'transform', 'store', 'features', 'stats', 'models'];

/** One hash for all that a study's result depends on: data, code, seed and as-of date. */
export function studyKey(of: {
  readonly contentHash: string;
  readonly seed: number;
  readonly asOf: string | null;
}): string {
  const { contentHash, seed, asOf } = of;
  const parts = [contentHash, codeHash(STUDY_CODE), seed, asOf];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

export interface StudyResultsOptions {
  /** Folder of stored results; null: compute all anew. */
  readonly folder: string | null;
  /** From {@link studyKey}. */
  readonly key: string;
}

/** The results of studies: each read from its file while that is current, otherwise computed. */
export class StudyResults {
  readonly #texts = new Map<string, string>();

  constructor(readonly options: StudyResultsOptions) {}

  async of<Data, Result>(
    study: Study<Data, Result>,
    reader: Asker,
    context: StudyContext,
    options: StudyOptions,
  ): Promise<Result> {
    const stored = this.#stored(study);
    if (stored) return stored;
    const result = await study.run(await study.load(reader, context), options);
    this.#texts.set(study.id, `${keyedJson(this.options.key, result, 1)}\n`);
    // Through JSON and back, so that a computed result and a stored one cannot differ.
    return study.schema.parse(JSON.parse(JSON.stringify(result)));
  }

  /** What to write below the folder of models: path → JSON. */
  files(folder: string): ReadonlyMap<string, string> {
    return new Map([...this.#texts].map(([id, text]) => [`${folder}/${id}.json`, text]));
  }

  /** A stored result, or null where there is none, it is damaged, or it is of other data, code or seed. */
  #stored<Data, Result>(study: Study<Data, Result>): Result | null {
    if (this.options.folder === null) return null;
    const kept = readKeyedJson(join(this.options.folder, `${study.id}.json`), this.options.key);
    const result = kept && study.schema.safeParse(kept.result);
    if (!kept || !result?.success) return null;
    this.#texts.set(study.id, kept.text);
    return result.data;
  }
}
