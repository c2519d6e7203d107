import type { Estimate } from '../../domain/finding.js';
import type { YearlyShares } from './yearlyShares.js';

/** Fewer years before or after an extreme do not show that the share turned there. */
const MIN_SIDE = 2;

/** A year in which the share of a genre turned: a peak that it clearly rose to and fell from, or a trough. */
export interface GenreTurn {
  readonly kind: 'peak' | 'trough';
  readonly year: number;
  /** Percent of the listings of that year. */
  readonly share: number;
  /** Mean share of the later years less the share of that year, in percentage points. */
  readonly since: Estimate;
}

/**
 * Whether the share rose and fell again, or the other way round, which a slope over all years hides. The years before the
 * highest share and the years after it must both be lower on average by more than chance (the lowest share: higher); of two
 * turns the later one counts.
 *
 * @param level of each of the two intervals; widened by the caller, because the extreme was picked out of all years
 * @returns null where the share kept its direction, or did not clearly turn
 */
export function genreTurn(shares: YearlyShares, level: number): GenreTurn | null {
  const found = (['peak', 'trough'] as const).flatMap((kind) => turnOf(shares, kind, level) ?? []);
  return found.sort((a, b) => b.year - a.year)[0] ?? null;
}

/** Year of the highest or the lowest share, the first of equals. */
export function extremeYear(shares: YearlyShares, kind: GenreTurn['kind']): number {
  const sign = kind === 'peak' ? 1 : -1;
  return shares.years.reduce((best, year) =>
    sign * shares.shareIn(year) > sign * shares.shareIn(best) ? year : best,
  );
}

function turnOf(shares: YearlyShares, kind: GenreTurn['kind'], level: number): GenreTurn | null {
  const year = extremeYear(shares, kind);
  const before = shares.years.filter((one) => one < year);
  const after = shares.years.filter((one) => one > year);
  if (before.length < MIN_SIDE || after.length < MIN_SIDE) return null;
  const against = (side: readonly number[]): Estimate =>
    shares.combination((one) => {
      if (one === year) return -1;
      return side.includes(one) ? 1 / side.length : 0;
    }, level);
  const [rise, since] = [against(before), against(after)];
  const isClear = ({ ci }: Estimate): boolean =>
    ci !== null && (kind === 'peak' ? ci.high < 0 : ci.low > 0);
  return isClear(rise) && isClear(since)
    ? { kind, year, share: shares.shareIn(year), since }
    : null;
}
