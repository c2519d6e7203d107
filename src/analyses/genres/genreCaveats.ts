import type { AnalysisContext } from '../analysis.js';
import type { GenreData } from './genreData.js';

/** What the sources are a sample of. */
export function selectionOf(sources: readonly string[], context: AnalysisContext): string[] {
  return sources.flatMap((source) => {
    const stamp = context.sources.find((one) => one.source === source);
    return stamp ? [stamp.selection] : [];
  });
}

/** What the intervals of a source take as independent, and the caveat where that is the song. */
export function clusterOf(data: GenreData): {
  readonly clusteredBy: string | null;
  readonly caveats: readonly string[];
} {
  if (data.knownArtists >= 0.5) return { clusteredBy: 'artist', caveats: [] };
  return {
    clusteredBy: null,
    caveats: [
      'The source names no artists, so that each song counts as independent and intervals may be too narrow.',
    ],
  };
}
