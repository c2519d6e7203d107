import { AppError } from '../errors.js';
import type { FileSource, OpenOptions } from './fileSource.js';
import { lastfm2k } from './lastfm2k.js';
import { openInputsOf } from './openInputs.js';
import { sampleSource } from './sample/sampleSource.js';
import type { Input, Source } from './source.js';
import { spotify112Genres } from './spotify112Genres.js';
import { spotifySongs } from './spotifySongs.js';
import { spotifyYoutube } from './spotifyYoutube.js';
import { isTrackTable, trackTable, trackTableSource } from './trackTable/trackTable.js';

/** Sources that are read from files, in order of loading. `trackTable` takes what no other knows, so it is last. */
export const FILE_SOURCES: readonly FileSource[] = [
  spotifySongs,
  spotify112Genres,
  spotifyYoutube,
  lastfm2k,
  trackTable,
];

/** All sources. */
export const SOURCES: readonly Source[] = refuseDuplicates([...FILE_SOURCES, sampleSource]);

/**
 * The source with an id, also that of a table of the user's own (`table:…`).
 *
 * @throws AppError for an unknown id
 */
export function sourceById(id: string): Source {
  const source = SOURCES.find((candidate) => candidate.id === id);
  if (source !== undefined) return source;
  if (isTrackTable(id)) return trackTableSource(id.slice(id.indexOf(':') + 1), null);
  const known = SOURCES.map((candidate) => candidate.id).join(', ');
  throw new AppError('usage', `unknown source "${id}"`, `Known: ${known}`);
}

/**
 * Opens files and folders as inputs, in order of loading. See {@link openInputsOf}.
 *
 * @example
 * for (const input of await openInputs(['data/raw'])) console.log(input.source.id, input.origin);
 */
export function openInputs(
  paths: readonly string[],
  options: OpenOptions = {},
): Promise<readonly Input[]> {
  return openInputsOf(FILE_SOURCES, paths, options);
}

function refuseDuplicates(sources: readonly Source[]): readonly Source[] {
  const ids = sources.map(({ id }) => id);
  const duplicate = ids.find((id, index) => ids.indexOf(id) !== index);
  if (duplicate !== undefined) throw new Error(`two sources with the id "${duplicate}"`);
  return sources;
}
