import type { Finding } from '../../domain/finding.js';
import type { DataTable } from '../../domain/table.js';
import type { Interval } from '../../domain/testResult.js';
import { leastSquares, type Coefficient, type Term } from '../../stats/leastSquares.js';
import { meanInterval } from '../../stats/meanInterval.js';
import { moments } from '../../stats/moments.js';
import type { ArtistMetric } from '../../store/queries/artistMetrics.js';
import type { ArtistTopTag } from '../../store/queries/artistTopTags.js';
import { standardisedSlope } from '../adjusted/effectSize.js';
import { percentOf } from '../adjusted/percentOf.js';
import type { AnalysisContext } from '../analysis.js';
import { hypothesis } from '../hypotheses.js';
import { makeFinding, notEnoughData } from '../makeFinding.js';

/** An artist with fewer listeners has a rate of plays that rests on too few of them. */
export const MIN_LISTENERS = 10;
const MIN_ARTISTS = 30;
const BINS = 10;
/** A leading tag of fewer artists is pooled with the other rare ones. */
const MIN_TAGGED = 20;
const RARE_TAGS = 'rarer tags';
const NO_TAG = 'no tag';

const CAVEATS = [
  'Plays per listener are geometric means over the listeners, so that a few very active ones do not decide.',
  'A user’s list may be cut to the artists played most, which leaves out the listeners who hardly play an artist.',
  'Users are shared between artists; the interval takes artists as independent.',
];

interface ArtistReach {
  readonly id: string;
  readonly listeners: number;
  /**
   * Geometric mean over the listeners. Plays are so skewed that a plain mean is lower the fewer listeners it is
   * taken over (most draws miss the rare heavy listener), which alone would look like loyalty to large artists.
   */
  readonly playsPerListener: number;
}

/**
 * Answers `artists.loyalty`: how plays per listener change with ten times the listeners, by least squares over artists on
 * the log scale, adjusted for the artist's leading tag.
 */
export function loyaltyFinding(
  metrics: readonly ArtistMetric[],
  topTags: readonly ArtistTopTag[],
  context: AnalysisContext,
): Finding {
  const declared = hypothesis('artists.loyalty');
  const spec = {
    id: declared.id,
    section: declared.section,
    label: declared.label,
    kind: 'confirmatory',
    unit: declared.unit,
    nUnit: 'artists',
    hypothesis: declared.id,
    smallestEffect: declared.smallestEffect,
    queries: ['artist-metrics', 'artist-top-tags'],
  } as const;
  const { source, artists } = largestSource(metrics);
  if (source === null || artists.length < MIN_ARTISTS) {
    return notEnoughData(spec, artists.length, MIN_ARTISTS);
  }
  const base = {
    ...spec,
    n: artists.length,
    sources: [source],
    asOf: context.asOf(source),
    caveats: CAVEATS,
  };
  const tags = tagTerm(artists, topTags, source);
  const crude = slope(artists, []);
  const adjusted = tags === null ? crude : slope(artists, [tags]);
  if (!Number.isFinite(adjusted.coefficient.se)) {
    return makeFinding({ ...base, note: 'not enough data: all artists have as many listeners' });
  }
  const { coefficient, method } = adjusted;
  const x = moments(artists.map((artist) => Math.log10(artist.listeners)));
  const y = moments(artists.map((artist) => Math.log10(artist.playsPerListener)));
  return makeFinding({
    ...base,
    estimate: percentOf(coefficient.estimate),
    ci: mapped(coefficient.ci),
    crude:
      tags === null
        ? null
        : { estimate: percentOf(crude.coefficient.estimate), ci: mapped(crude.coefficient.ci) },
    adjustedFor: tags === null ? [] : ['top_tag'],
    test: {
      method,
      statistic: { name: 't', value: coefficient.t },
      df: coefficient.df,
      p: coefficient.p,
      pAdjusted: null,
    },
    effect: standardisedSlope(coefficient.estimate, coefficient.ci, {
      exposure: Math.sqrt(x.variance),
      outcome: Math.sqrt(y.variance),
    }),
  });
}

function largestSource(metrics: readonly ArtistMetric[]): {
  readonly source: string | null;
  readonly artists: readonly ArtistReach[];
} {
  const bySource = new Map<string, ArtistReach[]>();
  for (const row of metrics) {
    if (row.metric !== 'plays' || row.items < MIN_LISTENERS || row.mean_log === null) continue;
    const list = bySource.get(row.source) ?? [];
    list.push({
      id: row.artist_id,
      listeners: row.items,
      playsPerListener: Math.exp(row.mean_log),
    });
    bySource.set(row.source, list);
  }
  const [best] = [...bySource].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  return best ? { source: best[0], artists: best[1] } : { source: null, artists: [] };
}

function tagTerm(
  artists: readonly ArtistReach[],
  topTags: readonly ArtistTopTag[],
  source: string,
): Term | null {
  const tagOf = new Map(
    topTags.filter((row) => row.source === source).map((row) => [row.artist_id, row.tag]),
  );
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

function slope(
  artists: readonly ArtistReach[],
  confounders: readonly Term[],
): { readonly coefficient: Coefficient; readonly method: string } {
  const fit = leastSquares({
    outcome: artists.map((artist) => Math.log10(artist.playsPerListener)),
    terms: [
      {
        kind: 'number',
        name: 'log10_listeners',
        values: artists.map((artist) => Math.log10(artist.listeners)),
      },
      ...confounders,
    ],
    errors: 'HC1',
  });
  return { coefficient: fit.coefficient('log10_listeners'), method: fit.method };
}

function mapped(ci: Interval): Interval {
  return { low: percentOf(ci.low), high: percentOf(ci.high), level: ci.level };
}

/** Tenths of the artists by listeners: geometric mean of plays per listener in each, with its interval. */
export function loyaltyTable(metrics: readonly ArtistMetric[]): DataTable | null {
  const { source, artists } = largestSource(metrics);
  if (source === null || artists.length < MIN_ARTISTS) return null;
  const sorted = [...artists].sort((a, b) => a.listeners - b.listeners || (a.id < b.id ? -1 : 1));
  const bins = Math.min(BINS, Math.floor(sorted.length / (MIN_ARTISTS / 3)));
  const rows = Array.from({ length: bins }, (_, bin) => {
    const from = Math.floor((bin * sorted.length) / bins);
    const part = sorted.slice(from, Math.floor(((bin + 1) * sorted.length) / bins));
    const x = moments(part.map((artist) => Math.log(artist.listeners)));
    const y = meanInterval(part.map((artist) => Math.log(artist.playsPerListener)));
    return [
      Math.exp(x.mean),
      Math.exp(y.estimate),
      y.ci && Math.exp(y.ci.low),
      y.ci && Math.exp(y.ci.high),
      part.length,
    ];
  });
  return {
    id: 'artists.loyalty',
    title: 'Plays per listener by number of listeners',
    grain: 'One row per tenth of the artists',
    queries: ['artist-metrics'],
    sources: [source],
    columns: [
      { id: 'listeners', title: 'Listeners', unit: 'listeners' },
      { id: 'plays_per_listener', title: 'Plays per listener', unit: 'plays-per-listener' },
      { id: 'low', title: 'From', unit: 'plays-per-listener' },
      { id: 'high', title: 'To', unit: 'plays-per-listener' },
      { id: 'artists', title: 'Artists', unit: 'artists' },
    ],
    rows,
  };
}
