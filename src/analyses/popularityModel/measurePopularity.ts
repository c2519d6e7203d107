import type { Finding } from '../../domain/finding.js';
import type { PopularityResult } from '../../models/popularity/popularityResult.js';
import type { AnalysisContext, Measured } from '../analysis.js';
import { makeFinding } from '../makeFinding.js';
import { believedEvaluations, refusalsOf } from './believed.js';
import { explainFindings } from './explainFindings.js';
import { explainTables } from './explainTables.js';
import { recipeTables } from './recipeTables.js';
import { NAIVE } from './modelNames.js';
import { baseOf } from './popularityBase.js';
import { scoreFindings } from './scoreFindings.js';
import { scoreTables } from './scoreTables.js';

/** Findings and tables of the section, from the result of the study; scores whose audit failed are in none of them. */
export function measurePopularity(result: PopularityResult, context: AnalysisContext): Measured {
  return {
    findings: [
      ...sizeFindings(result, context),
      ...auditFindings(result, context),
      ...goalFindings(result, context),
      ...scoreFindings(result, context),
      ...explainFindings(result, context),
    ],
    tables: [...scoreTables(result), ...recipeTables(result), ...explainTables(result)],
  };
}

/** Songs of each task with the spread of what is predicted; where nothing could be judged, why. */
function sizeFindings(result: PopularityResult, context: AnalysisContext): Finding[] {
  const [first] = result.tasks;
  const judged = result.evaluations.length > 0;
  return [
    makeFinding({
      ...baseOf(first ?? null, context),
      id: 'models.songs',
      label: 'songs whose popularity was predicted',
      unit: 'songs',
      estimate: judged && first ? first.rows : null,
      note: judged ? null : (result.note ?? 'not enough data: n = 0'),
      n: first?.available ?? 0,
    }),
  ];
}

function auditFindings(result: PopularityResult, context: AnalysisContext): Finding[] {
  const audits = result.audits.filter(({ split }) => split !== NAIVE);
  if (audits.length === 0) return [];
  const spec = { ...baseOf(null, context), unit: 'count', n: audits.length } as const;
  return [
    makeFinding({
      ...spec,
      id: 'models.audits',
      label: 'audits for leaks, one per columns and split',
      estimate: audits.length,
      nUnit: 'count',
    }),
    makeFinding({
      ...spec,
      id: 'models.failed',
      label: 'failed checks for leaks',
      estimate: refusalsOf(result).length,
      nUnit: 'count',
    }),
  ];
}

/** How many of the goals that were set for these data are met. */
function goalFindings(result: PopularityResult, context: AnalysisContext): Finding[] {
  const judged = believedEvaluations(result).filter(({ met }) => met !== null);
  if (judged.length === 0) return [];
  const spec = {
    ...baseOf(null, context),
    unit: 'count',
    n: judged.length,
    nUnit: 'count',
  } as const;
  return [
    makeFinding({
      ...spec,
      id: 'models.goals',
      label: 'goals set beforehand',
      estimate: judged.length,
    }),
    makeFinding({
      ...spec,
      id: 'models.goals-met',
      label: 'goals set beforehand that are met',
      estimate: judged.filter(({ met }) => met === true).length,
    }),
  ];
}
