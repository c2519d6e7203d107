import type { Finding } from '../../domain/finding.js';
import type { Interval } from '../../domain/testResult.js';
import type { Unit } from '../../domain/unit.js';
import { MISSING_FIELDS } from '../../store/queries/missingValues.js';
import { proportionInterval } from '../../stats/proportionInterval.js';
import type { AnalysisContext } from '../analysis.js';
import { idPart } from '../idPart.js';
import { makeFinding, notEnoughData, type FindingSpec } from '../makeFinding.js';
import { FIELD_TITLES } from './fieldTitles.js';
import type { DataInput } from './loadData.js';
import type { NumericField } from './numericFields.js';
import type { OutlierShares } from './outlierShares.js';
import { popularityBins } from './popularityBins.js';

const UNITS: Readonly<Record<string, Unit>> = {
  songs: 'songs',
  artists: 'artists',
  albums: 'albums',
};

/** Days of a mean year of the Gregorian calendar. */
const YEAR_DAYS = 365.2425;
const DAY_MS = 86_400_000;

function data(spec: Omit<FindingSpec, 'section'>): Finding {
  return makeFinding({ section: 'data', ...spec });
}

function percentInterval(count: number, of: number): Interval | null {
  const ci = proportionInterval(count, of).ci;
  return ci && { low: ci.low * 100, high: ci.high * 100, level: ci.level };
}

export function countFindings(input: DataInput, context: AnalysisContext): Finding[] {
  const sources = context.sources.map((stamp) => stamp.source);
  const counts = input.entities.map(({ entity, rows }) => {
    const unit = UNITS[entity] ?? 'count';
    return data({
      id: `data.count.${idPart(entity)}`,
      label: `${entity} in the store`,
      estimate: rows,
      unit,
      n: rows,
      nUnit: unit,
      queries: ['entity-counts'],
      sources,
    });
  });
  const number = data({
    id: 'data.source-count',
    label: 'sources loaded',
    estimate: context.sources.length,
    unit: 'count',
    n: context.sources.length,
    nUnit: 'count',
    queries: ['source-runs'],
    sources,
  });
  return [number, ...counts];
}

export function ledgerFindings({ ledger }: DataInput): Finding[] {
  const sources = [...new Set(ledger.map((row) => row.source))];
  const total = (field: 'read' | 'loaded' | 'updated' | 'unchanged' | 'duplicate' | 'rejected') =>
    ledger.reduce((sum, row) => sum + row[field], 0);
  const read = total('read');
  const base = { unit: 'count', n: read, nUnit: 'count', queries: ['ledger-summary'], sources } as const;
  const counts = (['read', 'loaded', 'updated', 'unchanged', 'duplicate', 'rejected'] as const).map(
    (field) =>
      data({
        ...base,
        id: `data.ledger.${field}`,
        label: field === 'read' ? 'records read' : `records that were ${field}`,
        estimate: total(field),
      }),
  );
  if (read === 0) return counts;
  const share = data({
    ...base,
    id: 'data.rejected-share',
    label: 'share of records that were refused',
    estimate: (total('rejected') / read) * 100,
    unit: 'percent',
  });
  return [...counts, share];
}

/** For each source: the fields that it gives for some songs and not for others. */
export function missingFindings({ missing }: DataInput, context: AnalysisContext): Finding[] {
  return missing.flatMap((row) =>
    MISSING_FIELDS.filter((field) => row[field] > 0 && row[field] < row.songs).map((field) =>
      data({
        id: `data.missing.${idPart(row.source)}.${field}`,
        label: `songs without ${FIELD_TITLES[field].toLowerCase()}`,
        estimate: (row[field] / row.songs) * 100,
        unit: 'percent',
        n: row.songs,
        nUnit: 'songs',
        queries: ['missing-values'],
        sources: [row.source],
        asOf: context.asOf(row.source),
      }),
    ),
  );
}

/** Versions of the same work, and songs that stand under several genres. */
export function duplicateFindings(input: DataInput, context: AnalysisContext): Finding[] {
  return [...workFindings(input, context), ...listingFindings(input, context)];
}

function listingFindings({ listings }: DataInput, context: AnalysisContext): Finding[] {
  return listings
    .filter((row) => row.songs > 0)
    .map((row) =>
      data({
        id: `data.several-genres.${idPart(row.source)}`,
        label: 'songs listed under more than one genre',
        estimate: row.under_several_genres,
        unit: 'songs',
        n: row.songs,
        nUnit: 'songs',
        queries: ['repeated-listings'],
        sources: [row.source],
        asOf: context.asOf(row.source),
      }),
    );
}

function workFindings({ works: [works] }: DataInput, context: AnalysisContext): Finding[] {
  if (!works || works.songs === 0) return [];
  const base = {
    n: works.songs,
    nUnit: 'songs',
    queries: ['repeated-works'],
    sources: context.sources.map((stamp) => stamp.source),
  } as const;
  return [
    data({
      ...base,
      id: 'data.repeated-works',
      label: 'songs that share their artist and work with another song',
      estimate: works.songs_of_repeated_works,
      unit: 'songs',
    }),
    data({
      ...base,
      id: 'data.repeated-works-share',
      label: 'share of songs that are versions of the same work as another',
      estimate: (works.songs_of_repeated_works / works.songs) * 100,
      unit: 'percent',
      caveats: ['Same work: same first-named artist and same title but for brackets and suffixes.'],
    }),
  ];
}

export function artistlessFindings(input: DataInput, context: AnalysisContext): Finding[] {
  const row = input.artistless[0];
  if (!row || row.songs === 0) return [];
  const base = {
    n: row.songs,
    nUnit: 'songs',
    queries: ['songs-without-artist'],
    sources: context.sources.map((stamp) => stamp.source),
  } as const;
  return [
    data({
      ...base,
      id: 'data.without-artist',
      label: 'songs without an artist',
      estimate: row.without_artist,
      unit: 'songs',
    }),
    data({
      ...base,
      id: 'data.without-artist-share',
      label: 'share of songs without an artist',
      estimate: (row.without_artist / row.songs) * 100,
      unit: 'percent',
    }),
  ];
}

export const zerosId = (source: string): string => `data.zero-popularity.${idPart(source)}`;
export const medianId = (source: string): string => `data.median-popularity.${idPart(source)}`;

export function popularityFindings(
  context: AnalysisContext,
  medians: ReadonlyMap<string, number>,
): Finding[] {
  const observers = context.features.observers('popularity');
  if (observers.length === 0) {
    const id = 'data.zero-popularity';
    const label = 'songs with a popularity of zero';
    return [notEnoughData({ id, section: 'data', label, unit: 'percent', nUnit: 'songs' }, 0, 1)];
  }
  return observers.flatMap(({ source }) => {
    const { songs, zeros } = popularityBins(context.features.observation('popularity', source));
    const base = {
      n: songs,
      nUnit: 'songs',
      queries: ['song-observations'],
      sources: [source],
      asOf: context.asOf(source),
    } as const;
    return [
      data({
        ...base,
        id: zerosId(source),
        label: 'songs with a popularity of zero',
        estimate: (zeros / songs) * 100,
        ci: percentInterval(zeros, songs),
        unit: 'percent',
      }),
      data({
        ...base,
        id: medianId(source),
        label: 'median popularity',
        estimate: medians.get(source) ?? null,
        unit: 'points',
      }),
    ];
  });
}

export const outlierId = (field: Pick<NumericField, 'id' | 'source'>): string =>
  `data.outliers.${field.id}${field.source === null ? '' : `.${idPart(field.source)}`}`;

export function outlierFindings(
  fields: readonly (NumericField & { readonly outliers: OutlierShares })[],
): Finding[] {
  return fields.map((field) =>
    data({
      id: outlierId(field),
      label: `${field.title.toLowerCase()}: values beyond the fences`,
      estimate: field.outliers.beyondFences,
      unit: 'percent',
      n: field.outliers.n,
      nUnit: 'songs',
      queries: ['song-cores', 'song-observations', 'song-videos'],
      sources: field.source === null ? [] : [field.source],
      caveats: field.logarithmic ? ['Judged on the log scale.'] : [],
    }),
  );
}

/** Years between the oldest and the newest of the sources. */
export function freshnessFindings(context: AnalysisContext): Finding[] {
  const dates = context.sources.map((stamp) => stamp.asOf).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [
    data({
      id: 'data.age-span',
      label: 'time between the oldest and the newest source',
      estimate: (Date.parse(last) - Date.parse(first)) / DAY_MS / YEAR_DAYS,
      unit: 'years',
      n: dates.length,
      nUnit: 'count',
      queries: ['source-runs'],
      sources: context.sources.map((stamp) => stamp.source),
    }),
  ];
}
