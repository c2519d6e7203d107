import type { Finding } from '../../domain/finding.js';
import type { FindingBook } from '../../domain/findingBook.js';
import type { Prose } from '../../domain/prose.js';
import { capitalised, messageClause, misleadsClause } from '../wording.js';
import { artistMessage, genreMessage, trendMessage } from './leaders.js';
import { misleading, strongest } from './strongest.js';

/** Lines on the headline slide and at the end of a run. */
const MOST = 6;

/**
 * The report in at most six lines, each from another part of it: the strongest finding and the strongest of another section,
 * which genres lead and move, which artists lead, and the plain comparison that misleads most. Where a part was not
 * measured, the next strongest findings take its place.
 */
export function keyPoints(book: FindingBook): readonly Prose[] {
  const ranked = strongest(book).filter(({ section }) => section !== 'genres');
  const [first] = ranked;
  const second = ranked.find(({ section }) => section !== first?.section);
  const leading = [first, second].filter((finding) => finding !== undefined);
  const [trap] = misleading(book).filter((finding) => !leading.includes(finding));
  const clauses = [genreMessage(book), trendMessage(book), artistMessage(book)].filter(
    (text) => text.length > 0,
  );
  const caution = (trap && misleadsClause(trap)) ?? null;
  const room = MOST - leading.length - clauses.length - (caution === null ? 0 : 1);
  const more = ranked.filter((finding) => finding !== first && finding !== second);
  return [
    ...[...leading, ...more.slice(0, Math.max(0, room))].map(message),
    ...clauses,
    ...(caution === null ? [] : [capitalised(caution)]),
  ];
}

function message(finding: Finding): Prose {
  return capitalised(messageClause(finding));
}
