import type { Asker } from '../store/query.js';
import { songCount } from '../store/queries/songCount.js';
import { readSongRecords, type SongRecord } from '../store/queries/songRecords.js';
import { CategoryBuilder } from './categoryBuilder.js';
import {
  ColumnarFeatureTable,
  MISSING_FLAG,
  type CodedOnDemand,
  type NumbersOnDemand,
} from './columnarFeatureTable.js';
import type { Feature, FeatureValue } from './feature.js';
import { readFeatureContext, type FeatureContext } from './featureContext.js';
import type { FeatureTable } from './featureTable.js';
import { FEATURES } from './index.js';
import { NumberColumn } from './numberColumn.js';
import { TextColumnBuilder } from './textColumnBuilder.js';

export interface FeatureTableOptions {
  /** The date a source's observations speak of (ISO). */
  readonly asOf: (source: string) => string;
  /** Default: all registered features. */
  readonly features?: readonly Feature[];
  /** Songs read at once. */
  readonly pageSize?: number;
}

/**
 * Reads every song of the store and computes its features. One row per song, in the order of the song ids.
 * Besides the registered features it holds the genre and subgenre of each source, as `genre:<source>` and
 * `subgenre:<source>`, and the observations of each source.
 *
 * @example
 * const table = await buildFeatureTable(reader, { asOf: () => '2024-12-31' });
 * table.number('duration_minutes'); // Float64Array
 */
export async function buildFeatureTable(
  reader: Asker,
  options: FeatureTableOptions,
): Promise<FeatureTable> {
  const [count] = await reader.ask(songCount);
  const context = await readFeatureContext(reader, options);
  const builder = new TableBuilder(count?.songs ?? 0, options.features ?? FEATURES, context);
  for await (const page of readSongRecords(reader, options.pageSize)) {
    for (const song of page) builder.add(song);
  }
  return builder.build();
}

type Writer = (row: number, value: FeatureValue) => void;

class TableBuilder {
  readonly #ids: TextColumnBuilder;
  #rows = 0;
  readonly #numbers = new Map<string, NumbersOnDemand>();
  readonly #flags = new Map<string, Uint8Array>();
  readonly #categories = new Map<string, CategoryBuilder>();
  readonly #texts = new Map<string, TextColumnBuilder>();
  readonly #observations = new Map<string, Map<string, NumberColumn>>();
  readonly #writers: readonly (readonly [Feature, Writer])[];

  constructor(
    readonly size: number,
    features: readonly Feature[],
    readonly context: FeatureContext,
  ) {
    this.#ids = new TextColumnBuilder(size);
    this.#writers = features.flatMap((feature) =>
      feature.derived ? [] : [[feature, this.#writer(feature)]],
    );
    for (const { id, derived } of features)
      if (derived) this.#numbers.set(id, this.#derive(derived));
  }

  add(song: SongRecord): void {
    const row = this.#rows;
    if (row >= this.size) throw new Error(`more songs than the ${this.size} that were counted`);
    this.#rows += 1;
    this.#ids.set(row, song.id);
    for (const [feature, write] of this.#writers) write(row, feature.compute(song, this.context));
    for (const { metric, source, value } of song.observations) {
      this.#observation(metric, source).set(row, value);
    }
    for (const { source, genre, subgenre } of song.genres) {
      this.#category(`genre:${source}`).set(row, genre);
      this.#category(`subgenre:${source}`).set(row, subgenre);
    }
  }

  build(): FeatureTable {
    return new ColumnarFeatureTable(
      this.#rows,
      this.#ids,
      this.#numbers,
      this.#flags,
      new Map<string, CodedOnDemand>([...this.#categories, ...this.#texts]),
      this.#observations,
    );
  }

  #derive({ from, by }: NonNullable<Feature['derived']>): NumbersOnDemand {
    const numbers = this.#numbers.get(from);
    if (!numbers) throw new Error(`a feature is derived from "${from}", which is no number`);
    return { values: () => numbers.values().map(by) };
  }

  #writer({ id, type, group }: Feature): Writer {
    if (type === 'number') {
      const column = new NumberColumn(this.size);
      this.#numbers.set(id, column);
      return (row, value) => {
        if (typeof value === 'number') column.set(row, value);
      };
    }
    if (type === 'boolean') {
      const column = new Uint8Array(this.size).fill(MISSING_FLAG);
      this.#flags.set(id, column);
      return (row, value) => {
        if (value !== null) column[row] = value ? 1 : 0;
      };
    }
    const column = group === 'identity' ? this.#text(id) : this.#category(id);
    return (row, value) => column.set(row, value === null ? null : String(value));
  }

  #text(id: string): TextColumnBuilder {
    const column = new TextColumnBuilder(this.size);
    this.#texts.set(id, column);
    return column;
  }

  #category(id: string): CategoryBuilder {
    const found = this.#categories.get(id) ?? new CategoryBuilder(this.size);
    this.#categories.set(id, found);
    return found;
  }

  #observation(metric: string, source: string): NumberColumn {
    const sources = this.#observations.get(metric) ?? new Map<string, NumberColumn>();
    this.#observations.set(metric, sources);
    const column = sources.get(source) ?? new NumberColumn(this.size);
    sources.set(source, column);
    return column;
  }
}
