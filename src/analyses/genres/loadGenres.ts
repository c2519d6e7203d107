import { artistGenres, type ArtistGenre } from '../../store/queries/artistGenres.js';
import { artistListening, type ArtistListeningRow } from '../../store/queries/artistListening.js';
import { genreListings } from '../../store/queries/genreListings.js';
import { subgenreSizes, type SubgenreSize } from '../../store/queries/subgenreSizes.js';
import { videoEngagement, type VideoEngagement } from '../../store/queries/videoEngagement.js';
import type { Reader } from '../analysis.js';
import { sharedTexts } from '../sharedTexts.js';
import { GenreDataBuilder, type GenreData } from './genreData.js';

/** What the genres section asks the store. */
export interface GenresInput {
  /** One per source that names genres, most listings first. */
  readonly listings: readonly GenreData[];
  readonly subgenres: readonly SubgenreSize[];
  readonly artistGenres: readonly ArtistGenre[];
  readonly listening: readonly ArtistListeningRow[];
  readonly videos: readonly VideoEngagement[];
}

export async function loadGenres(reader: Reader): Promise<GenresInput> {
  const listings = new GenreDataBuilder();
  await reader.each(genreListings, (row) => listings.add(row));
  const share = sharedTexts();
  const videos: VideoEngagement[] = [];
  await reader.each(videoEngagement, (row) => {
    videos.push({ ...row, source: share(row.source), artist_id: share(row.artist_id) });
  });
  return {
    listings: listings.build(),
    subgenres: await reader.ask(subgenreSizes),
    artistGenres: await reader.ask(artistGenres),
    listening: await reader.ask(artistListening),
    videos,
  };
}
