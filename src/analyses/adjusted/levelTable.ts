import type { DataTable } from '../../domain/table.js';
import type { TestResult } from '../../domain/testResult.js';
import type { Unit } from '../../domain/unit.js';
import type { FeatureTable } from '../../features/featureTable.js';
import { FEATURE_CONTEXT_QUERIES } from '../../features/featureContext.js';
import { SONG_RECORD_QUERIES } from '../../store/queries/songRecords.js';
import type { AnalysisContext } from '../analysis.js';
import type { DeclaredHypothesis } from '../hypotheses/declaredHypothesis.js';
import { adjustedMeans } from './adjustedMeans.js';
import { clustersOf } from './clusters.js';
import { collect, MIN_PER_SIDE, type Comparison } from './comparison.js';

/** Levels of something that songs are compared by: months, lengths, periods. */
export interface Levels {
  /** Level of each row of the feature table, −1 for none. */
  readonly codes: Int32Array;
  /** Name of each level, in the order of the table. */
  readonly labels: readonly string[];
  /** A number for each level where a chart needs one (a year, minutes). */
  readonly positions?: readonly number[];
}

export interface LevelTableSpec {
  readonly id: string;
  readonly title: string;
  /** Heading of the first column: "Month". */
  readonly heading: string;
  readonly grain: string;
  readonly positionUnit?: Unit;
  /** Its outcome, source and confounders are used; its exposure must not be among the levels. */
  readonly hypothesis: DeclaredHypothesis;
  levels(features: FeatureTable): Levels;
}

/** Queries behind every number that comes from the feature table. */
export const SONG_QUERIES: readonly string[] = [...SONG_RECORD_QUERIES, ...FEATURE_CONTEXT_QUERIES];

/**
 * Mean popularity (or whatever the hypothesis explains) of each level, crude and adjusted for the hypothesis's
 * confounders, over the same songs. Exploratory: no level is tested on its own. Levels with fewer than ten songs are left out.
 *
 * @returns null where the data do not suffice
 */
export function levelTable(
  spec: LevelTableSpec,
  context: AnalysisContext,
): {
  readonly table: DataTable;
  readonly test: TestResult | null;
  readonly comparison: Comparison;
} | null {
  const comparison = collect(context.features, spec.hypothesis);
  if ('needed' in comparison) return null;
  const levels = spec.levels(context.features);
  const codes = withoutSparse(levels.codes, comparison.rows);
  const clusters = clustersOf(context.features, comparison.rows, comparison.source);
  const { means, test } = adjustedMeans(comparison, codes, clusters);
  if (means.length < 2) return null;
  const rows = means.map(({ level, n, crude, mean, ci }) => [
    levels.labels[level] ?? '',
    levels.positions?.[level] ?? level,
    n,
    crude,
    mean,
    ci?.low ?? null,
    ci?.high ?? null,
  ]);
  return { table: tableOf(spec, rows, comparison.source), test, comparison };
}

function tableOf(spec: LevelTableSpec, rows: DataTable['rows'], source: string): DataTable {
  return {
    id: spec.id,
    title: spec.title,
    grain: spec.grain,
    queries: SONG_QUERIES,
    sources: [source],
    columns: [
      { id: 'label', title: spec.heading, unit: 'text' },
      { id: 'position', title: 'Position', unit: spec.positionUnit ?? 'rank' },
      { id: 'n', title: 'Songs', unit: 'songs' },
      { id: 'crude', title: 'Plain mean', unit: 'points' },
      { id: 'mean', title: 'Adjusted mean', unit: 'points' },
      { id: 'low', title: 'From', unit: 'points' },
      { id: 'high', title: 'To', unit: 'points' },
    ],
    rows,
  };
}

function withoutSparse(codes: Int32Array, rows: Int32Array): Int32Array {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(codes[row] ?? -1, (counts.get(codes[row] ?? -1) ?? 0) + 1);
  return codes.map((code) => ((counts.get(code) ?? 0) >= MIN_PER_SIDE ? code : -1));
}
