import type { FindingBook } from '../../domain/findingBook.js';
import { listOf, name, number, prose, type Prose } from '../../domain/prose.js';
import { namesIn } from '../tableNames.js';
import { topId } from './artistFindings.js';
import { topTableId } from './artistTables.js';
import { METRIC_WORDS, RANKED_METRICS } from './rankings.js';

/** Who leads each ranking. */
export function leadersTitle(book: FindingBook): Prose {
  const leaders = RANKED_METRICS.flatMap((metric) => {
    const [first] = book.hasFinding(topId(metric))
      ? namesIn(book, topTableId(metric), 'artist')
      : [];
    return first === undefined ? [] : [{ metric, first }];
  });
  const names = [...new Set(leaders.map(({ first }) => first))];
  if (names.length === 1) return prose`${name(names[0] ?? '')} leads every ranking`;
  return prose`${listOf(leaders.slice(0, 3).map(({ metric, first }) => prose`${name(first)} leads by ${METRIC_WORDS[metric].noun}`))}`;
}

/** How far rankings agree, in words that follow the intervals: none is said to agree that does not. */
export function agreementTitle(book: FindingBook): Prose {
  const pairs = book.findings.filter(
    ({ id, estimate }) => id.startsWith('artists.agreement.') && estimate !== null,
  );
  const strong = pairs.filter(({ ci }) => ci !== null && ci.low >= 0.5);
  if (pairs.length > 0 && strong.length === pairs.length) {
    return prose`The rankings of artists largely agree`;
  }
  if (strong.length > 0) {
    return prose`Who leads depends on the measure: only some rankings of artists largely agree`;
  }
  return prose`Who leads depends on the measure: no two rankings of artists largely agree`;
}

/** How many groups, and how stable they are. */
export function clustersTitle(book: FindingBook): Prose {
  const stability = book.measured('artists.clusters.stability');
  const low = stability?.ci?.low ?? 0;
  const words = low >= 0.8 ? 'stable' : low >= 0.5 ? 'fairly stable' : 'not yet stable';
  return prose`Listening and tags sort the best-known artists into ${number('artists.clusters')} groups, ${words} when users are redrawn`;
}
