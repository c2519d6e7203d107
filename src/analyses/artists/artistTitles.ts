import type { FindingBook } from '../../domain/findingBook.js';
import { listOf, name, number, prose, type Prose } from '../../domain/prose.js';
import { tableRecords } from '../../domain/table.js';
import { namesIn } from '../tableNames.js';
import { topTableId } from './artistTables.js';
import { METRIC_WORDS, type RankedMetric } from './rankings.js';

/** Percent of a group that must come back for it to be called firm: a usual bound for a stable cluster (Hennig 2007). */
const FIRM = 75;

/** The first three of a ranking. */
export function leadersTitle(book: FindingBook, metric: RankedMetric): Prose {
  const [first, ...next] = namesIn(book, topTableId(metric), 'artist').slice(0, 3);
  const { noun } = METRIC_WORDS[metric];
  if (first === undefined) return prose`Artists by ${noun}`;
  if (next.length === 0) return prose`${name(first)} is the only artist ranked by ${noun}`;
  return prose`${name(first)} leads by ${noun}, ahead of ${listOf(next.map(name))}`;
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

/** Which groups hold together and which do not. */
export function recoveryTitle(book: FindingBook): Prose {
  const groups = tableRecords(book.table('artists.clusters')).map((row) => ({
    tags: String(row['name']),
    recovery: Number(row['recovery']),
  }));
  const firm = groups.filter(({ recovery }) => recovery >= FIRM);
  if (firm.length === groups.length)
    return prose`Every group of artists comes back when users are redrawn`;
  if (firm.length === 0) return prose`No group of artists comes back whole when users are redrawn`;
  return prose`Some groups of artists come back when users are redrawn, others only in part`;
}
