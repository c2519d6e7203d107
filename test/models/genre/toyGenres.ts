import { AUDIO_COLUMNS, type GenreSongs } from '../../../src/models/genre/genreData.js';
import { modelTable } from '../../../src/models/modelTable.js';
import { createRandom, randomInteger } from '../../../src/stats/random.js';

/**
 * Invented songs of several genres, whose energy and year follow the genre while all else is noise. Every tenth song is also
 * listed under the next genre; every fifth is another version of the song before it.
 */
export function toyGenres(size: number, genreCount = 3, source = 'toy'): GenreSongs {
  const random = createRandom(3);
  const genres = Array.from({ length: genreCount }, (_, code) => `genre ${code + 10}`);
  const codes = Array.from({ length: size }, () => randomInteger(random, genreCount));
  const columns = [...AUDIO_COLUMNS, 'release_year'].map((id) => ({
    id,
    kind: 'number' as const,
    values: Float64Array.from(codes, (code) => {
      if (id === 'energy') return code + 0.6 * random();
      return id === 'release_year' ? 1990 + 5 * code + Math.floor(9 * random()) : random();
    }),
  }));
  return {
    source,
    genres,
    parts: codes.map((genre, row) =>
      row % 10 === 0
        ? [
            { genre, part: 0.75 },
            { genre: (genre + 1) % genreCount, part: 0.25 },
          ]
        : [{ genre, part: 1 }],
    ),
    table: modelTable(columns),
    works: Int32Array.from(codes.keys(), (row) => (row % 5 === 4 ? row - 1 : row)),
    artists: Int32Array.from(codes.keys(), (row) => (row % 7 === 6 ? -1 : Math.floor(row / 5))),
    titles: codes.map((_, row) => `Song ${row}`),
    artistNames: codes.map((_, row) => (row % 7 === 6 ? '' : `Artist ${Math.floor(row / 5)}`)),
  };
}
