import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  measureHypotheses,
  measureHypothesis,
} from '../../../src/analyses/adjusted/measureHypothesis.js';
import { rankCorrelation } from '../../../src/analyses/adjusted/rankCorrelation.js';
import { percentOf } from '../../../src/analyses/adjusted/percentOf.js';
import { hypotheses, hypothesis } from '../../../src/analyses/hypotheses.js';
import type { FeatureColumns } from '../../features/makeFeatureTable.js';
import { plantedColumns, toyContext } from '../toyData.js';

interface Expected {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly t: number;
  readonly df: number;
  readonly p: number;
  readonly sd: number;
}
interface Fixture {
  readonly songs: Readonly<Record<string, readonly number[]>>;
  readonly expected: {
    readonly crude: Expected;
    readonly adjusted: Expected;
    readonly streams_crude: Expected;
    readonly streams_within: Expected;
    readonly within_artist: Expected;
    readonly spearman: number;
    readonly spearman_within: number;
  };
}

const path = new URL('../../fixtures/adjusted/adjusted.json', import.meta.url);
const { songs, expected } = JSON.parse(readFileSync(path, 'utf8')) as Fixture;
const column = (id: string): readonly number[] => songs[id] ?? [];

const columns: FeatureColumns = {
  ids: column('artist').map((_, i) => `song ${i}`),
  numbers: {
    explicit: column('explicit'),
    is_single: column('explicit'),
    release_year: column('year'),
    artist_song_count: column('count'),
    log10_views: column('log_views'),
  },
  categories: {
    artist_id: column('artist').map((code) => `artist ${code}`),
    genre: column('genre').map((code) => `genre ${code}`),
  },
  observations: {
    popularity: { sample: column('popularity') },
    streams: { sample: column('log_streams').map((log) => 10 ** log) },
  },
};
const context = toyContext(columns);

describe('measureHypothesis against statsmodels and the definition of CR2', () => {
  const declared = {
    ...hypothesis('content.explicit'),
    confounders: ['genre', 'release_year', 'artist_song_count'],
  };
  const finding = measureHypothesis(declared, context);

  it('gives the cluster-robust crude and adjusted estimates', () => {
    expect(finding.estimate).toBeCloseTo(expected.adjusted.estimate, 8);
    expect(finding.ci?.low).toBeCloseTo(expected.adjusted.low, 6);
    expect(finding.ci?.high).toBeCloseTo(expected.adjusted.high, 6);
    expect(finding.test?.p).toBeCloseTo(expected.adjusted.p, 8);
    expect(finding.test?.statistic.value).toBeCloseTo(expected.adjusted.t, 6);
    expect(finding.test?.df).toBeCloseTo(expected.adjusted.df, 6);
    expect(finding.test?.method).toContain('CR2');
    expect(finding.crude?.estimate).toBeCloseTo(expected.crude.estimate, 8);
    expect(finding.crude?.ci?.low).toBeCloseTo(expected.crude.low, 6);
    expect(finding.effect?.value).toBeCloseTo(expected.adjusted.estimate / expected.adjusted.sd, 8);
  });

  it('names what it held constant, its clusters and why the plain comparison misleads', () => {
    expect(finding.adjustedFor).toEqual(declared.confounders);
    expect(finding.clusteredBy).toBe('artist');
    expect(finding.caveats.join(' ')).toContain(
      'found more often in genres whose songs score higher in popularity',
    );
    expect(finding.verdict).toBeNull();
    expect(finding.test?.pAdjusted).toBeNull();
  });

  it('absorbs the artist and shows log differences in percent', () => {
    const single = measureHypothesis(hypothesis('content.single'), context);
    expect(single.estimate).toBeCloseTo(percentOf(expected.streams_within.estimate), 8);
    expect(single.ci?.low).toBeCloseTo(percentOf(expected.streams_within.low), 5);
    expect(single.ci?.high).toBeCloseTo(percentOf(expected.streams_within.high), 5);
    expect(single.test?.df).toBeCloseTo(expected.streams_within.df, 6);
    expect(single.crude?.ci?.low).toBeCloseTo(percentOf(expected.streams_crude.low), 5);
    expect(single.unit).toBe('percent');
  });

  it('checks the answer among the songs of one artist', () => {
    const [, within] = measureHypotheses([declared], context);
    expect(within?.id).toBe('content.explicit.within_artist');
    expect(within?.estimate).toBeCloseTo(expected.within_artist.estimate, 8);
    expect(within?.ci?.low).toBeCloseTo(expected.within_artist.low, 6);
    expect(within?.ci?.high).toBeCloseTo(expected.within_artist.high, 6);
    expect(within?.test?.df).toBeCloseTo(expected.within_artist.df, 6);
  });

  it('correlates ranks, overall and within artists', () => {
    const views = measureHypothesis(hypothesis('platforms.streams_views'), context);
    expect(views.crude?.estimate).toBeCloseTo(expected.spearman, 10);
    expect(views.estimate).toBeCloseTo(expected.spearman_within, 10);
    expect(views.ci!.low).toBeLessThan(views.estimate!);
    expect(views.ci!.high).toBeGreaterThan(views.estimate!);
  });
});

describe('planted data', () => {
  const explicit = hypothesis('content.explicit');

  it('does not find what is only confounded, and finds what is there', () => {
    const confounded = measureHypothesis(explicit, toyContext(plantedColumns({ genre: 10 })));
    expect(confounded.crude!.ci!.low).toBeGreaterThan(2);
    expect(confounded.ci!.low).toBeLessThan(0);
    expect(confounded.ci!.high).toBeGreaterThan(0);
    const real = measureHypothesis(
      explicit,
      toyContext(plantedColumns({ genre: 10, explicit: 6 })),
    );
    expect(real.ci!.low).toBeGreaterThan(2);
    expect(real.ci!.high).toBeLessThan(10);
  });

  it('covers the planted effect about as often as it says', () => {
    const covered = Array.from({ length: 60 }, (_, seed) =>
      measureHypothesis(
        explicit,
        toyContext(plantedColumns({ genre: 5, explicit: 3, seed, songs: 240, artists: 60 })),
      ),
    ).filter(({ ci }) => ci!.low <= 3 && ci!.high >= 3).length;
    expect(covered).toBeGreaterThanOrEqual(52);
  });
});

describe('data that do not suffice', () => {
  const small = (count: number): FeatureColumns =>
    plantedColumns({ songs: count, artists: Math.min(count, 5) });

  it('says so, with n', () => {
    const finding = measureHypothesis(hypothesis('content.duration'), toyContext(small(12)));
    expect(finding.estimate).toBeNull();
    expect(finding.note).toBe('not enough data: n = 12, needed 30');
  });

  it('needs both sides of a contrast', () => {
    const base = plantedColumns();
    const finding = measureHypothesis(
      hypothesis('content.explicit'),
      toyContext({
        ...base,
        numbers: { ...base.numbers, explicit: base.ids.map((_, i) => (i < 3 ? 1 : 0)) },
      }),
    );
    expect(finding.note).toBe('not enough data: n = 3, needed 10');
  });

  it('measures nothing without popularity, and works with one genre or one artist', () => {
    const base = plantedColumns();
    const none = base.ids.map(() => Number.NaN);
    const blank = toyContext({ ...base, observations: { popularity: { sample: none } } });
    for (const declared of hypotheses.filter((one) => one.outcome === 'popularity')) {
      expect(measureHypothesis(declared, blank).estimate).toBeNull();
    }
    const one = toyContext({
      ...base,
      categories: {
        ...base.categories,
        genre: base.ids.map(() => 'only'),
        artist_id: base.ids.map(() => 'only'),
      },
    });
    const finding = measureHypothesis(hypothesis('content.explicit'), one);
    expect(finding.estimate).not.toBeNull();
    expect(finding.clusteredBy).toBeNull();
    expect(finding.caveats.join(' ')).toContain('may be too narrow');
    expect(measureHypothesis(hypothesis('genres.spread'), one).estimate).toBeNull();
    expect(measureHypothesis(hypothesis('content.single'), one).estimate).not.toBeNull();
  });

  it('leaves out confounders that the data do not hold, and says so', () => {
    const base = plantedColumns();
    const finding = measureHypothesis(
      hypothesis('content.duration'),
      toyContext({ ...base, categories: { genre: base.categories!['genre'] } }),
    );
    expect(finding.adjustedFor).toEqual(['genre', 'release_year', 'artist_song_count']);
    const numbers = { ...base.numbers, artist_song_count: base.ids.map(() => Number.NaN) };
    const without = measureHypothesis(
      hypothesis('content.duration'),
      toyContext({ ...base, numbers }),
    );
    expect(without.adjustedFor).toEqual(['genre', 'release_year']);
    expect(without.caveats.join(' ')).toContain('Not adjusted for the artist’s number of songs');
  });

  it('says that an exposure explained by what is held constant cannot be judged', () => {
    const base = plantedColumns();
    const genres = base.categories!['genre'] as readonly string[];
    const finding = measureHypothesis(
      hypothesis('content.explicit'),
      toyContext({
        ...base,
        numbers: {
          ...base.numbers,
          explicit: genres.map((genre) => (genre === 'style 0' ? 1 : 0)),
        },
      }),
    );
    expect(finding.estimate).toBeNull();
    expect(finding.note).toContain('does not vary');
  });
});

describe('sources and clusters', () => {
  it('takes the first declared source with enough songs and never mixes', () => {
    const base = plantedColumns({ explicit: 6 });
    const few = base.ids.map((_, i) => (i < 20 ? 50 : Number.NaN));
    const popularity = {
      ...base.observations!['popularity'],
      spotify_112_genres: few,
      other: base.ids.map(() => 1),
    };
    const finding = measureHypothesis(
      hypothesis('content.explicit'),
      toyContext({ ...base, observations: { popularity } }),
    );
    expect(finding.sources).toEqual(['sample']);
  });

  it('falls back to any source, and to genres as clusters where artists are unknown', () => {
    const base = plantedColumns({ explicit: 6 });
    const genre = base.ids.map((_, i) => `genre ${i % 20}`);
    const mine = toyContext(
      {
        ...base,
        categories: { genre },
        observations: { popularity: { mine: base.observations!['popularity']['sample'] } },
      },
      'mine',
    );
    const finding = measureHypothesis(hypothesis('content.explicit'), mine);
    expect(finding.sources).toEqual(['mine']);
    expect(finding.clusteredBy).toBe('genre');
    expect(finding.caveats.join(' ')).toContain('genres are the independent units');
  });

  it('measures the genre spread with an interval around it', () => {
    const finding = measureHypothesis(
      hypothesis('genres.spread'),
      toyContext(plantedColumns({ genre: 8 })),
    );
    expect(finding.unit).toBe('percent');
    expect(finding.estimate).toBeGreaterThan(20);
    expect(finding.ci!.low).toBeLessThan(finding.estimate!);
    expect(finding.ci!.high).toBeGreaterThan(finding.estimate!);
    const nothing = measureHypothesis(
      hypothesis('genres.spread'),
      toyContext(plantedColumns({ genre: 0 })),
    );
    expect(nothing.ci!.low).toBeLessThan(1);
  });
});

describe('rankCorrelation', () => {
  it('is null where nothing varies or too few rows are left', () => {
    const rows = Int32Array.from([0, 1, 2, 3]);
    const flat = Float64Array.from([1, 1, 1, 1]);
    const rising = Float64Array.from([1, 2, 3, 4]);
    expect(rankCorrelation(flat, rising, null, rows)).toBeNull();
    expect(rankCorrelation(rising, rising, rows, rows)).toBeNull();
  });

  it('agrees with the usual error for independent rows', () => {
    const n = 400;
    const x = Float64Array.from({ length: n }, (_, i) => (i * 7919) % 401);
    const y = Float64Array.from({ length: n }, (_, i) => (i * 104729) % 397);
    const found = rankCorrelation(
      x,
      y,
      null,
      Int32Array.from({ length: n }, (_, i) => i),
    )!;
    const width = found.ci.high - found.ci.low;
    expect(width).toBeGreaterThan(0.15);
    expect(width).toBeLessThan(0.25);
  });
});
