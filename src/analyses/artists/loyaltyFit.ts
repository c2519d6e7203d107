import type { Estimate, FindingTest } from '../../domain/finding.js';
import type { EffectSize, Interval } from '../../domain/testResult.js';
import { leastSquares, type LeastSquaresFit, type Term } from '../../stats/leastSquares.js';
import { moments } from '../../stats/moments.js';
import type { ArtistTopTag } from '../../store/queries/artistTopTags.js';
import { standardisedSlope } from '../adjusted/effectSize.js';
import { percentOf } from '../adjusted/percentOf.js';

/** An artist with fewer listeners has a rate of plays that rests on too few of them. */
export const MIN_LISTENERS = 10;
export const MIN_ARTISTS = 30;
/** A leading tag of fewer artists is pooled with the other rare ones. */
const MIN_TAGGED = 20;
const RARE_TAGS = 'rarer tags';
const NO_TAG = 'no tag';

/** How widely and how much one artist is heard. */
export interface ArtistReach {
  readonly id: string;
  readonly listeners: number;
  /**
   * Geometric mean over the listeners. Plays are so skewed that a plain mean is lower the fewer listeners it is
   * taken over (most draws miss the rare heavy listener), which alone would look like loyalty to large artists.
   */
  readonly playsPerListener: number;
}

/** How typical plays per listener change with ten times the listeners, in percent. */
export interface LoyaltyFit {
  readonly estimate: number;
  readonly ci: Interval;
  /** Without the tags; null where tags are too few to be held constant. */
  readonly crude: Estimate | null;
  readonly test: FindingTest;
  readonly effect: EffectSize | null;
}

/** Artists with enough listeners, from their number of listeners and the mean natural logarithm of the plays. */
export function reachOf(
  rows: Iterable<{
    readonly id: string;
    readonly listeners: number;
    readonly meanLog: number | null;
  }>,
): readonly ArtistReach[] {
  return [...rows].flatMap(({ id, listeners, meanLog }) =>
    meanLog === null || listeners < MIN_LISTENERS
      ? []
      : [{ id, listeners, playsPerListener: Math.exp(meanLog) }],
  );
}

/**
 * Least squares over artists on the log scale, with the artist's leading tag held constant.
 *
 * @param topTags of the source of the listens
 * @returns null where all artists have as many listeners
 */
export function fitLoyalty(
  artists: readonly ArtistReach[],
  topTags: readonly ArtistTopTag[],
): LoyaltyFit | null {
  const tags = tagTerm(artists, topTags);
  const crude = fitOf(artists, []);
  const adjusted = tags === null ? crude : fitOf(artists, [tags]);
  const { estimate, ci, se, t, df, p } = adjusted.coefficient(LISTENERS);
  if (!Number.isFinite(se)) return null;
  const plain = crude.coefficient(LISTENERS);
  const sd = (of: (artist: ArtistReach) => number): number =>
    Math.sqrt(moments(artists.map((artist) => Math.log10(of(artist)))).variance);
  return {
    estimate: percentOf(estimate),
    ci: mapped(ci),
    crude: tags === null ? null : { estimate: percentOf(plain.estimate), ci: mapped(plain.ci) },
    test: {
      method: adjusted.method,
      statistic: { name: 't', value: t },
      df,
      p,
      pAdjusted: null,
    },
    effect: standardisedSlope(estimate, ci, {
      exposure: sd((artist) => artist.listeners),
      outcome: sd((artist) => artist.playsPerListener),
    }),
  };
}

const LISTENERS = 'log10_listeners';

function fitOf(artists: readonly ArtistReach[], confounders: readonly Term[]): LeastSquaresFit {
  const listeners = artists.map((artist) => Math.log10(artist.listeners));
  return leastSquares({
    outcome: artists.map((artist) => Math.log10(artist.playsPerListener)),
    terms: [{ kind: 'number', name: LISTENERS, values: listeners }, ...confounders],
    errors: 'HC1',
  });
}

function tagTerm(artists: readonly ArtistReach[], topTags: readonly ArtistTopTag[]): Term | null {
  const tagOf = new Map(topTags.map((row) => [row.artist_id, row.tag]));
  const counts = new Map<string, number>();
  for (const { id } of artists) {
    const tag = tagOf.get(id);
    if (tag !== undefined) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  const frequent = [...counts].filter(([, count]) => count >= MIN_TAGGED).map(([tag]) => tag);
  if (frequent.length < 2) return null;
  const levels = [...frequent.sort(), RARE_TAGS, NO_TAG];
  const codes = Int32Array.from(artists, ({ id }) => {
    const tag = tagOf.get(id);
    if (tag === undefined) return levels.indexOf(NO_TAG);
    return counts.get(tag)! >= MIN_TAGGED ? levels.indexOf(tag) : levels.indexOf(RARE_TAGS);
  });
  return { kind: 'category', name: 'top_tag', codes, levels };
}

function mapped(ci: Interval): Interval {
  return { low: percentOf(ci.low), high: percentOf(ci.high), level: ci.level };
}
