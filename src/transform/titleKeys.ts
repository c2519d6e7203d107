import { normaliseName } from './normaliseName.js';

/** Two keys of a title within its artist. */
export interface TitleKeys {
  /** The same recording: without "feat. X" and without remaster suffixes. */
  readonly matchKey: string;
  /** The same work: also without anything in brackets or after " - ". */
  readonly workKey: string;
}

/** "(feat. X)", "[ft. X]", "(featuring X)". */
const BRACKETED_GUEST = /[([]\s*(?:feat|ft|featuring)\b\.?[^)\]]*[)\]]/giu;
/** "feat. X" up to the end of the title, the next " - " or the next bracket. */
const TRAILING_GUEST = /\s(?:(?:feat|ft)\.|featuring)\s.*?(?=\s-\s|\s[([]|[)\]]|$)/giu;
/** "(2011 Remaster)", "[Remastered]", "(Remastered 2009)", "(Remastered Version)". */
const BRACKETED_REMASTER = /[([][^()[\]]*\bremaster(?:ed)?\b[^()[\]]*[)\]]/giu;
/** " - Remastered 2011", " - 2009 Remaster", " - Remastered Version". */
const TRAILING_REMASTER = /\s-\s(?:(?!\s-\s).)*\bremaster(?:ed)?\b(?:(?!\s-\s).)*$/iu;

const BRACKETS = /\([^()]*\)|\[[^[\]]*\]/gu;
const AFTER_DASH = /\s-\s.*$/u;

/** Words without which none of the first four patterns can match. */
const SUFFIX_WORD = /feat|ft\b|remaster/iu;

/**
 * The identity of a title by name. The title itself keeps its suffixes; only the keys lose them. A title that
 * is nothing but brackets ("(Interlude)") keeps them.
 *
 * @example
 * titleKeys('Sunflower (feat. Rae) - 2011 Remaster'); // { matchKey: 'sunflower', workKey: 'sunflower' }
 * titleKeys('Memories - Club Remix'); // { matchKey: 'memories club remix', workKey: 'memories' }
 */
export function titleKeys(title: string): TitleKeys {
  const recording = SUFFIX_WORD.test(title) ? withoutSuffixes(title) : title;
  const matchKey = keyOr(recording, title);
  const hasVersion =
    recording.includes('(') || recording.includes('[') || recording.includes(' - ');
  return { matchKey, workKey: hasVersion ? workKeyOf(recording, matchKey) : matchKey };
}

function withoutSuffixes(title: string): string {
  return title
    .replace(BRACKETED_REMASTER, ' ')
    .replace(TRAILING_REMASTER, '')
    .replace(BRACKETED_GUEST, ' ')
    .replace(TRAILING_GUEST, '');
}

function workKeyOf(recording: string, matchKey: string): string {
  const work = recording.replace(AFTER_DASH, '').replace(BRACKETS, ' ');
  return work.trim() === '' ? matchKey : normaliseName(work);
}

function keyOr(text: string, original: string): string {
  return text.trim() === '' ? normaliseName(original) : normaliseName(text);
}
