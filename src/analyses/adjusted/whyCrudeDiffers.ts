import type { Finding } from '../../domain/finding.js';
import type { DeclaredHypothesis } from '../hypotheses/declaredHypothesis.js';
import type { Comparison } from './comparison.js';
import { confounderWords } from './confounderWords.js';
import type { Answer } from './answer.js';

const PREFIX = 'Why the plain comparison misleads: ';

const PLACES: Readonly<Record<string, string>> = {
  genre: 'in genres',
  release_year: 'in release years',
  artist_song_count: 'by artists of a size',
  artist: 'by artists',
};

/**
 * A caveat, in words only, on why crude and adjusted estimates differ. By the omitted-variable formula the change has the sign of
 * "where the exposure is frequent, the outcome is high anyway"; so that can be said from the two numbers and the driver.
 */
export function whyCrudeDiffers(
  hypothesis: DeclaredHypothesis,
  comparison: Comparison,
  answer: Answer,
): string {
  const { words } = hypothesis;
  const { driver } = answer;
  const place = driver === null ? undefined : PLACES[driver];
  if (place === undefined) {
    const held = comparison.confounders.map((item) => item.id);
    return `${PREFIX}it compares songs that differ in ${confounderWords(driver && driver !== 'together' ? [driver] : held)}.`;
  }
  const level = (answer.crude?.estimate ?? 0) > answer.estimate ? words.more : words.less;
  return `${PREFIX}${words.high} are found more often ${place} whose songs ${words.verb} ${level} anyway.`;
}

/** The reason among a finding's caveats, as a clause without its prefix; null where crude and adjusted agree. */
export function whyOf(finding: Finding): string | null {
  const found = finding.caveats.find((caveat) => caveat.startsWith(PREFIX));
  return found === undefined ? null : found.slice(PREFIX.length);
}
