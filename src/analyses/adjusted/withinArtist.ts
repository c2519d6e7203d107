import type { Finding } from '../../domain/finding.js';
import type { Unit } from '../../domain/unit.js';
import type { AnalysisContext } from '../analysis.js';
import type { DeclaredHypothesis } from '../hypotheses/declaredHypothesis.js';
import { makeFinding } from '../makeFinding.js';
import { clustersOf } from './clusters.js';
import { collect, MIN_SONGS, type Comparison } from './comparison.js';
import { confounder, isKnown } from './confounders.js';
import { fitExposure } from './fitExposure.js';
import { mapInterval, scaleOf, testOf } from './slope.js';
import { withinArtistCaveats } from './weakerWithinArtist.js';

/** Fewer artists than this say nothing about artists. */
const MIN_ARTISTS = 10;

/**
 * Sensitivity of a measured difference to who the artists are: the same comparison among the songs of one artist, with the
 * artist as a fixed effect beside the declared confounders. Only artists whose songs differ in the exposure contribute, so
 * only their songs are counted. Exploratory: the verdict rests on the declared comparison.
 *
 * @param main the answer to the hypothesis
 * @returns the answer with its `withinArtist`, followed by the estimate and the number of artists as findings of their own; the answer
 *   alone where most artists are unknown, too few contribute, or the artist is held constant anyway
 * @example
 * const findings = withWithinArtist(declared, measureHypothesis(declared, context), context);
 */
export function withWithinArtist(
  declared: DeclaredHypothesis,
  main: Finding,
  context: AnalysisContext,
): readonly Finding[] {
  const found = main.estimate === null ? null : measure(declared, main, context);
  if (found === null) return [main];
  const [estimate] = found;
  const withinArtist = { finding: estimate.id, estimate: estimate.estimate, ci: estimate.ci };
  const checked = { ...main, withinArtist };
  return [{ ...checked, caveats: [...main.caveats, ...withinArtistCaveats(checked)] }, ...found];
}

type Measured = Finding & { readonly estimate: number };

/** The comparison with the artist held constant, and what of it contributes. */
interface Within {
  readonly comparison: Comparison;
  readonly songs: number;
  readonly artists: number;
}

function measure(
  declared: DeclaredHypothesis,
  main: Finding,
  context: AnalysisContext,
): readonly [Measured, Finding] | null {
  const within = comparisonWithin(declared, main, context);
  if (within === null) return null;
  const { rows, source, confounders } = within.comparison;
  const clusters = clustersOf(context.features, rows, source, declared.exposure);
  const fit = fitExposure(within.comparison, confounders, clusters);
  if (fit === null) return null;
  const shown = scaleOf(declared);
  const estimate = makeFinding({
    ...specOf(declared, main, within),
    id: `${declared.id}.within_artist`,
    label: `${declared.label}, among the songs of one artist (sensitivity)`,
    unit: main.unit,
    smallestEffect: main.smallestEffect,
    kind: 'exploratory',
    estimate: shown(fit.estimate),
    ci: mapInterval(fit.ci, shown),
    adjustedFor: confounders.map((item) => item.id),
    clusteredBy: clusters.by,
    test: testOf(fit, clusters),
    caveats: [CONTRIBUTING],
  });
  return [estimate as Measured, artistsFinding(declared, main, within)];
}

const CONTRIBUTING =
  'Only artists whose songs differ in what is compared contribute, and only their songs are counted; other songs help to hold the rest constant.';

function specOf(declared: DeclaredHypothesis, main: Finding, { songs }: Within) {
  const { section, queries, sources, asOf } = main;
  const nUnit: Unit = 'songs';
  return { section, queries, sources, asOf, nUnit, hypothesis: declared.id, n: songs };
}

function artistsFinding(declared: DeclaredHypothesis, main: Finding, within: Within): Finding {
  return makeFinding({
    ...specOf(declared, main, within),
    id: `${declared.id}.within_artist.artists`,
    label: `artists whose songs are compared with each other: ${declared.label}`,
    estimate: within.artists,
    unit: 'artists',
  });
}

function comparisonWithin(
  declared: DeclaredHypothesis,
  main: Finding,
  { features }: AnalysisContext,
): Within | null {
  const isSlope = declared.measure === 'difference' || declared.measure === 'relative-difference';
  if (!isSlope || declared.confounders.includes('artist')) return null;
  const all = collect(features, { ...declared, sources: main.sources });
  if ('needed' in all) return null;
  const artist = confounder(features, 'artist', all.source, all.rows);
  if (artist?.kind !== 'category') return null;
  const rows = all.rows.filter((row) => isKnown(artist, row));
  const { songs, artists } = contributing(rows, artist.codes, all.exposure);
  const few = rows.length * 2 < all.rows.length || songs < MIN_SONGS || artists < MIN_ARTISTS;
  if (few) return null;
  // The size of the catalogue is the same for all songs of an artist.
  const others = all.confounders.filter((item) => item.id !== 'artist_song_count');
  return { comparison: { ...all, rows, confounders: [artist, ...others] }, songs, artists };
}

/** The artists with at least two different values of the exposure, and how many songs they have. */
function contributing(
  rows: Int32Array,
  codes: Int32Array,
  exposure: Float64Array,
): { songs: number; artists: number } {
  const first = new Map<number, number>();
  const varied = new Set<number>();
  for (const row of rows) {
    const held = first.get(codes[row]);
    if (held === undefined) first.set(codes[row], exposure[row]);
    else if (held !== exposure[row]) varied.add(codes[row]);
  }
  const songs = rows.reduce((count, row) => count + (varied.has(codes[row]) ? 1 : 0), 0);
  return { songs, artists: varied.size };
}
