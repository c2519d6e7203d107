import type { SongRecord } from '../store/queries/songRecords.js';
import type { FeatureContext } from './featureContext.js';

/**
 * The source from whose as-of date the age of a song is counted: of those that saw its popularity (else its streams,
 * else anything of it) the one that looked first. Null where no source observed the song.
 */
export function homeSource(song: SongRecord, context: FeatureContext): string | null {
  return (
    earliest(sourcesOf(song, 'popularity'), context) ??
    earliest(sourcesOf(song, 'streams'), context) ??
    earliest(otherSources(song), context)
  );
}

function sourcesOf(song: SongRecord, metric: string): string[] {
  return song.observations.filter((seen) => seen.metric === metric).map((seen) => seen.source);
}

function otherSources(song: SongRecord): string[] {
  const video = song.video === null ? [] : [song.video.source];
  return [...song.observations, ...song.genres].map((seen) => seen.source).concat(video);
}

function earliest(sources: readonly string[], context: FeatureContext): string | null {
  let first: string | null = null;
  for (const source of sources) {
    if (first === null || isEarlier(source, first, context)) first = source;
  }
  return first;
}

function isEarlier(a: string, b: string, context: FeatureContext): boolean {
  const [dayA, dayB] = [context.asOf(a), context.asOf(b)];
  return dayA < dayB || (dayA === dayB && a < b);
}
