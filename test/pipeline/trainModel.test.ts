import { describe, expect, it } from 'vitest';
import type { FeatureTable } from '../../src/features/featureTable.js';
import { FEATURES } from '../../src/features/index.js';
import { modelFileText } from '../../src/models/file/modelFile.js';
import { auditSubjectOf, trainingSet } from '../../src/models/predict/trainingSet.js';
import { storedSongRequest } from '../../src/models/predict/storedSongRequest.js';
import { popularitySet } from '../../src/models/popularity/popularityData.js';
import { auditDataset, auditStudied } from '../../src/pipeline/auditDataset.js';
import { requireTrainingSet, trainModel } from '../../src/pipeline/trainModel.js';
import { createRandom, randomNormal } from '../../src/stats/random.js';

const SIZE = 120;

/** A feature table of invented songs; columns that are not given are missing throughout. */
function features(
  given: Readonly<Record<string, Float64Array>>,
  popularity: Float64Array,
): FeatureTable {
  const size = popularity.length;
  const ids = Array.from({ length: size }, (_, row) => `song${row}`);
  const texts: Readonly<Record<string, (row: number) => string>> = {
    title: (row) => `Title ${row}`,
    artist: (row) => `Artist ${row % 15}`,
    work_key: (row) => `work${row}`,
    album: (row) => `Album ${row % 30}`,
    album_id: (row) => `album${row % 30}`,
  };
  return {
    size,
    ids,
    number: (id) => given[id] ?? new Float64Array(size).fill(NaN),
    category: (id) => {
      const text = texts[id];
      if (!text) return { codes: new Int32Array(size).fill(-1), levels: [] };
      const levels = [...new Set(ids.map((_, row) => text(row)))];
      return { codes: Int32Array.from(ids, (_, row) => levels.indexOf(text(row))), levels };
    },
    has: (id) => FEATURES.some((feature) => feature.id === id),
    observation: () => popularity,
    observers: (metric) =>
      metric === 'popularity' && size > 0 ? [{ source: 'invented', songs: size }] : [],
  };
}

function songs(leak: boolean): FeatureTable {
  const random = createRandom(5);
  const energy = Float64Array.from({ length: SIZE }, () => random());
  const popularity = energy.map(
    (value, row) => 30 + 20 * value + (row % 15) + 5 * randomNormal(random),
  );
  const playlists = Float64Array.from({ length: SIZE }, () => 1 + Math.floor(random() * 5));
  const markets = popularity.map((value) => (value > 45 ? 10 : NaN));
  return features(
    {
      energy,
      playlists,
      markets,
      ...(leak ? { valence: popularity.map((one) => one / 100) } : {}),
    },
    popularity,
  );
}

const loaded = (table: FeatureTable) => ({
  features: table,
  studied: [],
  contentHash: 'abc',
  asOf: '2020-01-21',
});

const REQUEST = {
  dataset: 'sample',
  recipe: 'release',
  spec: { model: 'gradient_boosting', settings: { rounds: 5 } },
  quantileTrees: 5,
  seed: 1,
  workers: 0,
} as const;

describe('trainModel', () => {
  it('gives scores and a file, the same bytes twice', async () => {
    const [first, second] = [
      await trainModel(loaded(songs(false)), REQUEST),
      await trainModel(loaded(songs(false)), REQUEST),
    ];
    expect(first.audit.passed).toBe(true);
    expect(first.content?.scores.n).toBe(SIZE);
    const { r2, rmse, coverage, targetSd } = first.content!.scores;
    expect(r2.low).toBeLessThan(r2.value);
    expect(rmse.value).toBeLessThan(targetSd * 1.1);
    expect(coverage).toBeGreaterThan(0.6);
    expect(modelFileText(second.content!)).toBe(modelFileText(first.content!));
  });

  it('searches in inner folds and says among how many it chose', async () => {
    const candidates = [{ lambda: 1e6 }, { lambda: 1 }];
    const spec = { model: 'ridge' };
    const { content } = await trainModel(loaded(songs(false)), { ...REQUEST, spec, candidates });
    expect(content).toMatchObject({ searched: 2, spec: { settings: { lambda: 1 } } });
    expect(content?.scores.r2.value).toBeGreaterThan(0.2);
  });

  it('gives neither score nor model where the audit fails', async () => {
    const { audit, content, fitted } = await trainModel(loaded(songs(true)), REQUEST);
    expect({ content, fitted }).toEqual({ content: null, fitted: null });
    expect(audit.checks.filter(({ passed }) => !passed).map(({ id }) => id)).toContain(
      'target_derived',
    );
  });

  it('refuses what nothing can be learned from', () => {
    const few = trainingSet(features({}, new Float64Array(3).fill(1)), 'release');
    expect(() => requireTrainingSet(few)).toThrow(
      'n = 3 songs with a popularity, training needs 50',
    );
    expect(() =>
      requireTrainingSet(trainingSet(features({}, new Float64Array(0)), 'release')),
    ).toThrow('n = 0');
    const constant = trainingSet(features({}, new Float64Array(60).fill(7)), 'release');
    expect(() => requireTrainingSet(constant)).toThrow('the popularity is 7 for all songs');
  });
});

describe('trainingSet', () => {
  it('leaves out what is known later, what is there for few songs, and what says nothing', () => {
    const ids = (recipe: 'release' | 'everything') =>
      trainingSet(songs(false), recipe)?.features.map(({ id }) => id);
    expect(ids('release')).toEqual(['energy', 'artist', 'album']);
    expect(ids('everything')).toEqual(['playlists', 'energy', 'artist', 'album']);
  });

  it('encodes under a split only what the split does not keep together', () => {
    const set = requireTrainingSet(trainingSet(songs(false), 'release'));
    const means = (split: 'songs' | 'albums' | 'artists') =>
      auditSubjectOf(set, split, { model: 'mean' }, 1).spec.targetMeans?.columns;
    expect(means('songs')).toEqual(['artist', 'album']);
    expect(means('albums')).toEqual(['artist']);
    expect(means('artists')).toBeUndefined();
    const { table, split } = auditSubjectOf(set, 'artists', { model: 'mean' }, 1);
    expect(table.columns.map(({ id }) => id)).toEqual(['energy']);
    for (const { train, test } of split.folds) {
      const trained = new Set([...train].map((row) => row % 15));
      expect([...test].some((row) => trained.has(row % 15))).toBe(false);
    }
  });
});

describe('auditDataset', () => {
  it('walks every split of the recipes and finds a planted leak in each', async () => {
    const steps: string[] = [];
    const results = await auditDataset(songs(true), {
      seed: 1,
      recipes: ['release'],
      onStep: (label) => steps.push(label),
    });
    expect(results.map(({ split }) => split)).toEqual(['songs', 'albums', 'artists']);
    expect(results.map(({ passed }) => passed)).toEqual([false, false, false]);
    expect(steps).toHaveLength(3);
  });
});

describe('auditStudied', () => {
  it('audits the recipes of the study on its splits, and nothing where nothing is studied', async () => {
    const table = songs(false);
    const target = table.observation('popularity', 'invented');
    const rows = Int32Array.from(target.keys());
    const wanted = {
      metric: 'popularity',
      source: 'invented',
      target,
      rows,
      available: SIZE,
    } as const;
    const set = popularitySet(table, { ...wanted, styles: new Map() });
    const results = await auditStudied([set], { seed: 1 });
    expect(new Set(results.map(({ recipe }) => recipe))).toEqual(
      new Set(['study: audio', 'study: release', 'study: base', 'study: everything']),
    );
    expect(new Set(results.map(({ split }) => split))).toEqual(
      new Set(['songs', 'albums', 'artists']),
    );
    expect(await auditStudied([], { seed: 1 })).toEqual([]);
  });
});

describe('storedSongRequest', () => {
  it('reads a song of the store in the terms of a model', () => {
    const table = songs(false);
    const { features: saved } = requireTrainingSet(trainingSet(table, 'release'));
    const song = storedSongRequest(table, 'song31', saved, 'invented');
    expect(song?.title).toBe('Title 31');
    expect(song?.actual).toBe(table.observation('popularity', 'invented')[31]);
    expect(Object.fromEntries(song!.values)).toEqual({
      energy: table.number('energy')[31],
      artist: 'artist 1',
      album: 'artist 1/album 1',
    });
    expect(storedSongRequest(table, 'nobody', saved, 'invented')).toBeNull();
  });
});
