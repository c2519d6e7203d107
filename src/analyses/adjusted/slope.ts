import type { FindingTest } from '../../domain/finding.js';
import type { Interval } from '../../domain/testResult.js';
import type { DeclaredHypothesis } from '../hypotheses/declaredHypothesis.js';
import type { Clusters } from './clusters.js';
import type { ExposureFit } from './fitExposure.js';
import { percentOf } from './percentOf.js';

/** From the scale of the model to the unit of the finding: log differences are shown in percent. */
export function scaleOf({ measure }: DeclaredHypothesis): (value: number) => number {
  return measure === 'relative-difference' ? percentOf : (value) => value;
}

/** The interval on another scale. */
export function mapInterval(ci: Interval, map: (value: number) => number): Interval {
  return { low: map(ci.low), high: map(ci.high), level: ci.level };
}

/** The t test of a fitted difference, with what it takes as independent. */
export function testOf(fit: ExposureFit, clusters: Clusters): FindingTest {
  return {
    method: `${fit.method}, ${clusterText(clusters)}`,
    statistic: { name: 't', value: fit.t },
    df: fit.df,
    p: fit.p,
    pAdjusted: null,
  };
}

/** How a test's method names its clusters. */
export function clusterText(clusters: Clusters): string {
  return clusters.by === null ? 'every song on its own' : `clusters: ${clusters.by}`;
}
