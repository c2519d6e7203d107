import type { Finding, FindingTest } from '../../domain/finding.js';
import type { TestResult } from '../../domain/testResult.js';
import type { AnalysisContext, Measured } from '../analysis.js';
import { levelTable, SONG_QUERIES, type LevelTableSpec } from '../adjusted/levelTable.js';
import { hypothesis } from '../hypotheses.js';
import { makeFinding } from '../makeFinding.js';
import { durationLevels, monthLevels, periodLevels, weekdayLevels } from './levels.js';

interface CurveSpec extends LevelTableSpec {
  /** Label of the finding on how far the levels lie apart. */
  readonly spread: string;
}

/** The curves of the section. To add one: an entry here. */
const CURVES: readonly CurveSpec[] = [
  {
    id: 'content.months',
    spread: 'difference in popularity between the best and the worst month of release',
    title: 'Popularity by month of release',
    heading: 'Month',
    grain: 'One row per month of release',
    hypothesis: hypothesis('content.fourth_quarter'),
    levels: monthLevels,
  },
  {
    id: 'content.weekdays',
    spread: 'difference in popularity between the best and the worst weekday of release',
    title: 'Popularity by weekday of release',
    heading: 'Weekday',
    grain: 'One row per weekday of release',
    hypothesis: hypothesis('content.friday'),
    levels: weekdayLevels,
  },
  {
    id: 'content.lengths',
    spread: 'difference in popularity between the best and the worst range of length',
    title: 'Popularity by length',
    heading: 'Length (minutes)',
    grain: 'One row per half minute of length',
    positionUnit: 'minutes',
    hypothesis: hypothesis('content.duration'),
    levels: durationLevels,
  },
  {
    id: 'content.periods',
    spread: 'difference in popularity between the best and the worst period of release',
    title: 'Popularity by period of release',
    heading: 'Released',
    grain: 'One row per period of release: a year, or five years before 2010',
    positionUnit: 'year',
    hypothesis: hypothesis('content.age'),
    levels: periodLevels,
  },
];

/** Popularity by month, weekday, length and period of release, each crude and adjusted, with one joint test. */
export function contentTables(context: AnalysisContext): Measured {
  const measured = CURVES.flatMap((spec) => {
    const found = levelTable(spec, context);
    return found ? [{ table: found.table, finding: spreadFinding(spec, found, context) }] : [];
  });
  return { findings: measured.map((one) => one.finding), tables: measured.map((one) => one.table) };
}

/** How far the adjusted means of the levels lie apart, with the joint test that they are alike. Exploratory. */
function spreadFinding(
  spec: CurveSpec,
  found: NonNullable<ReturnType<typeof levelTable>>,
  context: AnalysisContext,
): Finding {
  const means = found.table.rows.map((row) => Number(row[4]));
  const { test, comparison } = found;
  return makeFinding({
    id: `${spec.id}_spread`,
    section: 'content',
    label: spec.spread,
    kind: 'exploratory',
    unit: 'points',
    estimate: Math.max(...means) - Math.min(...means),
    n: found.table.rows.reduce((sum, row) => sum + Number(row[2]), 0),
    nUnit: 'songs',
    adjustedFor: comparison.confounders.map((item) => item.id),
    test: test && Number.isFinite(test.p) ? testOf(test) : null,
    queries: SONG_QUERIES,
    sources: [comparison.source],
    asOf: context.asOf(comparison.source),
    caveats: [
      'The best and the worst were picked after looking, so the spread is larger than it would be in new data.',
    ],
  });
}

function testOf({ method, statistic, df, p }: TestResult): FindingTest {
  return { method, statistic, df, p, pAdjusted: null };
}
