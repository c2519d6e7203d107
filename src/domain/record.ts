/** A record as the outside gave it: text in, nothing cleaned. One per line of a file or item of an answer. */
export interface RawRecord {
  /** Id of the source that read it, for example `spotify_songs`. */
  readonly source: string;
  /** Kind of record within the source, for example `playlist_track`, `listen`. */
  readonly kind: string;
  /** Identity of the record within source and kind; the same key twice in a run is a duplicate. */
  readonly key: string;
  /** The day the record speaks of (ISO date). */
  readonly observedAt: string;
  /** File name without its folder, or the address asked. */
  readonly origin: string;
  /** 1-based line of the record's first character, or item number. */
  readonly line: number;
  readonly payload: Readonly<Record<string, string>>;
  /** For fields whose column has another name in the file: that name, which messages show. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Set where the text could not even be split into fields (a ragged row); transform rejects it with this. */
  readonly defect?: RecordDefect;
}

/** What is wrong with a record before any of its fields is looked at. */
export type RecordDefect = Pick<Rejection, 'field' | 'reason' | 'value'>;

/** Why a record did not become data. */
export interface Rejection {
  readonly source: string;
  readonly kind: string;
  readonly origin: string;
  readonly line: number;
  readonly key: string;
  readonly field: string;
  /** A sentence: "duration_ms must be a positive integer". */
  readonly reason: string;
  /** The offending value, cut at 200 characters. */
  readonly value: string;
}

/** What became of a record that was read; every record has exactly one outcome. */
export const OUTCOMES = ['loaded', 'updated', 'unchanged', 'duplicate', 'rejected'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Counts for one source and kind: read = loaded + updated + unchanged + duplicate + rejected. */
export type LedgerEntry = {
  readonly source: string;
  readonly kind: string;
  readonly read: number;
} & { readonly [outcome in Outcome]: number };
