import { Invalid, type Parsed } from './invalid.js';

/** PostgreSQL indexes what it compares; names beyond this length are not names. */
const LONGEST_NAME = 20_000;

/** Half of a character outside the first plane, which no UTF-8 text can hold. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * A name or title as given, trimmed of white space at its ends, in composed form (NFC). Right-to-left marks,
 * emoji and mark-up are text like any other. Missing is the empty text, and what `missing` lists exactly: a file
 * written by R has `NA`, but in another file a song may be called "NA" or "None".
 *
 * @throws never; a NUL character or an absurd length gives {@link Invalid}
 * @example
 * parseName('  Björk ');    // 'Björk'
 * parseName('NA', ['NA']);  // null
 */
export function parseName(text: string, missing: readonly string[] = []): Parsed<string | null> {
  const name = text.trim().normalize('NFC');
  if (name === '' || missing.includes(name)) return null;
  if (name.includes('\u0000')) return new Invalid('must not hold a NUL character');
  if (LONE_SURROGATE.test(name)) return new Invalid('must be well-formed Unicode');
  if (name.length > LONGEST_NAME)
    return new Invalid(`must have at most ${LONGEST_NAME} characters`);
  return name;
}
