import type { Finding, Verdict } from '../domain/finding.js';
import { constant, name, number, prose, type Prose } from '../domain/prose.js';
import { findingDiffers } from './adjusted/differs.js';
import { confounderWords } from './adjusted/confounderWords.js';
import { whyOf } from './adjusted/whyCrudeDiffers.js';
import { holdsZero, weakerWithinArtist } from './adjusted/weakerWithinArtist.js';
import { hypothesis } from './hypotheses.js';
import type { DeclaredHypothesis, HypothesisWords } from './hypotheses/declaredHypothesis.js';
import { crudeSizeOf, isMultiple, sizeOf, sizeRange } from './sizeWords.js';

/** Verdicts in a reader's words. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  supported: 'held up',
  contradicted: 'the opposite held',
  'too-small': 'too small to matter',
  inconclusive: 'not settled by these data',
};

/**
 * How strongly a finding speaks: the end of its interval nearest zero, in smallest effects of interest; 0 where the
 * interval holds zero. Findings are ranked by it, never by p: it rewards effects that are surely worth something.
 */
export function strengthOf(finding: Finding): number {
  const { ci, smallestEffect } = finding;
  if (ci === null || smallestEffect === null || smallestEffect <= 0) return 0;
  if (ci.low <= 0 && ci.high >= 0) return 0;
  return Math.min(Math.abs(ci.low), Math.abs(ci.high)) / smallestEffect;
}

/** Whether the verdict shows a direction and the whole interval lies beyond the smallest effect of interest. */
export function matters(finding: Finding): boolean {
  return showsDirection(finding) && strengthOf(finding) >= 1;
}

/** Whether the verdict shows a direction, expected or not. */
export function showsDirection(finding: Finding): boolean {
  return finding.verdict === 'supported' || finding.verdict === 'contradicted';
}

/**
 * The result of a hypothesis in one plain sentence; its words follow the interval. Comparatives ("higher", "more")
 * appear only where the whole interval lies beyond the smallest effect of interest.
 */
export function resultSentence(finding: Finding): Prose {
  return prose`${capitalised(resultClause(finding))}.`;
}

/** The sentence with the comparison that was made in front: "Among songs of the same genre, …". */
export function comparedSentence(finding: Finding): Prose {
  const held = heldConstant(finding);
  return held === null ? resultSentence(finding) : prose`${held}, ${resultClause(finding)}.`;
}

/** The result without its full stop, starting in lower case; with that among one artist's songs where it says much less. */
export function resultClause(finding: Finding): Prose {
  const declared = hypothesis(finding.hypothesis ?? finding.id);
  if (finding.estimate === null) return notMeasured(declared, finding);
  return prose`${judgedClause(declared, finding)}${withinArtistClause(finding, 'with its range')}`;
}

function judgedClause(declared: DeclaredHypothesis, finding: Finding): Prose {
  switch (finding.verdict) {
    case 'supported':
    case 'contradicted':
      return matters(finding) ? clear(declared, finding) : directionOnly(declared, finding);
    case 'too-small':
      return tooSmall(declared, finding);
    case 'inconclusive':
    case null:
      return inconclusive(declared, finding);
  }
}

/** "; among the songs of one artist, three points", or a sentence with the range, behind a result that says much more than that; otherwise nothing. */
function withinArtistClause(finding: Finding, form: 'short' | 'with its range'): Prose {
  const within = weakerWithinArtist(finding);
  if (within === null) return [];
  // Behind "higher" or "lower" a size of the same direction needs no sign.
  const goesOn =
    matters(finding) && Math.sign(within.estimate) === Math.sign(finding.estimate ?? 0);
  const size = number(within.finding, goesOn ? 'magnitude' : 'signed');
  const range = number(within.finding, goesOn ? 'interval-magnitude' : 'interval');
  const perhaps = holdsZero(within) ? ', perhaps none' : '';
  return form === 'short'
    ? prose`; among the songs of one artist, ${size}${perhaps}`
    : prose`. Among the songs of one artist the difference is ${size}${perhaps} (likely range ${range})`;
}

/** A short message for a chart's title or a slide: no interval, and no comparative unless the interval allows it. */
export function messageClause(finding: Finding): Prose {
  const declared = hypothesis(finding.hypothesis ?? finding.id);
  const { words } = declared;
  if (finding.estimate === null) return prose`there are not enough data on ${words.topic}`;
  if (finding.verdict === 'too-small')
    return prose`${words.topic} ${makes(declared)} no difference that matters`;
  if (!showsDirection(finding))
    return prose`these data do not settle whether ${words.topic} ${matter(declared)}`;
  const within = withinArtistClause(finding, 'short');
  return matters(finding)
    ? prose`${comparative(declared, finding)}${within}`
    : prose`${difference(declared, finding)}, perhaps too little to matter${within}`;
}

function notMeasured(declared: DeclaredHypothesis, finding: Finding): Prose {
  return prose`${declared.words.topic} could not be judged (${constant(finding.note ?? 'not enough data')})`;
}

function comparative({ measure, words }: DeclaredHypothesis, finding: Finding): Prose {
  const level = (finding.estimate ?? 0) > 0 ? words.more : words.less;
  if (measure === 'correlation') return prose`${words.subject} ${words.verb} ${level}`;
  if (measure === 'variance-share') {
    return prose`${words.subject} ${words.verb} ${number(finding)} ${words.more} ${words.tail}`;
  }
  if (isMultiple(finding)) {
    return prose`${words.subject} ${words.verb} about ${sizeOf(finding)} ${asMany(words)}`;
  }
  return prose`${words.subject} ${words.verb} ${number(finding, 'magnitude')} ${level} ${words.tail}`;
}

/** "more views … than songs without one" for a multiple: "as many views as songs without one". */
export function asMany({ more, tail }: HypothesisWords): string {
  return `${more.replace(/^more/, 'as many')} ${tail.replace(/^than/, 'as')}`;
}

/** What differs: "popularity" of "higher in popularity", "views" of "more views". */
function outcomeWords({ more }: HypothesisWords): string {
  return more.replace(/^(higher in|more) /, '');
}

function clear(declared: DeclaredHypothesis, finding: Finding): Prose {
  if (declared.measure === 'correlation') {
    return prose`${comparative(declared, finding)}: the rank correlation is ${number(finding)} (likely range ${number(finding, 'interval')})`;
  }
  if (isMultiple(finding)) {
    return prose`${comparative(declared, finding)} (likely range ${sizeRange(finding)})`;
  }
  const range = declared.measure === 'variance-share' ? 'interval' : 'interval-magnitude';
  return prose`${comparative(declared, finding)} (likely range ${number(finding, range)})`;
}

/**
 * Shown in direction but not in size: no comparative, because the interval reaches into what is too small to matter. The
 * sign says which way it goes.
 */
function directionOnly(declared: DeclaredHypothesis, finding: Finding): Prose {
  return prose`${difference(declared, finding)}${expectation(finding)} (likely range ${number(finding, 'interval')}). Since ${number(finding, 'smallest-effect')} would be worth acting on, this may be too little to matter`;
}

/** "songs released on a Friday differ in popularity by two points from those of other days" */
function difference({ measure, label, words }: DeclaredHypothesis, finding: Finding): Prose {
  if (measure === 'correlation') return prose`the ${label} is ${number(finding, 'signed')}`;
  if (measure === 'variance-share') {
    return prose`${words.subject} ${words.verb} ${number(finding)} ${words.more} ${words.tail}`;
  }
  const against = words.tail.replace(/^than/, 'from');
  return prose`${words.subject} differ in ${outcomeWords(words)} by ${number(finding, 'signed')} ${against}`;
}

function tooSmall(declared: DeclaredHypothesis, finding: Finding): Prose {
  return prose`${declared.words.topic} ${makes(declared)} no difference that matters: ${number(finding)} (likely range ${number(finding, 'interval')}), all of it short of the ${number(finding, 'smallest-effect')} that would be worth acting on`;
}

function inconclusive(declared: DeclaredHypothesis, finding: Finding): Prose {
  return prose`these data do not settle whether ${declared.words.topic} ${matter(declared)}: the difference may lie anywhere from ${rangeOf(finding)}`;
}

/** The interval with its unit: "−2.4 to 1.0 points". */
export function rangeOf(finding: Finding): Prose {
  // A percent sign is written against each end; a correlation has no unit.
  return finding.unit === 'points'
    ? prose`${number(finding, 'interval')} points`
    : [number(finding, 'interval')];
}

/** Whether the sign was expected, for a direction that was declared. */
function expectation(finding: Finding): string {
  const declared = hypothesis(finding.hypothesis ?? finding.id);
  if (declared.direction === 'either') return '';
  return finding.verdict === 'contradicted' ? ', against what was expected' : ', as expected';
}

function makes({ words }: DeclaredHypothesis): string {
  return words.plural === true ? 'make' : 'makes';
}

function matter({ words }: DeclaredHypothesis): string {
  return words.plural === true ? 'matter' : 'matters';
}

const HELD: Readonly<Record<string, string>> = {
  genre: 'genre',
  release_year: 'release year',
  artist_song_count: 'size of the artist’s catalogue',
  artist: 'artist',
  log10_streams: 'number of streams',
  top_tag: 'main tag',
};

/** "Among songs of the same genre and release year", or null where nothing was held constant. */
export function heldConstant(finding: Finding): Prose | null {
  const held = heldWords(finding);
  return held === null
    ? null
    : prose`Among ${finding.nUnit === 'artists' ? 'artists' : 'songs'} of the ${held}`;
}

/** "same genre and release year", or null where nothing was held constant. */
export function heldWords(finding: Finding): string | null {
  if (finding.adjustedFor.length === 0) return null;
  const words = finding.adjustedFor.map((id) => HELD[id] ?? confounderWords([id]));
  const joined =
    words.length === 1
      ? words.join('')
      : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
  return `same ${joined}`;
}

/**
 * What a plain comparison would have said and why it misleads, where it differs from the adjusted one in sign or by more
 * than half; otherwise null.
 */
export function crudeSentence(finding: Finding): Prose | null {
  if (!findingDiffers(finding) || finding.crude === null) return null;
  const why = whyOf(finding);
  const reason = why === null ? prose`.` : prose`, because ${name(why)}`;
  if (isSlight(finding)) {
    return prose`Before adjustment it was ${number(finding, 'crude')}, short of what matters too.`;
  }
  const opposite =
    showsDirection(finding) &&
    Math.sign(finding.crude.estimate) !== Math.sign(finding.estimate ?? 0);
  return opposite
    ? prose`The plain comparison points the other way (${crudeSizeOf(finding)}) and misleads${reason}`
    : prose`The plain comparison says ${crudeSizeOf(finding)} and misleads${reason}`;
}

/** Both estimates are below what matters, and so is all of the adjusted interval: nothing to be misled about. */
function isSlight({ crude, smallestEffect, verdict }: Finding): boolean {
  return verdict === 'too-small' && Math.abs(crude?.estimate ?? 0) < (smallestEffect ?? 0);
}

/** "like for like, songs with explicit lyrics differ by two points, not eleven", as a title, where the plain one misleads; otherwise null. */
export function misleadsClause(finding: Finding): Prose | null {
  if (!findingDiffers(finding) || isSlight(finding)) return null;
  const { words, measure } = hypothesis(finding.hypothesis ?? finding.id);
  // A correlation and a share of variance say nothing about who differs from whom.
  if (measure === 'correlation' || measure === 'variance-share') return null;
  if (!showsDirection(finding)) {
    return prose`the plain difference of ${words.high} (${crudeSizeOf(finding)}) does not hold like for like`;
  }
  const per = words.tail.startsWith('for ') ? ` ${words.tail}` : '';
  return prose`like for like, ${words.high} differ by ${sizeOf(finding)}, not ${crudeSizeOf(finding)}${per}`;
}

/** The same prose with its first letter in upper case. */
export function capitalised(text: Prose): Prose {
  const [first, ...rest] = text;
  if (typeof first !== 'string') return text;
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest];
}
