import { stat } from 'node:fs/promises';
import { fileError } from '../files/fileError.js';
import { readRows } from '../files/readRows.js';
import { listed } from '../files/tableForm.js';
import { SAMPLE_ROWS, decideUnits } from './decideUnits.js';
import type { FileSource, OpenFile, OpenOptions } from '../fileSource.js';
import { LatestRelease } from './latestRelease.js';
import { mapColumns, type ColumnMapping } from './mapColumns.js';
import type { MappingReport } from './mappingReport.js';
import type { Input, Source } from '../source.js';
import { tableInput } from '../files/tableInput.js';

const PREFIX = 'table:';

/**
 * Any table of tracks. Its columns are recognised by the names that public files use; each file is a source of its
 * own, called after it. A table needs a title or a track id; one without ids needs artists, for titles alone do not
 * identify songs.
 */
export const trackTable: FileSource = {
  id: 'table',
  title: 'Table of tracks',
  asOf: null,
  selection: 'Whatever the table holds; how its rows were chosen is not known.',
  licence: 'Not stated in the file.',
  kinds: ['track'],
  recognise(columns, { map = new Map() }) {
    const known = columns.filter((column) => ![...map.values()].includes(column));
    const fields = new Set([
      ...mapColumns('the table', known, new Map()).mapped.map(({ field }) => field),
      ...map.keys(),
    ]);
    return fields.has('title') || fields.has('id') ? 'tracks' : null;
  },
  open: (files, options) => Promise.all(files.map((file) => openTable(file, options))),
};

/** Whether a source is a table of the user's own. */
export function isTrackTable(sourceId: string): boolean {
  return sourceId.startsWith(PREFIX);
}

/** The source that a table of tracks is: `table:` and its file name without extensions. */
export function trackTableSource(name: string, observedAt: string | null): Source {
  const base = name.replace(/\.gz$/i, '').replace(/\.(?:csv|tsv|txt|dat)$/i, '');
  const { title, selection, licence, kinds } = trackTable;
  return {
    id: `${PREFIX}${base}`,
    title: `${title} ${base}`,
    asOf: observedAt,
    selection,
    licence,
    kinds,
  };
}

async function openTable(file: OpenFile, options: OpenOptions): Promise<Input> {
  const mapping = mapColumns(file.name, file.columns, options.map ?? new Map());
  refuseUnidentified(file, mapping);
  const scan = await scanTable(file, mapping, options);
  const decisions = decideUnits(mapping, scan.rows);
  const report: MappingReport = {
    file: file.name,
    columns: mapping.mapped.map(({ column, field, by }) => ({ column, field, by })),
    ignored: mapping.ignored,
    units: decisions.map(({ field, column, unit, evidence }) => ({
      field,
      column,
      unit,
      evidence,
    })),
    observedAt: scan.observedAt,
    observedFrom: scan.observedFrom,
  };
  const names = new Map(decisions.map(({ field, payloadField }) => [field, payloadField]));
  const slots = mapping.mapped.map(({ field, column, index }) => ({
    name: names.get(field) ?? field,
    column,
    index,
  }));
  return tableInput(file, {
    source: trackTableSource(file.name, scan.observedAt),
    kind: 'track',
    observedAt: scan.observedAt,
    mapping: report,
    columns: Object.fromEntries(slots.map(({ name, column }) => [name, column])),
    payload: (cells) =>
      Object.fromEntries(slots.map(({ name, index }) => [name, cells[index] ?? ''])),
    key: (payload) => KEY_FIELDS.map((field) => payload[field] ?? '').join('|'),
  });
}

/** A track may stand once for each genre, playlist and album: all of these are part of a row's identity. */
const KEY_FIELDS = [
  'id',
  'isrc',
  'artists',
  'artistsByComma',
  'title',
  'album',
  'genres',
  'subgenres',
  'playlistId',
  'playlistName',
];

function refuseUnidentified(file: OpenFile, mapping: ColumnMapping): void {
  const has = (field: string) => mapping.mapped.some((column) => column.field === field);
  if (has('id') || has('isrc') || has('artists')) return;
  throw fileError(
    file.name,
    1,
    `a table of titles without artists or track ids cannot be identified; columns: ${listed(file.columns)}`,
    'Name the column: --map artists=COLUMN or --map id=COLUMN',
  );
}

interface TableScan {
  readonly rows: readonly (readonly string[])[];
  readonly observedAt: string;
  readonly observedFrom: string;
}

/** Takes the first rows and, unless the user gave a date, looks for the latest release date in all of them. */
async function scanTable(
  file: OpenFile,
  mapping: ColumnMapping,
  { observedAt }: OpenOptions,
): Promise<TableScan> {
  const written = (await stat(file.path)).mtime.toISOString().slice(0, 10);
  const released = mapping.mapped.find(({ field }) => field === 'released')?.index;
  const latest = new LatestRelease(written);
  const needsAll = observedAt === undefined && released !== undefined;
  const rows: (readonly string[])[] = [];
  for await (const batch of readRows(file.table)) {
    for (const { cells, defect } of batch) {
      if (defect !== undefined) continue;
      if (rows.length < SAMPLE_ROWS) rows.push(cells);
      if (needsAll) latest.see(cells[released] ?? '');
    }
    if (!needsAll && rows.length >= SAMPLE_ROWS) break;
  }
  if (observedAt !== undefined) return { rows, observedAt, observedFrom: 'as the user said' };
  if (latest.date !== null) {
    return { rows, observedAt: latest.date, observedFrom: 'the latest release date in the table' };
  }
  return { rows, observedAt: written, observedFrom: 'the day on which the file was written' };
}
