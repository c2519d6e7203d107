import { describe, expect, it } from 'vitest';
import { data } from '../../src/analyses/data.js';
import { outlierShares } from '../../src/analyses/data/outlierShares.js';
import { popularityBins } from '../../src/analyses/data/popularityBins.js';
import { tableRecords } from '../../src/domain/table.js';
import { answers, bookOf, expectSoundNarrative, textOf } from './narrativeChecks.js';
import { toyContext } from './toyData.js';

const MISSING = {
  artist: 0,
  album: 1,
  album_type: 2,
  release_date: 0,
  duration: 0,
  explicit: 4,
  markets: 4,
  genre: 0,
  audio_features: 0,
  popularity: 0,
  streams: 4,
  views: 4,
  likes: 4,
};

const ROWS = {
  'entity-counts': [
    { entity: 'songs', rows: 4 },
    { entity: 'artists', rows: 3 },
  ],
  'source-albums': [{ source: 'sample', albums: 2 }],
  'ledger-summary': [
    {
      source: 'sample',
      kind: 'track',
      read: 10,
      loaded: 4,
      updated: 3,
      unchanged: 1,
      duplicate: 1,
      rejected: 1,
    },
  ],
  'rejection-reasons': [
    { source: 'sample', field: 'title', reason: 'title is missing', rejected: 1 },
  ],
  'missing-values': [{ source: 'sample', songs: 4, ...MISSING }],
  'repeated-works': [{ songs: 4, works: 3, repeated_works: 1, songs_of_repeated_works: 2 }],
  'repeated-listings': [{ source: 'sample', songs: 4, under_several_genres: 1, largest: 2 }],
  'join-coverage': [
    { entity: 'artist', source: 'ears', other: 'ears', rows: 5 },
    { entity: 'artist', source: 'ears', other: 'sample', rows: 2 },
    { entity: 'artist', source: 'sample', other: 'ears', rows: 2 },
    { entity: 'artist', source: 'sample', other: 'sample', rows: 3 },
    { entity: 'song', source: 'sample', other: 'sample', rows: 4 },
  ],
  'songs-without-artist': [{ songs: 4, without_artist: 1 }],
};

const context = toyContext({
  ids: ['a', 'b', 'c', 'd'],
  numbers: { duration_minutes: [3, 3.1, 3.2, 60] },
  categories: {},
  observations: { popularity: { sample: [0, 40, 60, 100] } },
});

describe('the data section', () => {
  it('measures counts, shares and joins as computed by hand', async () => {
    const book = await bookOf(data, answers(ROWS), context);
    expect(book.finding('data.ledger.read').estimate).toBe(10);
    expect(book.finding('data.rejected-share').estimate).toBeCloseTo(10, 12);
    expect(book.finding('data.repeated-works-share').estimate).toBeCloseTo(50, 12);
    expect(book.finding('data.without-artist-share').estimate).toBeCloseTo(25, 12);
    expect(book.finding('data.shared-artists.ears.sample').estimate).toBe(2);
    expect(book.finding('data.shared-artists.ears.sample.share').estimate).toBeCloseTo(200 / 3, 12);
    expect(book.finding('data.missing.sample.album').estimate).toBeCloseTo(25, 12);
    expect(book.hasFinding('data.missing.sample.streams')).toBe(false); // the source has none at all
    const zero = book.finding('data.zero-popularity.sample');
    expect(zero.estimate).toBeCloseTo(25, 12);
    // Wilson interval of 1 in 4, statsmodels proportion_confint(1, 4, method='wilson')
    expect(zero.ci?.low).toBeCloseTo(4.5587, 3);
    expect(zero.ci?.high).toBeCloseTo(69.9358, 3);
  });

  it('leaves fields that nobody gives out of the missing table', async () => {
    const book = await bookOf(data, answers(ROWS), context);
    const fields = tableRecords(book.table('data.missing')).map((row) => row['field']);
    expect(fields).toContain('Album');
    expect(fields).not.toContain('Streams');
  });

  it('tells it all in sentences that rest on findings', async () => {
    const book = await bookOf(data, answers(ROWS), context);
    const text = textOf(expectSoundNarrative(data, book, context));
    expect(text).toMatch(/# \(#\) were refused/);
    expect(text).toMatch(/# \(#\) have no artist/);
  });

  it('builds from an empty store', async () => {
    const empty = toyContext({ ids: [], numbers: {}, categories: {}, observations: {} });
    const book = await bookOf(data, answers({}), empty);
    expectSoundNarrative(data, book, empty);
    expect(book.finding('data.zero-popularity').note).toMatch(/not enough data: n = 0/);
  });
});

describe('outlierShares', () => {
  it('counts what lies beyond Tukey’s fences and beyond the MAD rule', () => {
    // quartiles 2 and 4, fences −1 and 7; median 3, scaled MAD 1.4826
    const shares = outlierShares(Float64Array.of(1, 2, 3, 4, 100), false);
    expect([shares.low, shares.high]).toEqual([-1, 7]);
    expect(shares.beyondFences).toBe(20);
    expect(shares.beyondMad).toBe(20);
  });

  it('has no MAD rule where more than half of the values are equal', () => {
    expect(outlierShares(Float64Array.of(1, 1, 1, 9), false).beyondMad).toBeNull();
  });

  it('judges counts by their logarithm and gives fences in their own unit', () => {
    const shares = outlierShares(Float64Array.of(0, 10, 100, 1000, NaN), true);
    expect(shares.n).toBe(3);
    expect(shares.median).toBeCloseTo(100, 9);
    expect(shares.high).toBeCloseTo(10 ** 4, 6); // log quartiles 1.5 and 2.5
  });
});

describe('popularityBins', () => {
  it('counts zeros apart, puts a hundred into the last bin, and adds up', () => {
    const { songs, zeros, bins } = popularityBins(Float64Array.of(0, 1, 4.9, 5, 100, NaN));
    expect([songs, zeros]).toEqual([5, 1]);
    expect(bins[0]?.songs).toBe(2);
    expect(bins[1]?.songs).toBe(1);
    expect(bins.at(-1)?.songs).toBe(1);
    expect(bins.reduce((sum, bin) => sum + bin.share, 0) + 100 * (zeros / songs)).toBeCloseTo(
      100,
      9,
    );
  });
});
