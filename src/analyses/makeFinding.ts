import type { Finding, SectionId } from '../domain/finding.js';
import type { Unit } from '../domain/unit.js';

type Required = 'id' | 'section' | 'label' | 'unit' | 'n' | 'nUnit' | 'queries' | 'sources';

/** A finding with only what differs from a plain description. */
export type FindingSpec = Pick<Finding, Required> & Partial<Omit<Finding, Required>>;

/**
 * Completes a finding: descriptive, unadjusted, without a test, unless the spec says otherwise.
 *
 * @example
 * makeFinding({ id: 'data.songs', section: 'data', label: 'songs in the store', estimate: 3, unit: 'songs',
 *   n: 3, nUnit: 'songs', queries: ['row-counts'], sources: ['sample'] });
 */
export function makeFinding(spec: FindingSpec): Finding {
  return {
    kind: 'descriptive',
    estimate: null,
    ci: null,
    crude: null,
    withinArtist: null,
    adjustedFor: [],
    clusteredBy: null,
    test: null,
    effect: null,
    hypothesis: null,
    smallestEffect: null,
    verdict: null,
    asOf: null,
    caveats: [],
    note: null,
    ...spec,
  };
}

/** A finding that could not be measured, with the reason the report prints. */
export function notEnoughData(
  spec: {
    id: string;
    section: SectionId;
    label: string;
    unit: Unit;
    nUnit: Unit;
  } & Partial<Finding>,
  n: number,
  needed: number,
): Finding {
  return makeFinding({
    queries: [],
    sources: [],
    ...spec,
    n,
    estimate: null,
    note: `not enough data: n = ${n}, needed ${needed}`,
  });
}
