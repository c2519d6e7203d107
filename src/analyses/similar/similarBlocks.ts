import type { Finding } from '../../domain/finding.js';
import type { FindingBook } from '../../domain/findingBook.js';
import { constant, joinProse, name, number, prose, type Prose } from '../../domain/prose.js';
import type { Block } from '../../domain/section.js';
import type { AnalysisContext } from '../analysis.js';
import { likelyRange } from '../likelyRange.js';
import { sourceSentence } from '../narration.js';
import { comparedWithEase } from './similarTitle.js';

/** The text of the section. */
export function similarBlocks(book: FindingBook, context: AnalysisContext): readonly Block[] {
  if (!book.hasFinding('similar.ndcg.hybrid')) return [];
  const score = book.finding('similar.ndcg.hybrid');
  if (score.estimate === null) {
    const note = score.note ?? 'not enough data';
    return [
      {
        kind: 'paragraph',
        text: prose`How well artists can be recommended cannot be told from these data (${constant(note)}).`,
      },
    ];
  }
  return [
    { kind: 'heading', text: 'How well it works' },
    paragraph(testSentence(book)),
    paragraph(joinProse([resultSentence(book), ...leakSentence(book), obviousSentence()])),
    { kind: 'chart', chart: 'similar-methods' },
    { kind: 'table', table: 'similar.methods' },
    paragraph(sourceText(score, context)),
    paragraph(LIMITS),
    { kind: 'heading', text: 'Who is like whom' },
    paragraph(basisSentence()),
    { kind: 'table', table: 'similar.examples' },
  ];
}

function paragraph(text: Prose): Block {
  return { kind: 'paragraph', text };
}

/** Where the listening comes from and what it is a sample of. */
function sourceText(score: Finding, context: AnalysisContext): Prose {
  const stamp = context.sources.find(({ source }) => source === score.sources[0]);
  const sample = stamp ? [prose`What the source holds: ${name(stamp.selection)}`] : [];
  return joinProse([sourceSentence(score, context), ...sample]);
}

function testSentence(book: FindingBook): Prose {
  const users = book.finding('similar.ndcg.hybrid');
  return prose`From ${number(users, 'n')} a fifth of what they listen to was kept back, ${number('similar.held')} pairs of listener and artist. Each method then saw the rest and listed, for every listener, ten of ${number('similar.artists')} that the listener was not known to play. The ranking score (NDCG) is a share of the best possible list: full where all that was kept back stands first, none where nothing of it is listed.`;
}

/** What the hybrid reaches, and what it adds to the strongest method that knows listeners only. */
function resultSentence(book: FindingBook): Prose {
  const reached = prose`Naming what is popular reaches ${number('similar.ndcg.popularity')}, likeness of audiences (item cosine) ${number('similar.ndcg.item-cosine')}, and EASE, which learns from who listens to whom how much each artist speaks for another, ${number('similar.ndcg.ease')}${likelyRange(book, 'similar.ndcg.ease', 'range')}. The hybrid adds listeners’ tags, playlists, genres and sound, the more the fewer listen to an artist, and reaches ${number('similar.ndcg.hybrid')}${likelyRange(book, 'similar.ndcg.hybrid', 'range')}.`;
  const difference = 'similar.difference.hybrid';
  const ends = prose`${number(difference, 'signed')}${likelyRange(book, difference)}`;
  const verdict = {
    better: prose`Listener by listener that is ${ends} against EASE: more, beyond chance.`,
    worse: prose`Listener by listener that is ${ends} against EASE: less, beyond chance.`,
    open: prose`Listener by listener that is ${ends} against EASE: no clear difference.`,
  }[comparedWithEase(book)];
  return joinProse([reached, verdict]);
}

/** What is left of the gain where not even other people's tags outside of the training pairs are used. */
function leakSentence(book: FindingBook): readonly Prose[] {
  const strict = book.measured('similar.difference.ease-own-tags');
  // Where tags were weighed and left out, the two are one and the same.
  if (!strict?.ci) return [];
  return [
    prose`A tag tells who gave it: a listener’s own tags for an artist that was kept back would give the pair away, so they were left out. Where only tags of listeners for artists they are known to play are used, tags still change the score of EASE by ${number(strict, 'signed')}${likelyRange(book, strict)}.`,
  ];
}

function obviousSentence(): Prose {
  return prose`Lists of the hybrid reach ${number('similar.coverage.hybrid')} of the heard artists, those of EASE ${number('similar.coverage.ease')}, those of popularity ${number('similar.coverage.popularity')}: what scores best is still far from showing all that is there.`;
}

const LIMITS: Prose = prose`The scores judge how well known tastes are completed; whether a listener would welcome an artist that is new to them was not asked. Weights of tags and content were chosen on a part of the training pairs alone. Playlists, genres and sound come from sources of other years than the listening.`;

function basisSentence(): Prose {
  return prose`The table is for checking by hand: the artists with most listeners, and the five most like each, from all data with nothing kept back. Lists for ${number('similar.basis.listeners')} rest on listeners and playlists; for the other ${number('similar.basis.content')} too few listen, and their lists rest on tags, genres and sound alone, which each list says. Other names of the artist itself are never listed.`;
}
