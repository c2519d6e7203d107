import { describe, expect, it } from 'vitest';
import { artists } from '../../src/analyses/artists.js';
import { agreements } from '../../src/analyses/artists/agreement.js';
import { leadingTags } from '../../src/analyses/artists/clusterNames.js';
import { artistEngagement, medianWithInterval } from '../../src/analyses/artists/engagement.js';
import { growthRates } from '../../src/analyses/artists/growthRates.js';
import {
  heardArtists,
  type Heard,
  loyaltyFinding,
  upperHalfFinding,
} from '../../src/analyses/artists/loyalty.js';
import { RankingBuilder, type Ranking } from '../../src/analyses/artists/rankings.js';
import { artistClusters } from '../../src/models/artistClusters.js';
import { createRandom, randomNormal } from '../../src/stats/random.js';
import type { ArtistMetric } from '../../src/store/queries/artistMetrics.js';
import { answers, bookOf, expectSoundNarrative, textOf } from './narrativeChecks.js';
import { plantedColumns, toyContext } from './toyData.js';

const metric = (
  name: string,
  id: string,
  total: number,
  rest: Partial<ArtistMetric> = {},
): ArtistMetric => ({
  source: 'sample',
  metric: name,
  artist_id: id,
  name: `Artist ${id}`,
  items: 10,
  total,
  mean: total / 10,
  deviation: 5,
  mean_log: Math.log(total / 10),
  ...rest,
});

function rankings(rows: readonly ArtistMetric[]): readonly Ranking[] {
  const builder = new RankingBuilder();
  for (const row of rows) builder.add(row);
  return builder.build();
}

describe('rankings', () => {
  it('take the source with most artists and rank by total or by mean', () => {
    const found = rankings([
      metric('streams', 'a', 5),
      metric('streams', 'b', 9),
      metric('streams', 'c', 99, { source: 'other' }),
      metric('popularity', 'a', 300, { mean: 30 }),
      metric('popularity', 'b', 900, { mean: 90, items: 4 }),
    ]);
    const streams = found.find((one) => one.metric === 'streams');
    expect(streams?.artists.map((one) => one.id)).toEqual(['b', 'a']);
    const popularity = found.find((one) => one.metric === 'popularity');
    expect(popularity?.artists.map((one) => one.id)).toEqual(['a']); // b has too few songs
    // scipy t.ppf(0.975, 9) * 5 / sqrt(10) = 3.5768
    expect(popularity?.artists[0]?.ci?.high).toBeCloseTo(33.5768, 3);
  });

  it('takes the first of sources that observed equally many artists', () => {
    const rows = [
      metric('plays', 'a', 1, { source: 'b' }),
      metric('plays', 'a', 1, { source: 'a' }),
    ];
    expect(rankings(rows).map(({ source }) => source)).toEqual(['a']);
  });
});

describe('agreements', () => {
  const reversed = rankings(
    Array.from({ length: 40 }, (_, i) => [
      metric('streams', `a${i}`, i + 1),
      metric('views', `a${i}`, 100 - i),
    ]).flat(),
  );

  it('compare artists that stand in both rankings', () => {
    const [one] = agreements(reversed);
    expect(one?.spearman.estimate).toBeCloseTo(-1, 12);
    expect(one?.kendall.estimate).toBeCloseTo(-1, 12);
    expect([one?.top, one?.shared]).toEqual([10, 0]);
  });

  it('need enough common artists', () => {
    const short = reversed.map((one) => ({ ...one, artists: one.artists.slice(0, 10) }));
    expect(agreements(short)).toEqual([]);
  });
});

describe('medians of plays', () => {
  it('come with the distribution-free interval of the order statistics', () => {
    const values = Float64Array.from({ length: 100 }, (_, i) => i + 1);
    const { median, ci } = medianWithInterval(values);
    expect(median).toBe(50.5);
    // ranks n/2 ∓ 1.96 √n / 2, rounded up: the 41st and the 60th value
    expect([ci.low, ci.high]).toEqual([41, 60]);
    expect(medianWithInterval(Float64Array.of(7)).ci).toMatchObject({ low: 7, high: 7 });
  });

  it('say how much the most active listener weighs', () => {
    const plays = [1, 2, 3, 94].map((count, user) => ({
      user_id: `u${user}`,
      artist_id: 'a',
      plays: count,
    }));
    const [anna] = artistEngagement(plays, new Map([['a', 'Anna']]));
    expect(anna).toMatchObject({ name: 'Anna', listeners: 4, median: 2.5, topListenerShare: 94 });
  });
});

function heard(rows: readonly ArtistMetric[]): Heard {
  const listening = rows.map(({ source, artist_id: id, items, mean_log: meanLog }) => ({
    source,
    id,
    listeners: items,
    meanLog,
  }));
  return heardArtists(listening, 'sample');
}

describe('loyalty', () => {
  it('is not found where every artist draws its listeners from one skewed lot', () => {
    const random = createRandom(5);
    const rows = Array.from({ length: 400 }, (_, i) => {
      const items = Math.round(10 * 50 ** (i / 400));
      const plays = Array.from({ length: items }, () => Math.exp(5 + 2 * randomNormal(random)));
      const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
      return metric('plays', `a${String(i)}`, sum(plays), {
        items,
        mean_log: sum(plays.map(Math.log)) / items,
      });
    });
    const { ci } = loyaltyFinding(heard(rows), [], toyContext(plantedColumns()));
    expect(ci?.low).toBeLessThan(0);
    expect(ci?.high).toBeGreaterThan(0);
    expect(ci?.high).toBeLessThan(20);
  });
});

describe('loyalty with every list cut to its upper half', () => {
  const context = toyContext(plantedColumns());
  /** Plays grow with the listeners to the given power. */
  const reach = (power: number) =>
    Array.from({ length: 60 }, (_, i) => ({
      id: `a${String(i)}`,
      listeners: 10 + 5 * i,
      meanLog: 4 + power * Math.log(10 + 5 * i) + (i % 3) / 50,
    }));
  const plays = (power: number) =>
    reach(power).map(({ id, listeners, meanLog }) =>
      metric('plays', id, 10 * listeners, { items: listeners, mean_log: meanLog }),
    );
  const half = (power: number) =>
    reach(power).map(({ id, listeners, meanLog }) => ({
      artist_id: id,
      listeners,
      mean_log: meanLog,
    }));

  it('recovers the slope that the half lists hold', () => {
    const [finding] = upperHalfFinding(heard(plays(0.1)), half(0.2), [], context);
    expect(finding?.estimate).toBeCloseTo(100 * (10 ** 0.2 - 1), 0);
    expect(finding?.kind).toBe('exploratory');
    expect(upperHalfFinding(heard(plays(0.1)), [], [], context)).toEqual([]);
  });

  it.each([
    [0.2, /larger figure, so part of it is likely to come from the cut/],
    [0.02, /smaller figure, so the cut is likely to hide part/],
    [0.1, /no sign that the cut makes it/],
  ])('says what a slope of %d instead of a tenth means', async (power, meaning) => {
    const listens = plays(0.1).map((row) => ({ ...row, metric: 'listens' }));
    const rows = { 'artist-metrics': listens, 'upper-half-listening': half(power) };
    const book = await bookOf(artists, answers(rows), context);
    const text = textOf(expectSoundNarrative(artists, book, context));
    expect(text).toMatch(meaning);
    expect(text).toMatch(/Typical plays per listener are a geometric mean/);
    expect(text).toMatch(/more typical plays per listener than others/);
  });
});

describe('growthRates', () => {
  const seen = (i: number, first: number, last: number) => ({
    source: 'club',
    metric: 'followers',
    artist_id: `a${i}`,
    name: `Artist ${i}`,
    first_on: '2020-01-01',
    last_on: '2021-01-01',
    first_value: first,
    last_value: last,
    items: 1,
  });

  it('are the geometric mean change', () => {
    const [rate] = growthRates(
      Array.from({ length: 12 }, (_, i) => seen(i, 100, i % 2 ? 200 : 50)),
    );
    expect(rate?.change.estimate).toBeCloseTo(0, 9);
    expect(rate?.fastest[0]?.change).toBeCloseTo(100, 9);
  });

  it('leave out artists that had nothing, and need ten of them', () => {
    expect(growthRates(Array.from({ length: 9 }, (_, i) => seen(i, 1, 2)))).toEqual([]);
    expect(growthRates(Array.from({ length: 12 }, (_, i) => seen(i, 0, 2)))).toEqual([]);
  });
});

/** Two scenes of artists; users listen within their scene, and tags name it. */
function scenes(perScene = 20, users = 120) {
  const random = createRandom(11);
  const listens: { user: number; artist: number; plays: number }[] = [];
  const taggings: { user: number; artist: number; tag: number; weight: number }[] = [];
  for (let user = 0; user < users; user += 1) {
    const scene = user % 2;
    for (let k = 0; k < perScene; k += 1) {
      if (random() > 0.6) continue;
      const artist = scene * perScene + k;
      listens.push({ user, artist, plays: 1 + Math.floor(random() * 500) });
      if (random() < 0.3) taggings.push({ user, artist, tag: scene, weight: 1 });
    }
  }
  return { artists: 2 * perScene, users, tags: 2, listens, taggings };
}

describe('artistClusters', () => {
  it('find two planted scenes again and again', () => {
    const clusters = artistClusters(scenes(), {
      neighbours: 8,
      resamples: 5,
      random: createRandom(1),
    });
    expect(new Set(clusters.labels.slice(0, 20)).size).toBe(1);
    expect(new Set(clusters.labels.slice(20)).size).toBe(1);
    expect(clusters.count).toBe(2);
    expect(Math.min(...clusters.agreement)).toBe(1);
    expect(clusters.recovery).toEqual([expect.closeTo(1, 9), expect.closeTo(1, 9)]);
  });

  it('are named by the tags that set them apart', () => {
    const { taggings } = scenes();
    const labels = Int32Array.from({ length: 40 }, (_, artist) => (artist < 20 ? 0 : 1));
    expect(leadingTags(labels, 2, taggings, ['metal', 'pop'])).toEqual([['metal'], ['pop']]);
    expect(leadingTags(labels, 2, [], [])).toEqual([[], []]);
  });
});

function artistRows() {
  const audience = scenes();
  const id = (artist: number): string => `a${String(artist).padStart(2, '0')}`;
  const byArtist = new Map<number, number[]>();
  for (const { artist, plays } of audience.listens) {
    byArtist.set(artist, [...(byArtist.get(artist) ?? []), plays]);
  }
  const listens = [...byArtist].map(([artist, plays]) =>
    metric(
      'listens',
      id(artist),
      plays.reduce((a, b) => a + b, 0),
      {
        source: 'ears',
        items: plays.length,
        mean_log: plays.reduce((sum, count) => sum + Math.log(count), 0) / plays.length,
      },
    ),
  );
  const streams = listens.map((row, i) =>
    metric('streams', row.artist_id, 1000 + 37 * ((i * 7) % 40)),
  );
  return {
    'artist-metrics': [...listens, ...streams],
    'artist-top-tags': [...byArtist.keys()].map((artist) => ({
      source: 'ears',
      artist_id: id(artist),
      tag: artist < 20 ? 'metal' : 'pop',
      weight: 3,
    })),
    'supported-listens': audience.listens.map(({ user, artist, plays }) => ({
      user_id: `u${user}`,
      artist_id: id(artist),
      plays,
    })),
    'supported-tags': audience.taggings.map(({ user, artist, tag }) => ({
      user_id: `u${user}`,
      artist_id: id(artist),
      tag: tag === 0 ? 'metal' : 'pop',
      weight: 1,
    })),
    'snapshot-dates': [{ source: 'sample', metric: 'streams', dates: 1, observations: 40 }],
  };
}

describe('the artists section', () => {
  const context = toyContext(plantedColumns());

  it('tells of rankings, loyalty, groups and the growth that cannot be told', async () => {
    const book = await bookOf(artists, answers(artistRows()), context);
    const text = textOf(expectSoundNarrative(artists, book, context));
    expect(text).toMatch(/“metal”/);
    expect(text).toMatch(/Which artists are growing cannot be told/);
    expect(book.finding('artists.clusters').estimate).toBe(2);
    expect(book.finding('artists.clusters.stability').estimate).toBeCloseTo(1, 6);
    expect(book.finding('artists.loyalty').kind).toBe('confirmatory');
    expect(book.finding('artists.loyalty').adjustedFor).toEqual(['top_tag']);
    expect(book.finding('artists.growth').note).toMatch(/on one date only/);
  });

  it('gives the same numbers for the same seed', async () => {
    const numbers = async (): Promise<unknown> =>
      (await bookOf(artists, answers(artistRows()), context)).findings.map((one) => one.estimate);
    expect(await numbers()).toEqual(await numbers());
  });

  it('shows growth where two dates were seen', async () => {
    const growth = Array.from({ length: 12 }, (_, i) => ({
      source: 'sample',
      metric: 'followers',
      artist_id: `a${String(i)}`,
      name: `Artist ${String(i)}`,
      first_on: '2023-01-01',
      last_on: '2024-01-01',
      first_value: 100,
      last_value: 150 + i,
      items: 1,
    }));
    const book = await bookOf(artists, answers({ 'artist-growth': growth }), context);
    expectSoundNarrative(artists, book, context);
    expect(book.finding('artists.growth.sample.followers').estimate).toBeCloseTo(55.4, 0);
  });

  it('builds where there is nothing, a single artist, or nobody with enough listeners', async () => {
    const single = { 'artist-metrics': [metric('streams', 'a', 5)] };
    const lonely = {
      'artist-metrics': [metric('listens', 'a', 50, { source: 'ears' })],
      'supported-listens': [{ user_id: 'u', artist_id: 'a', plays: 3 }],
    };
    for (const rows of [{}, single, lonely]) {
      const book = await bookOf(artists, answers(rows), context);
      expectSoundNarrative(artists, book, context);
      expect(book.finding('artists.loyalty').note).toMatch(/not enough data/);
      expect(book.finding('artists.clusters').estimate).toBeNull();
    }
  });
});
