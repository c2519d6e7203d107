import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/errors.js';
import { songRequest, type SongFields } from '../../../src/models/predict/songRequest.js';
import { boundsOf, type SavedFeature } from '../../../src/models/predict/savedFeature.js';
import { FEATURES } from './trainedFile.js';

const PLACE = { file: 'songs.json', row: 3 };
const number = (id: string): SavedFeature => ({ ...FEATURES[1], id, title: id, seen: [0, 1] });
const ALL = [
  ...FEATURES,
  ...['duration_minutes', 'days_since_release', 'title_is_live', 'plays', 'log1p_plays'].map(
    number,
  ),
];

const request = (fields: SongFields) => songRequest(fields, ALL, '2026-01-02', PLACE);

function errorOf(fields: SongFields): AppError {
  try {
    request(fields);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('songRequest', () => {
  it('derives what follows from date, length, title and counts, and leaves the rest missing', () => {
    const song = request({
      title: 'Night Train - Live',
      artist: 'THE Invénted',
      release_date: '2025-12-31',
      duration_ms: '90000',
      plays: 9,
      explicit: 'true',
      genre: '',
      popularity: 40,
    });
    expect(song).toMatchObject({ title: 'Night Train - Live', actual: 40 });
    expect(Object.fromEntries(song.values)).toEqual({
      energy: null,
      release_year: 2025,
      explicit: 1,
      genre: null,
      artist: 'the invented',
      duration_minutes: 1.5,
      days_since_release: 2,
      title_is_live: 1,
      plays: 9,
      log1p_plays: Math.log1p(9),
    });
  });

  it('takes a feature by its own name before what is derived', () => {
    const song = request({ release_date: '2019', release_year: 2001 });
    expect(song.values.get('release_year')).toBe(2001);
    expect(song.values.get('days_since_release')).toBeNull();
  });

  it.for([
    [{ duration_ms: -5 }, 'duration_ms must be a number of at least 1, got -5'],
    [{ popularity: 140 }, 'popularity must be a number from 0 to 100, got 140'],
    [
      { release_date: '2026-01-03' },
      'release_date must be no later than 2026-01-02, got "2026-01-03"',
    ],
    [
      { release_date: '2019-02-30' },
      'release_date must be a day of the calendar, got "2019-02-30"',
    ],
    [{ release_date: 2019 }, 'release_date must be a text, got 2019'],
    [{ energy: 1.5 }, 'energy must be a number from 0 to 1, got 1.5'],
    [{ energy: 'loud' }, 'energy must be a number from 0 to 1, got "loud"'],
    [{ energy: Infinity }, 'energy must be a number from 0 to 1, got null'],
    [{ energy: 'NaN' }, 'energy must be a number from 0 to 1, got "NaN"'],
    [{ explicit: 'perhaps' }, 'explicit must be true or false, got "perhaps"'],
    [{ genre: 7 }, 'genre must be a text, got 7'],
    [{ plays: [] }, 'plays must be a number, got []'],
  ] as const)('refuses %j and names file, row and field', ([fields, message]) => {
    const error = errorOf(fields);
    expect(error.code).toBe('input');
    expect(error.message).toBe(`songs.json, row 3: ${message}`);
  });

  it('names the field that an unknown one may stand for', () => {
    expect(errorOf({ enrgy: 0.5 })).toMatchObject({
      message: 'songs.json, row 3: unknown field "enrgy"',
      hint: 'did you mean "energy"?',
    });
    expect(errorOf({ zzzzzzzz: 1 }).hint).toContain('the model knows: album, artist,');
  });
});

describe('boundsOf', () => {
  it('follows the unit', () => {
    const plain = { id: 'x', isFlag: false };
    expect(boundsOf({ ...plain, unit: 'plays' })).toEqual([0, null]);
    expect(boundsOf({ ...plain, unit: 'points' })).toEqual([0, 100]);
    expect(boundsOf({ ...plain, unit: 'percentage-points' })).toEqual([null, null]);
    expect(boundsOf({ ...plain, id: 'valence', unit: 'index' })).toEqual([0, 1]);
    expect(boundsOf({ ...plain, isFlag: true, unit: 'text' })).toEqual([0, 1]);
  });
});
