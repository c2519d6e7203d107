import type { SourceStamp } from '../domain/section.js';

/** When the observations of each source are from, and the latest of these days. */
export interface AsOfDates {
  /** The day of a source (ISO); the latest of all for one that is not known. */
  of(source: string): string;
  /** ISO; the first day of the epoch where there is no source. */
  readonly latest: string;
}

/** The as-of dates of a store's sources. */
export function asOfDates(sources: readonly Pick<SourceStamp, 'source' | 'asOf'>[]): AsOfDates {
  const dates = new Map(sources.map(({ source, asOf }) => [source, asOf]));
  const latest = latestDate([...dates.values()]);
  return { of: (source) => dates.get(source) ?? latest, latest };
}

/** ISO dates sort as text. */
export function latestDate(dates: readonly string[]): string {
  return dates.reduce((last, date) => (date > last ? date : last), dates[0] ?? '1970-01-01');
}
