import type { FindingBook } from '../../domain/findingBook.js';
import { joinProse, listOf, prose, type Prose } from '../../domain/prose.js';
import type { Recommendation } from '../../domain/section.js';
import { hypotheses, hypothesis } from '../hypotheses.js';
import { isDoubtful } from '../summary/strongest.js';
import { comparedSentence, rangeOf, strengthOf } from '../wording.js';
import { ADVICE } from './adviceList.js';
import { recommend } from './recommend.js';

const MOST_PRINTED = 8;

/**
 * The recommendations that the findings carry, strongest first (by the weakest finding each rests on; behind the others those
 * whose finding has a limit that could be all of it), at most eight, and last what is not worth the effort. Empty where nothing is carried.
 */
export function advice(book: FindingBook): readonly Recommendation[] {
  const carried = ADVICE.flatMap(({ kind, id, restsOn, action, risk, strength }) => {
    const sized = restsOn.every((one) => book.measured(one)) ? sizeOf(book, restsOn) : [];
    const found = recommend(
      book,
      kind,
      { id, restsOn, action, risk, opportunity: sized },
      strength,
    );
    return found ? [found] : [];
  });
  const ranked = [...carried].sort(
    (a, b) =>
      doubtful(book, a) - doubtful(book, b) ||
      weakest(book, b) - weakest(book, a) ||
      (a.id < b.id ? -1 : 1),
  );
  return [...ranked.slice(0, MOST_PRINTED), ...notWorthIt(book)];
}

function sizeOf(book: FindingBook, ids: readonly string[]): Prose {
  return ids.flatMap((id, index) => [
    ...(index === 0 ? [] : [' ']),
    ...comparedSentence(book.finding(id)),
  ]);
}

function weakest(book: FindingBook, { restsOn }: Recommendation): number {
  return restsOn.reduce(
    (least, id) => Math.min(least, strengthOf(book.finding(id))),
    Number.POSITIVE_INFINITY,
  );
}

/** 1 for advice that rests on a finding whose declared limit could account for all of it, otherwise 0. */
function doubtful(book: FindingBook, { restsOn }: Recommendation): number {
  return restsOn.some((id) => isDoubtful(book.finding(id))) ? 1 : 0;
}

/** One piece of advice on everything about a song that makes no difference that matters. */
function notWorthIt(book: FindingBook): readonly Recommendation[] {
  const ids = hypotheses
    .filter((one) => one.section === 'content')
    .map((one) => one.id)
    .filter((id) => book.measured(id)?.verdict === 'too-small');
  if (ids.length === 0) return [];
  const topics = listOf(ids.map((id) => hypothesis(id).words.topic));
  const ranges = ids.map((id) => prose`${hypothesis(id).words.topic} ${rangeOf(book.finding(id))}`);
  const found = recommend(book, 'skip', {
    id: 'skip-what-does-not-matter',
    restsOn: ids,
    action: prose`Do not base decisions on ${topics}.`,
    opportunity: prose`The effort is free for what does matter. Likely ranges, like for like: ${joinProse(ranges, '; ')}.`,
    risk: prose`The finding is about songs on average; in a single song or for a niche audience it can still count.`,
  });
  return found ? [found] : [];
}
