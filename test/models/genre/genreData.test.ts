import { describe, expect, it } from 'vitest';
import { AUDIO_COLUMNS, loadGenreSongs } from '../../../src/models/genre/genreData.js';
import { makeFeatureTable } from '../../features/makeFeatureTable.js';
import { readerOfAnswers } from '../../readerOfAnswers.js';

const ids = Array.from({ length: 45 }, (_, row) => `song ${row}`);
const audio = ids.map((_, row) => (row === 44 ? NaN : row / 50));
const features = makeFeatureTable({
  ids,
  numbers: Object.fromEntries([...AUDIO_COLUMNS, 'release_year'].map((id) => [id, audio])),
  categories: {
    work_key: ids,
    artist_id: ids.map((_, row) => (row === 0 ? null : `artist ${row % 4}`)),
    artist: ids.map((_, row) => (row === 0 ? null : `Artist ${row % 4}`)),
    title: ids,
  },
  observations: {},
});

const row = (song: number, genre: string, weight = 1): object => ({
  source: 'toy',
  song_id: `song ${song}`,
  genre,
  weight,
});
const rows = [
  ...ids.map((_, song) => row(song, song % 2 === 0 ? 'pop' : 'rock', 3)),
  row(3, 'pop', 1),
  row(5, 'rare'),
  { ...row(0, 'pop'), song_id: 'unknown' },
];
const reader = readerOfAnswers(() => rows);

describe('loadGenreSongs', () => {
  it('parts a song among its genres, and leaves out rare genres and songs without sound', async () => {
    const [songs] = await loadGenreSongs(reader, features);
    expect(songs.source).toBe('toy');
    expect(songs.genres).toEqual(['pop', 'rock']);
    expect(songs.parts).toHaveLength(44);
    expect(songs.parts[3]).toEqual([
      { genre: 1, part: 0.75 },
      { genre: 0, part: 0.25 },
    ]);
    expect(songs.parts[5]).toEqual([{ genre: 1, part: 1 }]);
    expect(songs.artists[0]).toBe(-1);
    expect(songs.artistNames.slice(0, 2)).toEqual(['', 'Artist 1']);
    expect(songs.table.columns.map(({ id }) => id)).toEqual([...AUDIO_COLUMNS, 'release_year']);
  });

  it('finds nothing where no source knows the sound', async () => {
    const silent = makeFeatureTable({ ids, numbers: {}, categories: {}, observations: {} });
    expect(await loadGenreSongs(reader, silent)).toEqual([]);
  });
});
