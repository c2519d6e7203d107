import type { FindingBook } from '../domain/findingBook.js';
import type { SectionId } from '../domain/finding.js';
import type { Prose } from '../domain/prose.js';

/** A Plotly figure as JSON: the one form that report, deck, notebooks and dashboard share. */
export interface Figure {
  readonly data: readonly Readonly<Record<string, unknown>>[];
  readonly layout: Readonly<Record<string, unknown>>;
}

/** A chart made from findings and tables. */
export interface Drawing {
  readonly figure: Figure;
  /** One message, in words that follow the findings' intervals. */
  readonly title: Prose;
  /** What a reader who can't see the picture needs to know. */
  readonly alt: Prose;
  readonly width: number;
  readonly height: number;
}

/** One picture of the report. `build` gives null where its tables are absent or empty. */
export interface Chart {
  /** Also the file name of the figure: `genre-popularity` → `reports/figures/genre-popularity.svg`. */
  readonly id: string;
  readonly section: SectionId;
  build(book: FindingBook): Drawing | null;
}
