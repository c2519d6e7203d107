import type { Finding, SectionId } from './finding.js';
import type { Prose } from './prose.js';
import type { DataTable } from './table.js';

/** What a section consists of, in reading order. Charts and tables are named by id. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: Prose }
  | { readonly kind: 'list'; readonly items: readonly Prose[] }
  | { readonly kind: 'chart'; readonly chart: string }
  | { readonly kind: 'table'; readonly table: string; readonly rows?: number }
  | { readonly kind: 'recommendation'; readonly recommendation: Recommendation };

/** Advice that rests on findings; it cannot be built on one that is inconclusive or contradicted. */
export interface Recommendation {
  readonly id: string;
  readonly action: Prose;
  readonly opportunity: Prose;
  readonly risk: Prose;
  readonly restsOn: readonly string[];
}

/** One slide of the deck: a message, at most one chart, a few short points, notes for the speaker. */
export interface Slide {
  readonly title: Prose;
  readonly chart?: string;
  readonly points: readonly Prose[];
  readonly notes: readonly Prose[];
}

/** One section of the report, ready to be rendered. */
export interface Section {
  readonly id: SectionId;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly slides: readonly Slide[];
}

/** Where the data of a report come from. */
export interface SourceStamp {
  readonly source: string;
  readonly title: string;
  /** The date the observations speak of (ISO). */
  readonly asOf: string;
  readonly rows: number;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly licence: string;
  /** What the sample is a sample of, for the places where selection bites. */
  readonly selection: string;
}

/** Everything a reader needs to reproduce a report. */
export interface Provenance {
  readonly dataset: 'sample' | 'public' | 'store';
  readonly sources: readonly SourceStamp[];
  readonly version: string;
  readonly seed: number;
  readonly asOf: string;
  readonly contentHash: string;
  readonly hypothesesHash: string;
  readonly familySize: number;
}

/** The whole report as data: what every output renders and `findings.json` holds. */
export interface Report {
  readonly schema: 1;
  readonly provenance: Provenance;
  readonly sections: readonly Section[];
  readonly findings: readonly Finding[];
  readonly tables: readonly DataTable[];
}
