import type { TestResult } from '../../domain/testResult.js';
import { kendall } from '../../stats/kendall.js';
import { spearman } from '../../stats/spearman.js';
import type { RankedMetric, Ranking } from './rankings.js';

/** Fewer artists in both rankings are not compared. */
export const MIN_COMMON = 20;
const TOP = 50;

/** How far two rankings agree on the artists that stand in both. */
export interface Agreement {
  readonly first: RankedMetric;
  readonly second: RankedMetric;
  readonly sources: readonly string[];
  readonly spearman: TestResult;
  readonly kendall: TestResult;
  /** Size of the top lists compared. */
  readonly top: number;
  /** Artists in the top lists of both. */
  readonly shared: number;
}

/** Every pair of rankings with enough artists in common. */
export function agreements(rankings: readonly Ranking[]): readonly Agreement[] {
  return rankings.flatMap((first, index) =>
    rankings.slice(index + 1).flatMap((second) => {
      const found = agreement(first, second);
      return found ? [found] : [];
    }),
  );
}

function agreement(first: Ranking, second: Ranking): Agreement | null {
  const others = new Map(second.artists.map((artist) => [artist.id, artist.value]));
  const common = first.artists.filter((artist) => others.has(artist.id));
  if (common.length < MIN_COMMON) return null;
  const x = common.map((artist) => artist.value);
  const y = common.map((artist) => others.get(artist.id)!);
  const top = Math.min(TOP, Math.floor(common.length / 4));
  const ids = new Set(common.map((artist) => artist.id));
  const topOf = ({ artists }: Ranking): string[] =>
    artists
      .filter((artist) => ids.has(artist.id))
      .slice(0, top)
      .map((artist) => artist.id);
  const firstTop = new Set(topOf(first));
  return {
    first: first.metric,
    second: second.metric,
    sources: [...new Set([first.source, second.source])],
    spearman: spearman(x, y),
    kendall: kendall(x, y),
    top,
    shared: topOf(second).filter((id) => firstTop.has(id)).length,
  };
}
