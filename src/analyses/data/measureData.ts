import type { DataTable } from '../../domain/table.js';
import type { AnalysisContext, Measured } from '../analysis.js';
import {
  artistlessFindings,
  countFindings,
  duplicateFindings,
  freshnessFindings,
  ledgerFindings,
  missingFindings,
  outlierFindings,
  popularityFindings,
} from './dataFindings.js';
import {
  joinsTable,
  ledgerTable,
  missingTable,
  outliersTable,
  popularityTable,
  rejectionsTable,
  sourcesTable,
} from './dataTables.js';
import { joinFindings } from './joinFindings.js';
import type { DataInput } from './loadData.js';
import { numericFields } from './numericFields.js';
import { outlierShares } from './outlierShares.js';

/** Findings and tables of the data section. */
export function measureData(input: DataInput, context: AnalysisContext): Measured {
  const fields = numericFields(context.features).map((field) => ({
    ...field,
    outliers: outlierShares(field.values, field.logarithmic),
  }));
  const medians = new Map(
    fields.flatMap((field) =>
      field.id === 'popularity' && field.source !== null
        ? [[field.source, field.outliers.median] as const]
        : [],
    ),
  );
  const tables: readonly DataTable[] = [
    sourcesTable(input, context),
    ledgerTable(input, context),
    rejectionsTable(input, context),
    missingTable(input),
    joinsTable(input, 'artist'),
    joinsTable(input, 'song'),
    outliersTable(fields, context),
    popularityTable(context),
  ];
  return {
    findings: [
      ...countFindings(input, context),
      ...ledgerFindings(input),
      ...missingFindings(input, context),
      ...duplicateFindings(input, context),
      ...artistlessFindings(input, context),
      ...joinFindings(input),
      ...popularityFindings(context, medians),
      ...outlierFindings(fields),
      ...freshnessFindings(context),
    ],
    tables: tables.filter((table) => table.rows.length > 0),
  };
}
