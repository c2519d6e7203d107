import { tableColumn, type Cell, type DataTable } from '../../domain/table.js';
import { MISSING_FIELDS } from '../../store/queries/missingValues.js';
import type { AnalysisContext } from '../analysis.js';
import { FIELD_TITLES } from './fieldTitles.js';
import type { DataInput } from './loadData.js';
import type { NumericField } from './numericFields.js';
import type { OutlierShares } from './outlierShares.js';
import { popularityBins } from './popularityBins.js';

function titleOf(source: string, context: AnalysisContext): string {
  return context.sources.find((stamp) => stamp.source === source)?.title ?? source;
}

/** One row per source: what it gave, and as of when. */
export function sourcesTable(input: DataInput, context: AnalysisContext): DataTable {
  const shared = (source: string, entity: 'song' | 'artist'): number =>
    input.joins.find((row) => row.entity === entity && row.source === source && row.other === source)
      ?.rows ?? 0;
  const albums = new Map(input.albums.map((row) => [row.source, row.albums]));
  return {
    id: 'data.sources',
    title: 'What is in',
    grain: 'One row per source',
    queries: ['source-runs', 'join-coverage', 'source-albums'],
    sources: context.sources.map((stamp) => stamp.source),
    columns: [
      tableColumn('source', 'Source', 'text'),
      tableColumn('as_of', 'As of', 'date'),
      tableColumn('rows', 'Rows read', 'count'),
      tableColumn('songs', 'Songs', 'songs'),
      tableColumn('albums', 'Albums', 'albums'),
      tableColumn('artists', 'Artists', 'artists'),
      tableColumn('selection', 'What it is a sample of', 'text'),
    ],
    rows: context.sources.map((stamp) => [
      stamp.title,
      stamp.asOf,
      stamp.rows,
      shared(stamp.source, 'song'),
      albums.get(stamp.source) ?? 0,
      shared(stamp.source, 'artist'),
      stamp.selection,
    ]),
  };
}

export function ledgerTable(input: DataInput, context: AnalysisContext): DataTable {
  return {
    id: 'data.ledger',
    title: 'What became of every record that was read',
    grain: 'One row per source and kind of record',
    queries: ['ledger-summary'],
    sources: [...new Set(input.ledger.map((row) => row.source))],
    columns: [
      tableColumn('source', 'Source', 'text'),
      tableColumn('kind', 'Kind of record', 'text'),
      tableColumn('read', 'Read', 'count'),
      tableColumn('loaded', 'New', 'count'),
      tableColumn('updated', 'Added to known', 'count'),
      tableColumn('unchanged', 'Said nothing new', 'count'),
      tableColumn('duplicate', 'Repeated', 'count'),
      tableColumn('rejected', 'Refused', 'count'),
    ],
    rows: input.ledger.map((row) => [
      titleOf(row.source, context),
      row.kind.replaceAll('_', ' '),
      row.read,
      row.loaded,
      row.updated,
      row.unchanged,
      row.duplicate,
      row.rejected,
    ]),
  };
}

export function rejectionsTable(input: DataInput, context: AnalysisContext): DataTable {
  return {
    id: 'data.rejections',
    title: 'Why records were refused',
    grain: 'One row per source, field and reason',
    queries: ['rejection-reasons'],
    sources: [...new Set(input.rejections.map((row) => row.source))],
    columns: [
      tableColumn('source', 'Source', 'text'),
      tableColumn('field', 'Field', 'text'),
      tableColumn('reason', 'Reason', 'text'),
      tableColumn('rejected', 'Records', 'count'),
    ],
    rows: input.rejections.map((row) => [
      titleOf(row.source, context),
      row.field,
      row.reason,
      row.rejected,
    ]),
  };
}

/** Fields that no song has in any source are left out: nothing can be said of them. */
export function missingTable(input: DataInput): DataTable {
  const fields = MISSING_FIELDS.filter((field) =>
    input.missing.some((row) => row[field] < row.songs),
  );
  return {
    id: 'data.missing',
    title: 'Missing values by field and source',
    grain: 'One row per source and field',
    queries: ['missing-values'],
    sources: input.missing.map((row) => row.source),
    columns: [
      tableColumn('source', 'Source', 'text'),
      tableColumn('field', 'Field', 'text'),
      tableColumn('songs', 'Songs', 'songs'),
      tableColumn('missing', 'Without a value', 'songs'),
      tableColumn('share', 'Missing', 'percent'),
    ],
    rows: input.missing.flatMap((row) =>
      fields.map((field): Cell[] => [
        row.source,
        FIELD_TITLES[field],
        row.songs,
        row[field],
        row.songs === 0 ? null : (row[field] / row.songs) * 100,
      ]),
    ),
  };
}

/** Shared artists or songs of every ordered pair of sources, as a share of the first one's. */
export function joinsTable(input: DataInput, entity: 'artist' | 'song'): DataTable {
  const rows = input.joins.filter((row) => row.entity === entity);
  const sources = [...new Set(rows.map((row) => row.source))];
  const shared = (source: string, other: string): number =>
    rows.find((row) => row.source === source && row.other === other)?.rows ?? 0;
  return {
    id: `data.${entity}-joins`,
    title: `${entity === 'artist' ? 'Artists' : 'Songs'} that two sources share`,
    grain: 'One row per ordered pair of sources',
    queries: ['join-coverage'],
    sources,
    columns: [
      tableColumn('source', 'Of the source', 'text'),
      tableColumn('other', 'also in', 'text'),
      tableColumn('shared', 'Shared', entity === 'artist' ? 'artists' : 'songs'),
      tableColumn('share', 'Share', 'percent'),
    ],
    rows: sources.flatMap((source) =>
      sources.map((other): Cell[] => [
        source,
        other,
        shared(source, other),
        (shared(source, other) / shared(source, source)) * 100,
      ]),
    ),
  };
}

export function outliersTable(
  fields: readonly (NumericField & { readonly outliers: OutlierShares })[],
  context: AnalysisContext,
): DataTable {
  return {
    id: 'data.outliers',
    title: 'Values far from the rest',
    grain: 'One row per numeric field',
    queries: ['song-cores', 'song-observations', 'song-videos'],
    sources: [...new Set(fields.flatMap((field) => field.source ?? []))],
    columns: [
      tableColumn('field', 'Field', 'text'),
      tableColumn('source', 'Source', 'text'),
      tableColumn('songs', 'Songs', 'songs'),
      tableColumn('min', 'Lowest', 'index'),
      tableColumn('low', 'Usual from', 'index'),
      tableColumn('median', 'Median', 'index'),
      tableColumn('high', 'Usual to', 'index'),
      tableColumn('max', 'Highest', 'index'),
      tableColumn('fences', 'Outside the usual range', 'percent'),
      tableColumn('mad', 'Far from the median', 'percent'),
    ],
    rows: fields.map(({ title, source, outliers }) => [
      title,
      source === null ? 'all' : titleOf(source, context),
      outliers.n,
      outliers.min,
      outliers.low,
      outliers.median,
      outliers.high,
      outliers.max,
      outliers.beyondFences,
      outliers.beyondMad,
    ]),
  };
}

export function popularityTable(context: AnalysisContext): DataTable {
  const observers = context.features.observers('popularity');
  return {
    id: 'data.popularity',
    title: 'How popularity is distributed',
    grain: 'One row per source and bin of five points, zeros left out',
    queries: ['song-observations'],
    sources: observers.map(({ source }) => source),
    columns: [
      tableColumn('source', 'Source', 'text'),
      tableColumn('from', 'From', 'points'),
      tableColumn('to', 'To', 'points'),
      tableColumn('songs', 'Songs', 'songs'),
      tableColumn('share', 'Share of songs', 'percent'),
    ],
    rows: observers.flatMap(({ source }) =>
      popularityBins(context.features.observation('popularity', source)).bins.map((bin): Cell[] => [
        source,
        bin.from,
        bin.to,
        bin.songs,
        bin.share,
      ]),
    ),
  };
}
