import type { Unit } from './unit.js';

/** A cell: a number (formatted by its column's unit), text from the data or from us, or nothing. */
export type Cell = number | string | boolean | null;

export interface TableColumn {
  readonly id: string;
  readonly title: string;
  readonly unit: Unit;
}

/**
 * A small aggregated table: what charts draw and what the report prints. It carries its query, so that its
 * numbers are traceable like those of findings.
 */
export interface DataTable {
  /** `section.topic`, unique in a report. */
  readonly id: string;
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
  readonly queries: readonly string[];
  readonly sources: readonly string[];
  /** What one row is: "One row per genre". */
  readonly grain: string;
}

/** A column, in one line where a table lists many. */
export function tableColumn(id: string, title: string, unit: Unit): TableColumn {
  return { id, title, unit };
}

/** One row of a table: cells by column id. */
export type TableRecord = Readonly<Record<string, Cell>>;

/** The rows of a table as objects, for charts. */
export function tableRecords(table: DataTable): TableRecord[] {
  return table.rows.map((row) =>
    Object.fromEntries(table.columns.map((column, index) => [column.id, row[index] ?? null])),
  );
}

/** The number in a column of a row; null where there is none, or no number. */
export function numberIn(row: TableRecord, column: string): number | null {
  const cell = row[column];
  return typeof cell === 'number' ? cell : null;
}

/** The text in a column of a row; empty where there is none. */
export function textIn(row: TableRecord, column: string): string {
  const cell = row[column];
  return typeof cell === 'string' ? cell : '';
}
