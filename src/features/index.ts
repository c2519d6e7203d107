import { albumSongCount } from './albumSongCount.js';
import { albumType } from './albumType.js';
import { artistCount } from './artistCount.js';
import { artistCounts } from './artistCounts.js';
import { audioFeatures } from './audioFeatures.js';
import { daysSinceRelease } from './daysSinceRelease.js';
import { decade } from './decade.js';
import { durationMinutes } from './durationMinutes.js';
import { durationVsGenreMedian } from './durationVsGenreMedian.js';
import { explicit } from './explicit.js';
import type { Feature } from './feature.js';
import { genre } from './genre.js';
import { genreSongCount } from './genreSongCount.js';
import { identity } from './identity.js';
import { isFourthQuarter } from './isFourthQuarter.js';
import { isFriday } from './isFriday.js';
import { isRecent } from './isRecent.js';
import { isSingle } from './isSingle.js';
import { markets } from './markets.js';
import { playlists } from './playlists.js';
import { playsPerListener } from './playsPerListener.js';
import { releaseMonth } from './releaseMonth.js';
import { releasePrecision } from './releasePrecision.js';
import { releaseWeekday } from './releaseWeekday.js';
import { releaseYear } from './releaseYear.js';
import { streams } from './streams.js';
import { titleMarks } from './titleMarks.js';
import { trackPosition } from './trackPosition.js';
import { videoCounts } from './videoCounts.js';
import { videoFlags } from './videoFlags.js';

/** All features, in the order of the columns. To add one: its file, and a line here. */
export const FEATURES: readonly Feature[] = uniqueFeatures([
  releaseYear,
  releaseMonth,
  releaseWeekday,
  daysSinceRelease,
  isRecent,
  releasePrecision,
  isFriday,
  isFourthQuarter,
  decade,
  durationMinutes,
  trackPosition,
  durationVsGenreMedian,
  playsPerListener,
  ...artistCounts,
  genreSongCount,
  albumSongCount,
  playlists,
  explicit,
  albumType,
  isSingle,
  ...genre,
  ...titleMarks,
  artistCount,
  markets,
  ...audioFeatures,
  ...videoCounts,
  ...videoFlags,
  ...streams,
  ...identity,
]);

/**
 * The same list, if no two features have one id.
 *
 * @throws Error where an id stands twice.
 */
export function uniqueFeatures(features: readonly Feature[]): readonly Feature[] {
  const seen = new Set<string>();
  for (const { id } of features) {
    if (seen.has(id)) throw new Error(`duplicate feature "${id}"`);
    seen.add(id);
  }
  return features;
}
