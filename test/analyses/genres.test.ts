import { describe, expect, it } from 'vitest';
import { genres } from '../../src/analyses/genres.js';
import { GenreDataBuilder, type GenreData } from '../../src/analyses/genres/genreData.js';
import { genreEngagement } from '../../src/analyses/genres/genreEngagement.js';
import { genreGrowth } from '../../src/analyses/genres/genreGrowth.js';
import { genrePopularity } from '../../src/analyses/genres/genrePopularity.js';
import { genreYears, wholeYears } from '../../src/analyses/genres/genreYears.js';
import { createRandom } from '../../src/stats/random.js';
import type { GenreListing } from '../../src/store/queries/genreListings.js';
import { answers, bookOf, expectSoundNarrative, textOf } from './narrativeChecks.js';
import { plantedColumns, toyContext } from './toyData.js';

const listing = (genre: string, song: number, rest: Partial<GenreListing> = {}): GenreListing => ({
  source: 'sample',
  genre,
  song,
  artist: song,
  released_year: 2015,
  popularity: 50,
  ...rest,
});

function genreData(rows: readonly GenreListing[]): readonly GenreData[] {
  const builder = new GenreDataBuilder();
  for (const row of rows) builder.add(row);
  return builder.build();
}

/** Rap grows from one fifth to four fifths over ten years, and scores ten points above pop; eighty artists. */
function grown(): GenreListing[] {
  const random = createRandom(3);
  const rows: GenreListing[] = [];
  for (let song = 0; song < 2000; song += 1) {
    const released_year = 2014 + (song % 10);
    const isRap = random() < 0.2 + (0.6 * (released_year - 2014)) / 9;
    const popularity = Math.round(30 + (isRap ? 10 : 0) + 10 * random());
    rows.push(
      listing(isRap ? 'rap' : 'pop', song, { released_year, popularity, artist: song % 80 }),
    );
  }
  return rows;
}

describe('genrePopularity', () => {
  it('gives the mean with an interval over artists, as computed by hand', () => {
    // 15 artists with two equal songs each: the interval is that of 15 values, not of 30
    const rows = Array.from({ length: 30 }, (_, song) =>
      listing('pop', song, { artist: song >> 1, popularity: 40 + 2 * (song >> 1) }),
    );
    const [pop] = genrePopularity(genreData(rows)[0]);
    expect(pop?.popularity.mean).toBeCloseTo(54, 12);
    expect(pop?.artists).toBe(15);
    // scipy t.interval(0.95, 14, 54, sem(40 + 2 * arange(15))): 49.047…58.953; CR1's (n − 1)/(n − 1) factor is 1
    expect(pop?.popularity.ci?.low).toBeCloseTo(49.047, 2);
    expect(pop?.difference).toBeNull();
  });

  it('takes the year out of a difference that is only the year’s', () => {
    const rows = Array.from({ length: 400 }, (_, song) => {
      const released_year = song % 4 === 0 ? 2010 : 2019;
      const genre = (song % 4 === 0) === song % 40 < 32 ? 'old' : 'new';
      return listing(genre, song, { released_year, popularity: released_year - 1970 + (song % 3) });
    });
    const old = genrePopularity(genreData(rows)[0]).find((one) => one.genre === 'old');
    expect(Math.abs(old?.difference?.crude.estimate ?? 0)).toBeGreaterThan(2);
    expect(old?.difference?.adjusted?.estimate).toBeCloseTo(0, 0);
  });

  it('compares song by song: a song under two genres belongs to both, and never stands on both sides', () => {
    // 40 songs of 60 points under pop and rap, 40 of 40 points under rap alone, 80 of 20 points under rock
    const rows = [
      ...Array.from({ length: 40 }, (_, song) => listing('pop', song, { popularity: 60 })),
      ...Array.from({ length: 80 }, (_, song) =>
        listing('rap', song, { popularity: song < 40 ? 60 : 40 }),
      ),
      ...Array.from({ length: 80 }, (_, i) => listing('rock', 100 + i, { popularity: 20 })),
    ];
    const found = new Map(
      genrePopularity(genreData(rows)[0]).map((one) => [one.genre, one.difference]),
    );
    // by hand: rap 50 against the 80 others 20; pop 60 against (40 · 40 + 80 · 20) / 120
    expect(found.get('rap')?.crude.estimate).toBeCloseTo(30, 9);
    expect(found.get('pop')?.crude.estimate).toBeCloseTo(60 - 80 / 3, 9);
    expect(found.get('rap')?.adjusted?.estimate).toBeCloseTo(30, 9);
  });

  it('does not rank a genre with few songs', () => {
    const rows = Array.from({ length: 29 }, (_, song) => listing('pop', song));
    expect(genrePopularity(genreData(rows)[0])).toEqual([]);
  });
});

describe('genre trends', () => {
  const [data] = genreData(grown());

  it('leaves out the year of the as-of date unless it is over', () => {
    expect(wholeYears(data, '2023-06-30').at(-1)).toBe(2022);
    expect(wholeYears(data, '2023-12-31').at(-1)).toBe(2023);
  });

  it('shares of a year add up to a hundred', () => {
    const cells = genreYears(data, [2014, 2020], ['pop', 'rap']);
    for (const year of [2014, 2020]) {
      const own = cells.filter((cell) => cell.year === year);
      expect(own.reduce((sum, cell) => sum + cell.share.mean, 0)).toBeCloseTo(100, 9);
    }
  });

  it('finds the planted growth, with opposite slopes for two genres', () => {
    const growth = genreGrowth(data, wholeYears(data, '2024-01-31'));
    const [rap, pop] = growth.genres;
    expect(rap?.genre).toBe('rap');
    expect(rap?.slope.ci?.low).toBeLessThan(60 / 9);
    expect(rap?.slope.ci?.high).toBeGreaterThan(60 / 9);
    expect(rap?.slope.ci?.level).toBeCloseTo(0.975, 12);
    expect((rap?.slope.estimate ?? 0) + (pop?.slope.estimate ?? 0)).toBeCloseTo(0, 9);
  });

  it('is the slope of the yearly shares, however many listings a year has', () => {
    const shares = [0.1, 0.5, 0.5, 0.4, 0.4, 0.3];
    const rows = shares.flatMap((share, year) =>
      Array.from({ length: year === 5 ? 1000 : 100 }, (_, i) =>
        listing(i < share * (year === 5 ? 1000 : 100) ? 'rap' : 'pop', 2000 * year + i, {
          released_year: 2010 + year,
        }),
      ),
    );
    const found = genreGrowth(genreData(rows)[0], [2010, 2011, 2012, 2013, 2014, 2015]);
    const rap = found.genres.find(({ genre }) => genre === 'rap');
    // numpy: np.polyfit(range(6), [10, 50, 50, 40, 40, 30], 1)[0]
    expect(rap?.slope.estimate).toBeCloseTo(1.7142857, 6);
    // numpy and scipy: the error of a weighted sum of six independent shares, t interval at 1 − 0.05 / 2
    expect(rap?.slope.ci?.low).toBeCloseTo(-0.0622436, 6);
    expect(rap?.slope.ci?.high).toBeCloseTo(3.490815, 6);
    expect([rap?.firstShare, rap?.lastShare]).toEqual([10, 30]);
  });

  it('does not judge few years', () => {
    expect(genreGrowth(data, [2020, 2021]).genres).toEqual([]);
  });
});

/** Two genres, `rap` with the given percent of 400 listings in each year from 2010 on. */
function shared(percents: readonly number[]): GenreListing[] {
  return percents.flatMap((percent, year) =>
    Array.from({ length: 400 }, (_, i) =>
      listing(i < 4 * percent ? 'rap' : 'pop', 400 * year + i, { released_year: 2010 + year }),
    ),
  );
}

describe('turns of a share', () => {
  const years = Array.from({ length: 10 }, (_, i) => 2010 + i);
  const rap = (percents: readonly number[]) =>
    genreGrowth(genreData(shared(percents))[0], years).genres.find(({ genre }) => genre === 'rap');
  const rise = [10, 14, 18, 22, 26, 30, 34, 38, 42, 46];
  const riseThenFall = [10, 20, 30, 40, 50, 45, 40, 35, 30, 28];

  it('are not seen in a steady rise or fall, with little noise, or where nothing moves', () => {
    expect(rap(rise)).toMatchObject({ turn: null, peakYear: 2019, peakShare: 46 });
    expect(rap([...rise].reverse())).toMatchObject({ turn: null, peakYear: 2010 });
    expect(rap([10, 14, 18, 22, 26, 30, 34, 35, 34, 34])?.turn).toBeNull();
    expect(rap(years.map((year) => 30 + (year % 2)))?.turn).toBeNull();
  });

  it('are found where a share rises and falls, however its slope ends', () => {
    const found = rap(riseThenFall);
    expect(found?.slope.ci?.low).toBeGreaterThan(0); // the slope alone would say "growing"
    expect(found?.turn).toMatchObject({ kind: 'peak', year: 2014, share: 50 });
    // by hand: (45 + 40 + 35 + 30 + 28) / 5 − 50
    expect(found?.turn?.since.estimate).toBeCloseTo(-14.4, 9);
    expect(found?.turn?.since.ci?.high).toBeLessThan(0);
  });

  it('are found where a share falls and rises', () => {
    const found = rap(riseThenFall.map((percent) => 60 - percent));
    expect(found?.turn).toMatchObject({ kind: 'trough', year: 2014, share: 10 });
    expect(found?.turn?.since.estimate).toBeCloseTo(14.4, 9);
  });

  it.each([
    ['steady rise', rise, /Emerging: rap/, /a slope over all years would mislead/],
    [
      'rise, then fall',
      riseThenFall,
      /For rap a slope over all years would mislead: its share grew until #, to # of the listings, and has been lower since/,
      /Emerging: rap|rap takes? a growing share/,
    ],
    [
      'fall, then rise',
      riseThenFall.map((percent) => 60 - percent),
      /For rap a slope over all years would mislead: its share shrank until #, to # of the listings, and has been higher since/,
      /Fading: rap|rap takes? a shrinking share/,
    ],
  ])('are told in words: %s', async (_, percents, said, unsaid) => {
    const context = toyContext(plantedColumns({ genre: 8 }));
    const reader = answers({ 'genre-listings': shared(percents) });
    const book = await bookOf(genres, reader, context);
    const text = textOf(expectSoundNarrative(genres, book, context));
    expect(text).toMatch(said);
    expect(text).not.toMatch(unsaid);
    expect(text).toContain('Old songs are there because they lasted');
  });
});

describe('genreEngagement', () => {
  const cases = Array.from({ length: 80 }, (_, i) => ({
    genre: i % 2 === 0 ? 'rap' : 'pop',
    artist: `artist ${i}`,
    rate: (i % 2 === 0 ? 20 : 10) * (1 + (i % 5) / 10),
    size: 100 + i,
  }));

  it('gives geometric means and the planted ratio', () => {
    const [rap, pop] = genreEngagement(cases);
    expect(rap?.genre).toBe('rap');
    expect(rap.typical.estimate / pop.typical.estimate).toBeCloseTo(2, 9);
    expect(rap?.ratio?.crude.estimate).toBeCloseTo(2, 9);
    expect(rap?.ratio?.adjusted.estimate).toBeCloseTo(2, 1);
  });

  it('needs enough artists, and one genre has nothing to be compared with', () => {
    expect(genreEngagement(cases.slice(0, 20))).toEqual([]);
    const [only] = genreEngagement(cases.filter((one) => one.genre === 'pop'));
    expect(only?.ratio).toBeNull();
  });
});

describe('the genres section', () => {
  const context = toyContext(plantedColumns({ genre: 8 }));
  const listening = Array.from({ length: 60 }, (_, i) => ({
    source: 'ears',
    artist_id: `a${String(i)}`,
    listeners: 10 + (i % 7),
    plays: (i % 2 === 0 ? 400 : 100) * (10 + (i % 7)) + 13 * i,
    mean_log: Math.log(i % 2 === 0 ? 300 : 80) + (i % 5) / 10,
  }));
  const artistRows = listening.map(({ artist_id }, i) => ({
    source: 'sample',
    artist_id,
    genre: i % 2 === 0 ? 'rap' : 'pop',
    songs: 3,
  }));

  it('tells of a data set with everything', async () => {
    const reader = answers({
      'genre-listings': grown(),
      'artist-listening': listening,
      'artist-genres': artistRows,
      'subgenre-sizes': [
        { source: 'sample', genre: 'rap', subgenre: 'trap', songs: 900, popularity: 45 },
        { source: 'sample', genre: 'pop', subgenre: 'dance pop', songs: 700, popularity: null },
      ],
      'video-engagement': listening.map(({ artist_id }, i) => ({
        source: 'video',
        artist_id,
        views: 1000 + 10 * i,
        likes: (i % 2 === 0 ? 30 : 10) + (i % 3),
      })),
    });
    const book = await bookOf(genres, reader, context);
    const text = textOf(expectSoundNarrative(genres, book, context));
    expect(text).toMatch(/Emerging: rap/);
    expect(text).toMatch(/Fading: pop/);
    expect(text).toMatch(/rap \(by #\) score higher\. Scores are lower for pop \(by #\)/);
    expect(text).toMatch(/Videos of rap draw more likes per view, of pop fewer/);
    expect(text).toContain('This is for the genres of Toy songs; finer genres');
  });

  it('says so where there are no genres, one genre, or too few songs', async () => {
    const one = Array.from({ length: 40 }, (_, song) =>
      listing('only', song, { popularity: song }),
    );
    const few = [listing('pop', 1), listing('rap', 2)];
    const silent = one.map((row) => ({ ...row, popularity: null, released_year: null }));
    const oneArtist = grown().map((row) => ({ ...row, artist: 1 }));
    for (const rows of [[], one, few, silent, oneArtist]) {
      const book = await bookOf(genres, answers({ 'genre-listings': rows }), context);
      const text = textOf(expectSoundNarrative(genres, book, context));
      expect(text).not.toMatch(/Emerging|score higher|Scores are lower/);
    }
  });

  it('claims nothing where genres do not differ', async () => {
    const random = createRandom(5);
    const rows = Array.from({ length: 600 }, (_, song) =>
      listing(['x', 'y', 'z'][song % 3], song, {
        artist: song % 60,
        released_year: 2010 + (song % 14),
        popularity: Math.round(40 + 20 * random()),
      }),
    );
    const book = await bookOf(genres, answers({ 'genre-listings': rows }), context);
    expect(textOf(expectSoundNarrative(genres, book, context))).not.toMatch(
      /Emerging|Fading|score higher|Scores are lower/,
    );
  });
});
