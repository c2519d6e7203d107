import { parseBoolean } from './parseBoolean.js';
import { field } from './field.js';
import type { Parsed } from './invalid.js';
import { parseId } from './parseId.js';
import { parseName } from './parseName.js';
import { parseNumber, parseWholeNumber } from './parseNumber.js';

export const LONGEST_DURATION_MS = 24 * 60 * 60 * 1000;

/** A length in whole milliseconds, more than nothing and at most a day. */
export function parseDurationMs(text: string): Parsed<number | null> {
  return parseWholeNumber(text, { min: 1, max: LONGEST_DURATION_MS });
}

/** Spotify's pitch class 0–11; its −1, "no key found", is missing. */
export function parseKey(text: string): Parsed<number | null> {
  const key = parseWholeNumber(text, { min: -1, max: 11 });
  return key === -1 ? null : key;
}

/** Beats per minute; Spotify writes 0 where it found no beat, which is missing. */
export function parseTempo(text: string): Parsed<number | null> {
  const tempo = parseNumber(text, { min: 0, max: 300 });
  return tempo === 0 ? null : tempo;
}

const SPOTIFY_URI =
  /^(?:spotify:track:|https?:\/\/open\.spotify\.com\/(?:intl-[a-z]+\/)?track\/)([0-9A-Za-z]+)/;

/**
 * A track id: bare, or inside Spotify's URI or address.
 *
 * @example
 * parseTrackId('spotify:track:0d28khcov6AiegSCpG5TuT'); // '0d28khcov6AiegSCpG5TuT'
 */
export function parseTrackId(text: string): Parsed<string | null> {
  const trimmed = text.trim();
  return parseId(SPOTIFY_URI.exec(trimmed)?.[1] ?? trimmed);
}

/** Schemas of the columns that tables of tracks share; each gives null for missing text. */
export const trackColumns = {
  name: field((text) => parseName(text)),
  trackId: field(parseTrackId),
  share: field((text) => parseNumber(text, { min: 0, max: 1 })),
  key: field(parseKey),
  mode: field((text) => parseWholeNumber(text, { min: 0, max: 1 })),
  loudnessDb: field((text) => parseNumber(text, { min: -60, max: 10 })),
  tempoBpm: field(parseTempo),
  durationMs: field(parseDurationMs),
  popularity: field((text) => parseNumber(text, { min: 0, max: 100 })),
  id: field((text) => parseId(text)),
  trackNumber: field((text) => parseWholeNumber(text, { min: 1, max: 9999 })),
  markets: field((text) => parseWholeNumber(text, { min: 0, max: 999 })),
  count: field((text) => parseWholeNumber(text, { min: 0 })),
  boolean: field(parseBoolean),
  /** Text that is looked at later, with the whole record in hand. */
  text: field((text) => text),
} as const;
