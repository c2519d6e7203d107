import { artistGenres, type ArtistGenre } from '../../store/queries/artistGenres.js';
import { artistListening, type ArtistListeningRow } from '../../store/queries/artistListening.js';
import { genreListings } from '../../store/queries/genreListings.js';
import { subgenreSizes, type SubgenreSize } from '../../store/queries/subgenreSizes.js';
import { videoEngagement, type VideoEngagement } from '../../store/queries/videoEngagement.js';
import type { Reader } from '../analysis.js';
import { genreData, type GenreData } from './genreData.js';

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
  return {
    listings: genreData(await reader.ask(genreListings)),
    subgenres: await reader.ask(subgenreSizes),
    artistGenres: await reader.ask(artistGenres),
    listening: await reader.ask(artistListening),
    videos: await reader.ask(videoEngagement),
  };
}
