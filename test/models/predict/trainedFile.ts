import {
  modelFileText,
  parseModelFile,
  type ModelFile,
} from '../../../src/models/file/modelFile.js';
import { makeRegressor, type ModelSpec } from '../../../src/models/modelSpec.js';
import type { ModelTable } from '../../../src/models/modelTable.js';
import type { SavedFeature } from '../../../src/models/predict/savedFeature.js';
import { createRandom, randomNormal } from '../../../src/stats/random.js';

const GENRES = ['ambient', 'folk', 'pop'];

const plain = { isFlag: false, knownAt: 'release', lowest: null, highest: null } as const;

export const FEATURES: readonly SavedFeature[] = [
  {
    ...plain,
    id: 'energy',
    title: 'Energy',
    unit: 'index',
    kind: 'number',
    lowest: 0,
    highest: 1,
    seen: [0.1, 0.9],
  },
  {
    ...plain,
    id: 'release_year',
    title: 'Release year',
    unit: 'year',
    kind: 'number',
    seen: [1990, 2019],
  },
  {
    ...plain,
    id: 'explicit',
    title: 'Explicit lyrics',
    unit: 'text',
    kind: 'number',
    isFlag: true,
    lowest: 0,
    highest: 1,
    seen: [0, 1],
  },
  { ...plain, id: 'genre', title: 'Main genre', unit: 'text', kind: 'category', seen: null },
  { ...plain, id: 'artist', title: 'Artist', unit: 'text', kind: 'category', seen: null },
];

function trainingTable(size: number): { table: ModelTable; target: Float64Array } {
  const random = createRandom(11);
  const draw = (make: () => number) => Float64Array.from({ length: size }, make);
  const energy = draw(() => 0.1 + 0.8 * random());
  const genre = draw(() => Math.floor(random() * 3));
  const artist = draw(() => Math.floor(random() * 20));
  const target = energy.map(
    (value, row) => 30 + 20 * value + 10 * genre[row] + artist[row] + 3 * randomNormal(random),
  );
  return {
    table: {
      size,
      columns: [
        { id: 'energy', kind: 'number', values: energy },
        {
          id: 'release_year',
          kind: 'number',
          values: draw(() => 1990 + Math.floor(random() * 30)),
        },
        { id: 'explicit', kind: 'number', values: draw(() => (random() < 0.3 ? 1 : 0)) },
        { id: 'genre', kind: 'category', values: genre, levels: GENRES },
        {
          id: 'artist',
          kind: 'category',
          values: artist,
          levels: Array.from({ length: 20 }, (_, code) => `artist ${code}`),
        },
        {
          id: 'song_unit',
          kind: 'category',
          values: Float64Array.from(energy.keys()),
          levels: Array.from(energy.keys(), String),
        },
      ],
    },
    target,
  };
}

/** The text of a small model that was trained on invented songs. */
export function trainedText(rounds = 30): string {
  const { table, target } = trainingTable(300);
  const targetMeans = { columns: ['artist'], unit: 'song_unit', smoothing: 5 };
  const spec: ModelSpec = { model: 'gradient_boosting', settings: { rounds }, targetMeans };
  const quantile = (level: number): ModelSpec => ({
    model: 'gradient_boosting_quantile',
    settings: { level, rounds },
    targetMeans,
  });
  const fit = (one: ModelSpec) => makeRegressor(one).fit(table, target, { seed: 1 }).toJSON();
  const score = { value: 0.5, low: 0.4, high: 0.6 };
  return modelFileText({
    format: 'liner-model',
    version: 1,
    name: 'popularity-release',
    recipe: 'release',
    target: { id: 'popularity', source: 'invented', lowest: 0, highest: 100 },
    features: [...FEATURES],
    spec,
    searched: 0,
    seed: 1,
    trainedOn: { dataset: 'sample', contentHash: 'abc', songs: 300, asOf: '2020-01-21' },
    code: { version: '0.0.0', hash: 'def' },
    scores: {
      split: 'songs',
      n: 300,
      r2: score,
      rmse: score,
      mae: score,
      targetSd: 1,
      baseline: { r2: 0, rmse: 1 },
      coverage: 0.8,
    },
    audit: { recipe: 'release', split: 'songs', n: 300, passed: true, checks: [] },
    margin: 0.5,
    models: { mean: fit(spec), low: fit(quantile(0.1)), high: fit(quantile(0.9)) },
  });
}

export function trainedFile(rounds?: number): ModelFile {
  return parseModelFile(trainedText(rounds), 'model.json');
}
