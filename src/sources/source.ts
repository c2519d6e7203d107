import type { RawRecord } from '../domain/record.js';

/** Something outside that gives records: a public file, a folder, later an API. It knows the outside; it cleans nothing. */
export interface Source {
  /** For example `spotify_songs`; stands in every record, observation and finding. */
  readonly id: string;
  readonly title: string;
  /** The date its observations speak of (ISO), or null where each run gives it. */
  readonly asOf: string | null;
  /** What the sample is a sample of, in one sentence without numbers. */
  readonly selection: string;
  readonly licence: string;
  /** Kinds of records it yields, in the order they must be loaded. */
  readonly kinds: readonly string[];
}

/** One opened input of a source: a recognised file, or the seeded generator. */
export interface Input {
  readonly source: Source;
  readonly origin: string;
  readonly sha256: string;
  readonly bytes: number;
  records(): AsyncIterable<RawRecord>;
}
