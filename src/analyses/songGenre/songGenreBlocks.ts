import type { FindingBook } from '../../domain/findingBook.js';
import { constant, joinProse, name, number, prose, type Prose } from '../../domain/prose.js';
import type { Block } from '../../domain/section.js';
import { tableRecords, textIn } from '../../domain/table.js';
import type { AnalysisContext } from '../analysis.js';
import { likelyRange } from '../likelyRange.js';
import { sourceBlocks } from '../narration.js';
import { sourceTitle } from '../sourceTitle.js';
import { accuracyId } from './measureSongGenre.js';
import { BASELINE, DESCRIBED } from './songGenreTitle.js';

/** The text of the section. */
export function songGenreBlocks(book: FindingBook, context: AnalysisContext): readonly Block[] {
  const score = book.measured(DESCRIBED);
  if (!score) {
    const note = book.finding('song_genre.songs').note ?? 'not enough data';
    return [
      paragraph(
        prose`Whether a song’s genre can be told from its sound cannot be judged from these data (${constant(note)}).`,
      ),
    ];
  }
  return [
    { kind: 'heading', text: 'How often a model is right' },
    paragraph(ruleSentence()),
    paragraph(joinProse([resultSentence(book), severalSentence(book)])),
    { kind: 'chart', chart: 'song-genre-models' },
    paragraph(splitSentence(book)),
    { kind: 'table', table: 'song_genre.models' },
    { kind: 'heading', text: 'Which genres are taken for which' },
    paragraph(confusedSentence(book)),
    { kind: 'chart', chart: 'song-genre-confusion' },
    { kind: 'table', table: 'song_genre.pairs' },
    { kind: 'chart', chart: 'song-genre-genres' },
    { kind: 'heading', text: 'What the model listens to' },
    paragraph(importanceSentence(book)),
    { kind: 'chart', chart: 'song-genre-importance' },
    { kind: 'heading', text: 'How far to trust it' },
    paragraph(trustSentence()),
    { kind: 'table', table: 'song_genre.calibration' },
    ...hardBlocks(book, context),
    ...sourceBlocks(score, context),
    paragraph(LIMITS),
  ];
}

function paragraph(text: Prose): Block {
  return { kind: 'paragraph', text };
}

function ruleSentence(): Prose {
  return prose`Playlists put ${number('song_genre.songs')} under one or more of ${number('song_genre.genres')} genres. Models learned to tell the genre from measures of sound, with and without the year of release, and were judged on songs they had not seen: all versions of a song stood on one side. A song counts as right where the model names the genre it is listed under most. The ${number('song_genre.several')} of several genres were learned once for each, with their weight parted between them.`;
}

function resultSentence(book: FindingBook): Prose {
  return prose`Boosting and forest together are right for ${number(DESCRIBED)} of the songs${likelyRange(book, DESCRIBED)}; always naming the commonest genre would be right for ${number(BASELINE)}.`;
}

function severalSentence(book: FindingBook): Prose {
  return prose`Where any genre of the song counts, they are right for ${number('song_genre.any_match')}${likelyRange(book, 'song_genre.any_match', 'range')}; among songs of a single genre for ${number('song_genre.single_genre')}. The mean over genres of the share found (balanced accuracy) is ${number('song_genre.balanced')}, the macro-F${constant('1')} ${number('song_genre.macro_f1')}${likelyRange(book, 'song_genre.macro_f1', 'range')}.`;
}

function splitSentence(book: FindingBook): Prose {
  const of = (split: 'rows' | 'songs' | 'artists', withYear: boolean): string =>
    accuracyId({ model: 'boosting_and_forest', split, withYear });
  const [sound, artists, artistsSound] = [
    of('songs', false),
    of('artists', true),
    of('artists', false),
  ];
  const told = prose`From sound alone it is ${number(sound)}${likelyRange(book, sound, 'range')}. Where whole artists are new to the model, it is ${number(artists)}${likelyRange(book, artists, 'range')} with the year and ${number(artistsSound)}${likelyRange(book, artistsSound, 'range')} without.`;
  const [tracks, tracksSound] = [of('rows', true), of('rows', false)];
  if (!book.hasFinding(tracks) || !book.hasFinding(tracksSound)) return told;
  return joinProse([
    told,
    prose`Where other versions of a song may be known, which flatters a model, it is ${number(tracks)} and ${number(tracksSound)}.`,
  ]);
}

function confusedSentence(book: FindingBook): Prose {
  const [worst] = tableRecords(book.table('song_genre.pairs'));
  if (!worst) return prose`No song was taken for another genre.`;
  return prose`The largest share of a genre that is taken for another: songs listed as ${name(textIn(worst, 'genre'))} that the model takes for ${name(textIn(worst, 'taken'))}. A row of the picture is a genre, a cell the share of its songs that the model takes for the genre above it. The table names songs of a single genre where the model was surest and the playlists say otherwise.`;
}

function importanceSentence(book: FindingBook): Prose {
  const [first, second] = tableRecords(book.table('song_genre.importance'));
  return prose`Shuffling one feature among the songs of a fold shows what boosting draws from it: most from ${name(textIn(first, 'feature').toLowerCase())} and ${name(textIn(second, 'feature').toLowerCase())}. Features that tell the same share the credit, so a short bar does not mean that a feature says nothing.`;
}

function trustSentence(): Prose {
  return prose`The model also says how sure it is. On average that is ${number('song_genre.calibration_error')} away from how often it is right; the table shows it step by step.`;
}

function hardBlocks(book: FindingBook, context: AnalysisContext): readonly Block[] {
  const top = book.measured('song_genre.hard.top_one');
  if (!top) return [];
  return [
    { kind: 'heading', text: 'Many genres' },
    paragraph(
      prose`Among the ${number('song_genre.hard.genres')} genres of ${sourceTitle(top.sources[0], context)} a random forest names the right one for ${number(top)} of ${number(top, 'n')}${likelyRange(book, top)}, and has it among its five likeliest for ${number('song_genre.hard.top_five')}; the commonest genre alone would be right for ${number('song_genre.hard.baseline')}. Boosting, which grows a tree for every genre at every step, was left out here.`,
    ),
    { kind: 'table', table: 'song_genre.hard' },
  ];
}

const LIMITS: Prose = prose`A genre here is what somebody called a playlist that the song is on. Playlists overlap, and two of them may call one song by two names, so no model can be right for all songs, and a mistake is not always the model’s. Use the answer as a first guess to be checked, for example to fill gaps in a catalogue, not as a label.`;
