import type { Finding } from '../../domain/finding.js';
import type { ArtistTopTag } from '../../store/queries/artistTopTags.js';
import type { UpperHalfListening } from '../../store/queries/upperHalfListening.js';
import type { AnalysisContext } from '../analysis.js';
import { hypothesis } from '../hypotheses.js';
import { makeFinding, notEnoughData, type FindingSpec } from '../makeFinding.js';
import { fitLoyalty, MIN_ARTISTS, reachOf, type ArtistReach } from './loyaltyFit.js';

export const LOYALTY = 'artists.loyalty';
export const UPPER_HALF = 'artists.loyalty.upper-half';

const TYPICAL =
  'Plays per listener are geometric means over the listeners, so that a few very active ones do not decide.';
const SHARED_USERS = 'Users are shared between artists; the interval takes artists as independent.';

/** How many heard an artist, and the mean logarithm of how often each did. */
export interface ArtistListening {
  readonly source: string;
  readonly id: string;
  readonly listeners: number;
  readonly meanLog: number | null;
}

/** The artists heard by enough users of the one source that observed most artists. */
export interface Heard {
  readonly source: string | null;
  readonly artists: readonly ArtistReach[];
}

/** The artists of a listening source that have enough listeners. */
export function heardArtists(rows: readonly ArtistListening[], source: string | null): Heard {
  return { source, artists: reachOf(rows.filter((row) => row.source === source)) };
}

/** Answers `artists.loyalty`: how typical plays per listener differ with ten times the listeners. */
export function loyaltyFinding(
  { source, artists }: Heard,
  topTags: readonly ArtistTopTag[],
  context: AnalysisContext,
): Finding {
  const declared = hypothesis(LOYALTY);
  const spec = {
    ...specOf(),
    id: declared.id,
    label: declared.label,
    kind: 'confirmatory',
    hypothesis: declared.id,
    queries: ['artist-metrics', 'artist-top-tags'],
  } as const;
  if (source === null || artists.length < MIN_ARTISTS) {
    return notEnoughData(spec, artists.length, MIN_ARTISTS);
  }
  const caveats = [
    ...(declared.limit === undefined ? [] : [declared.limit]),
    TYPICAL,
    SHARED_USERS,
  ];
  return fitted({ ...spec, ...placed(source, artists, context), caveats }, artists, topTags);
}

/**
 * The same comparison once more with each user's list cut to its more played half. Lists that hold only the most
 * played artists hide what lies below; how far a second cut moves the figure shows what the first may have done.
 * Nothing where too few artists are left or the comparison itself could not be made.
 */
export function upperHalfFinding(
  { source, artists }: Heard,
  rows: readonly UpperHalfListening[],
  topTags: readonly ArtistTopTag[],
  context: AnalysisContext,
): readonly Finding[] {
  const half = reachOf(
    rows.map((row) => ({ id: row.artist_id, listeners: row.listeners, meanLog: row.mean_log })),
  );
  if (source === null || artists.length < MIN_ARTISTS || half.length < MIN_ARTISTS) return [];
  const spec = {
    ...specOf(),
    ...placed(source, half, context),
    id: UPPER_HALF,
    label: `${hypothesis(LOYALTY).label}, each user’s list cut to its more played half`,
    kind: 'exploratory',
    queries: ['upper-half-listening', 'artist-top-tags'],
    caveats: [TYPICAL, SHARED_USERS],
  } as const;
  return [fitted(spec, half, topTags)];
}

function specOf(): Pick<Finding, 'section' | 'unit' | 'nUnit' | 'smallestEffect'> {
  const { section, unit, smallestEffect } = hypothesis(LOYALTY);
  return { section, unit, smallestEffect, nUnit: 'artists' };
}

function placed(
  source: string,
  artists: readonly ArtistReach[],
  context: AnalysisContext,
): Pick<Finding, 'n' | 'sources' | 'asOf'> {
  return { n: artists.length, sources: [source], asOf: context.asOf(source) };
}

function fitted(
  spec: FindingSpec,
  artists: readonly ArtistReach[],
  topTags: readonly ArtistTopTag[],
): Finding {
  const own = topTags.filter((row) => row.source === spec.sources[0]);
  const fit = fitLoyalty(artists, own);
  if (fit === null) {
    return makeFinding({ ...spec, note: 'not enough data: all artists have as many listeners' });
  }
  return makeFinding({ ...spec, ...fit, adjustedFor: fit.crude === null ? [] : ['top_tag'] });
}
