import type { Finding, WithinArtist } from '../../domain/finding.js';

/**
 * The comparison among the songs of one artist where it says much less than the finding (another sign, or less than
 * half), so that one number must not stand without the other; otherwise null, also where both are too small to matter.
 */
export function weakerWithinArtist(finding: Finding): WithinArtist | null {
  const { estimate, withinArtist } = finding;
  if (estimate === null || withinArtist === null || isSlight(finding, withinArtist)) return null;
  return saysLess(estimate, withinArtist) ? withinArtist : null;
}

/** Whether nothing of the finding is left among the songs of one artist: no difference is shown there, or the opposite one. */
export function vanishesWithinArtist(finding: Finding): boolean {
  const within = weakerWithinArtist(finding);
  return within !== null && (holdsZero(within) || isOpposite(finding.estimate ?? 0, within));
}

/** What a reader must know where the comparison among one artist's songs says much less; otherwise nothing. */
export function withinArtistCaveats(finding: Finding): readonly string[] {
  const within = weakerWithinArtist(finding);
  if (within === null) return [];
  const what = holdsZero(within)
    ? 'no difference is shown'
    : isOpposite(finding.estimate ?? 0, within)
      ? 'the difference points the other way'
      : 'the difference is less than half';
  return [
    `Among the songs of one artist ${what}, so it ${aboutArtists(finding, within)} which artists the songs are by.`,
  ];
}

/** "is mostly about" where the interval among one artist's songs leaves the whole difference out; otherwise "may be about". */
export function aboutArtists({ estimate }: Finding, { ci }: WithinArtist): string {
  const isLeftOut = ci !== null && estimate !== null && (estimate < ci.low || estimate > ci.high);
  return isLeftOut ? 'is mostly about' : 'may be about';
}

function saysLess(estimate: number, within: WithinArtist): boolean {
  return isOpposite(estimate, within) || Math.abs(within.estimate) < Math.abs(estimate) / 2;
}

function isOpposite(estimate: number, within: WithinArtist): boolean {
  return Math.sign(within.estimate) !== Math.sign(estimate);
}

/** Whether the interval leaves open that there is no difference. */
export function holdsZero({ ci }: WithinArtist): boolean {
  return ci !== null && ci.low <= 0 && ci.high >= 0;
}

/** Neither number reaches what matters: there is nothing to be misled about. */
function isSlight({ verdict, smallestEffect }: Finding, { ci }: WithinArtist): boolean {
  const most = ci === null ? Infinity : Math.max(-ci.low, ci.high);
  return verdict === 'too-small' && most < (smallestEffect ?? 0);
}
