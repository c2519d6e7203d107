import type { Analysis } from './analysis.js';
import { artists } from './artists.js';
import { content } from './content.js';
import { data } from './data.js';
import { genres } from './genres.js';
import { methods } from './methods.js';
import { platforms } from './platforms.js';
import { popularityModel } from './popularityModel.js';
import { recommendations } from './recommendations.js';
import { similar } from './similar.js';
import { songGenre } from './songGenre.js';
import { summary } from './summary.js';

/** All sections, in the order of the report. To add one: its file, and a line here. */
export const analyses: readonly Analysis[] = uniqueAnalyses([
  summary,
  data,
  genres,
  artists,
  content,
  platforms,
  popularityModel,
  similar,
  songGenre,
  recommendations,
  methods,
]);

/** @throws Error where two sections have one id. */
export function uniqueAnalyses(list: readonly Analysis[]): readonly Analysis[] {
  const seen = new Set<string>();
  for (const { id } of list) {
    if (seen.has(id)) throw new Error(`duplicate analysis "${id}"`);
    seen.add(id);
  }
  return list;
}
