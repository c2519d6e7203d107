import type { FindingBook } from '../../domain/findingBook.js';
import { listOf, name, number, prose } from '../../domain/prose.js';
import type { Slide } from '../../domain/section.js';
import type { AnalysisContext } from '../analysis.js';
import { likelyRange } from '../likelyRange.js';
import { sourceSentence } from '../narration.js';
import { namesIn } from '../tableNames.js';
import { pairWords } from './artistBlocks.js';
import { agreementTitle, clustersTitle } from './artistTitles.js';
import { loyaltySlides } from './loyaltyBlocks.js';

/** One slide each on rankings, loyalty and groups of artists, where they were measured. */
export function artistSlides(book: FindingBook, context: AnalysisContext): readonly Slide[] {
  return [
    ...agreementSlide(book),
    ...loyaltySlides(book, context),
    ...clustersSlide(book, context),
  ];
}

function agreementSlide(book: FindingBook): readonly Slide[] {
  const pairs = book.findings
    .filter(({ id, estimate }) => id.startsWith('artists.agreement.') && estimate !== null)
    .sort((a, b) => (b.estimate ?? 0) - (a.estimate ?? 0) || (a.id < b.id ? -1 : 1));
  const [most] = pairs;
  const least = pairs.at(-1);
  if (!most || !least) return [];
  const shown = most === least ? [most] : [most, least];
  return [
    {
      title: agreementTitle(book),
      chart: 'ranking-agreement',
      points: shown.map(
        (finding, index) =>
          prose`${index === 0 ? 'Most' : 'Least'} alike: ${pairWords(finding)}, ${number(finding)}${likelyRange(book, finding)}`,
      ),
      notes: [
        prose`Each pair is compared over the artists that stand in both rankings: ${number(most, 'n')} and ${number(least, 'n')}. Rankings of different sources also differ in their dates.`,
      ],
    },
  ];
}

function clustersSlide(book: FindingBook, context: AnalysisContext): readonly Slide[] {
  const groups = book.measured('artists.clusters');
  if (!groups) return [];
  const names = namesIn(book, 'artists.clusters', 'name');
  return [
    {
      title: clustersTitle(book),
      chart: 'artist-network',
      points: [
        prose`Largest groups: ${listOf(names.slice(0, 3).map((tags) => prose`“${name(tags)}”`))}`,
        prose`Agreement when users are redrawn: ${number('artists.clusters.stability')} of one${likelyRange(book, 'artists.clusters.stability', 'range')}`,
      ],
      notes: [
        prose`Artists are linked to those with the most similar listeners and tags; groups are communities of that network.`,
        sourceSentence(groups, context),
      ],
    },
  ];
}
