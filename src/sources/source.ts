import type { RawRecord } from '../domain/record.js';
import type { MappingReport } from './trackTable/mappingReport.js';

/** Something outside that gives records: a public file, a folder, later an API. It knows the outside; it cleans nothing. */
export interface Source {
  /** For example `spotify_songs`; stands in every record, observation and finding. */
  readonly id: string;
  readonly title: string;
  /** The date its observations speak of (ISO), or null where each run gives it. */
  readonly asOf: string | null;
  /** `asOf` in words, where it is known less precisely than to the day ("February 2023"). */
  readonly asOfWords?: string;
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
  /** For a table of tracks: which column was taken for what, printed before loading. */
  readonly mapping?: MappingReport;
  /** What the user should know before loading: companions that are missing, files that are not used. */
  readonly notes?: readonly string[];
  records(): AsyncIterable<RawRecord>;
}
