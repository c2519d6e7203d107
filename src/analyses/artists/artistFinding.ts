import type { Finding } from '../../domain/finding.js';
import type { AnalysisContext } from '../analysis.js';
import { makeFinding, type FindingSpec } from '../makeFinding.js';

/** A finding of the artists section. */
export function artistFinding(spec: Omit<FindingSpec, 'section'>): Finding {
  return makeFinding({ section: 'artists', ...spec });
}

/** What the sources are a sample of. */
export function selectionOf(sources: readonly string[], context: AnalysisContext): string[] {
  return context.sources
    .filter((stamp) => sources.includes(stamp.source))
    .map((stamp) => stamp.selection);
}
