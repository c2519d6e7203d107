import type { Finding } from '../../domain/finding.js';
import type { EffectSize } from '../../domain/testResult.js';
import { FEATURE_CONTEXT_QUERIES } from '../../features/featureContext.js';
import { SONG_RECORD_QUERIES } from '../../store/queries/songRecords.js';
import { gather } from '../../stats/gather.js';
import type { AnalysisContext } from '../analysis.js';
import type { DeclaredHypothesis } from '../hypotheses/declaredHypothesis.js';
import { makeFinding, notEnoughData, type FindingSpec } from '../makeFinding.js';
import type { Answer } from './answer.js';
import { caveatsOf } from './caveats.js';
import { clustersOf, denseCodes, type Clusters } from './clusters.js';
import { collect, MIN_SONGS, type Comparison } from './comparison.js';
import { standardisedDifference, standardisedSlope, correlationSize } from './effectSize.js';
import { driverOf } from './driver.js';
import { fitExposure, type ExposureFit } from './fitExposure.js';
import { rankCorrelation } from './rankCorrelation.js';
import { clusterText, mapInterval, scaleOf, testOf } from './slope.js';
import { momentsOf } from './stepValues.js';
import { varianceShare } from './varianceShare.js';
import { withWithinArtist } from './withinArtist.js';

/**
 * Answers a declared hypothesis from the feature table: the crude estimate and the one adjusted for the declared
 * confounders, over the same songs, with intervals that respect clusters. Pure; no adjusted p value, no verdict.
 *
 * Confounders that the data do not hold are left out and named in the caveats.
 *
 * @returns a finding; without an estimate where the data do not suffice
 * @example
 * const finding = measureHypothesis(hypothesis('content.explicit'), context);
 */
export function measureHypothesis(
  hypothesis: DeclaredHypothesis,
  context: AnalysisContext,
): Finding {
  const comparison = collect(context.features, hypothesis);
  if ('needed' in comparison)
    return notEnoughData(blankSpec(hypothesis), comparison.n, comparison.needed);
  const clusters = clustersOf(
    context.features,
    comparison.rows,
    comparison.source,
    hypothesis.exposure,
  );
  const answer = answerOf(hypothesis, comparison, clusters, context.seed);
  if (answer === null) {
    return makeFinding({
      ...baseSpec(hypothesis, comparison, context),
      n: comparison.rows.length,
      note: `not enough data: the exposure does not vary among songs that are alike in everything adjusted for (n = ${comparison.rows.length})`,
    });
  }
  return makeFinding({
    ...baseSpec(hypothesis, comparison, context),
    estimate: answer.estimate,
    ci: answer.ci,
    crude: answer.crude,
    n: answer.n,
    test: answer.test,
    effect: answer.effect,
    clusteredBy: clusters.by,
    adjustedFor: comparison.confounders.map((item) => item.id),
    caveats: caveatsOf(hypothesis, comparison, clusters, answer, context),
  });
}

/**
 * Answers each hypothesis as {@link measureHypothesis} does, and checks each answer among the songs of one artist (see
 * {@link withWithinArtist}): its findings follow the answer.
 */
export function measureHypotheses(
  list: readonly DeclaredHypothesis[],
  context: AnalysisContext,
): readonly Finding[] {
  return list.flatMap((one) => withWithinArtist(one, measureHypothesis(one, context), context));
}

function blankSpec(hypothesis: DeclaredHypothesis): Omit<FindingSpec, 'n' | 'queries' | 'sources'> {
  const { id, section, label, unit, smallestEffect } = hypothesis;
  return {
    id,
    section,
    label,
    unit,
    smallestEffect,
    nUnit: 'songs',
    kind: 'confirmatory',
    hypothesis: id,
  };
}

function baseSpec(
  hypothesis: DeclaredHypothesis,
  { source }: Comparison,
  context: AnalysisContext,
): Omit<FindingSpec, 'n'> {
  const sources = source === ANY_SOURCE ? context.sources.map((stamp) => stamp.source) : [source];
  return {
    ...blankSpec(hypothesis),
    queries: [...SONG_RECORD_QUERIES, ...FEATURE_CONTEXT_QUERIES],
    sources,
    asOf: source === ANY_SOURCE ? null : context.asOf(source),
  };
}

function answerOf(
  hypothesis: DeclaredHypothesis,
  comparison: Comparison,
  clusters: Clusters,
  seed: number,
): Answer | null {
  switch (hypothesis.measure) {
    case 'correlation':
      return correlationAnswer(comparison, clusters);
    case 'variance-share':
      return varianceShare(comparison, clusters, seed);
    case 'difference':
    case 'relative-difference':
      return slopeAnswer(hypothesis, comparison, clusters);
  }
}

function slopeAnswer(
  hypothesis: DeclaredHypothesis,
  comparison: Comparison,
  clusters: Clusters,
): Answer | null {
  const adjusted = fitExposure(comparison, comparison.confounders, clusters);
  if (adjusted === null) return null;
  const crude = comparison.confounders.length === 0 ? null : fitExposure(comparison, [], clusters);
  const shown = scaleOf(hypothesis);
  return {
    estimate: shown(adjusted.estimate),
    ci: mapInterval(adjusted.ci, shown),
    crude: crude && { estimate: shown(crude.estimate), ci: mapInterval(crude.ci, shown) },
    n: comparison.rows.length,
    test: testOf(adjusted, clusters),
    effect: effectOf(hypothesis, comparison, adjusted),
    driver: crude && driverOf(comparison, crude.estimate, adjusted.estimate),
  };
}

function effectOf(
  hypothesis: DeclaredHypothesis,
  comparison: Comparison,
  fit: ExposureFit,
): EffectSize | null {
  if (hypothesis.step === 'contrast')
    return standardisedDifference(fit.estimate, fit.ci, fit.residualSd);
  return standardisedSlope(fit.estimate, fit.ci, {
    exposure: momentsOf(comparison.exposure, comparison.rows).sd,
    outcome: momentsOf(comparison.outcome, comparison.rows).sd,
  });
}

function correlationAnswer(comparison: Comparison, clusters: Clusters): Answer | null {
  const { rows, outcome, exposure, confounders } = comparison;
  const [x, y] = [gather(exposure, rows), gather(outcome, rows)];
  const group = confounders.find((item) => item.kind === 'category');
  const groups = group?.kind === 'category' ? denseCodes(rows, group.codes).codes : null;
  const crude = rankCorrelation(x, y, null, clusters.codes);
  const adjusted = groups ? rankCorrelation(x, y, groups, clusters.codes) : crude;
  if (!adjusted || adjusted.n < MIN_SONGS) return null;
  return {
    estimate: adjusted.estimate,
    ci: adjusted.ci,
    crude: groups && crude ? { estimate: crude.estimate, ci: crude.ci } : null,
    n: adjusted.n,
    test: {
      method: `Spearman rank correlation${groups ? ' within artists' : ''}, influence-function error, ${clusterText(clusters)}`,
      statistic: { name: 't', value: adjusted.t },
      df: adjusted.df,
      p: adjusted.p,
      pAdjusted: null,
    },
    effect: correlationSize(adjusted.estimate, adjusted.ci),
    driver: null,
  };
}

/** Stands for "no source of its own" where an outcome is a feature and no source observed streams. */
export const ANY_SOURCE = 'store';
