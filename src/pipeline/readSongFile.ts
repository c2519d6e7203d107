import { readFileSync } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { AppError, messageOf } from '../errors.js';
import type { SongFields } from '../models/predict/songRequest.js';

/** A request for more songs is cut into files by whoever makes it. */
const MOST_BYTES = 200_000_000;

/**
 * The songs of a request: a JSON object or list of objects, or a CSV with a header, told apart by the name's ending.
 *
 * @throws AppError 'input' where the file cannot be read or is of neither form
 */
export function readSongFile(path: string): readonly SongFields[] {
  const text = contentOf(path);
  const songs = /\.json$/iu.test(path) ? jsonSongs(text, path) : csvSongs(text, path);
  if (songs.length === 0) throw new AppError('input', `${path} holds no song`);
  return songs;
}

function contentOf(path: string): string {
  if (!/\.(?:json|csv)$/iu.test(path)) {
    throw new AppError('usage', `songs come as a .json or a .csv file, got "${path}"`);
  }
  try {
    const bytes = readFileSync(path);
    if (bytes.length > MOST_BYTES) throw new RangeError(`it has ${bytes.length} bytes`);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new AppError('input', `cannot read ${path}: ${messageOf(error)}`, undefined, {
      cause: error,
    });
  }
}

const songSchema = z.record(z.string(), z.unknown());

function jsonSongs(text: string, path: string): readonly SongFields[] {
  const songs = z.union([z.array(songSchema), songSchema]).safeParse(jsonOf(text, path));
  if (!songs.success) {
    throw new AppError('input', `${path} must hold a song as an object, or a list of such objects`);
  }
  return Array.isArray(songs.data) ? songs.data : [songs.data];
}

function jsonOf(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new AppError('input', `${path} is not JSON: ${error.message}`);
  }
}

function csvSongs(text: string, path: string): readonly SongFields[] {
  try {
    return z.array(songSchema).parse(parse(text, { columns: true, bom: true, trim: true }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new AppError('input', `${path} is no CSV table: ${error.message}`);
  }
}
