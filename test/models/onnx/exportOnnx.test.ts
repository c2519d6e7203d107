import * as ort from 'onnxruntime-web';
import { describe, expect, it } from 'vitest';
import { makeRegressor, type ModelSpec } from '../../../src/models/modelSpec.js';
import type { ModelColumn, ModelTable } from '../../../src/models/modelTable.js';
import { exportOnnx } from '../../../src/models/onnx/exportOnnx.js';
import { ProtoMessage } from '../../../src/models/onnx/protoMessage.js';
import { createRandom, randomNormal } from '../../../src/stats/random.js';

const GENRES = ['ambient', 'folk', 'jazz', 'pop', 'rock', 'ska'];

/** Songs with missing numbers and categories, and numbers that no float can hold. */
function songs(size: number, seed: number): { table: ModelTable; target: Float64Array } {
  const random = createRandom(seed);
  const draw = (make: () => number, missing: number) =>
    Float64Array.from({ length: size }, () => (random() < missing ? NaN : make()));
  const energy = draw(() => random(), 0.1);
  const year = draw(() => 1960 + Math.floor(random() * 60), 0.05);
  const genre = draw(() => Math.floor(random() * GENRES.length), 0.1);
  const artist = draw(() => Math.floor(random() * 40), 0.05);
  const target = energy.map(
    (value, row) =>
      40 +
      30 * (Number.isNaN(value) ? 0.2 : value) +
      (genre[row] % 3) * 8 +
      (artist[row] % 7 || 0) +
      3 * randomNormal(random),
  );
  const category = (id: string, values: Float64Array, levels: readonly string[]): ModelColumn => ({
    id,
    kind: 'category',
    values,
    levels,
  });
  return {
    table: {
      size,
      columns: [
        { id: 'energy', kind: 'number', values: energy },
        category('genre', genre, GENRES),
        { id: 'year', kind: 'number', values: year },
        category(
          'artist',
          artist,
          Array.from({ length: 40 }, (_, code) => `Artist ${code}`),
        ),
        category('song', Float64Array.from(target.keys()), Array.from(target.keys(), String)),
      ],
    },
    target: target.map((value) => (Number.isNaN(value) ? 50 : value)),
  };
}

/** What onnxruntime predicts from the columns of a table. */
async function predictOnnx(file: Uint8Array, table: ModelTable): Promise<Float32Array> {
  const session = await ort.InferenceSession.create(file);
  const column = (id: string) => table.columns.find((one) => one.id === id)!;
  const numbers = table.columns.filter(({ kind }) => kind === 'number');
  const cells = Float64Array.from({ length: table.size * numbers.length }, (_, at) => {
    return numbers[at % numbers.length].values[Math.floor(at / numbers.length)];
  });
  const feeds: Record<string, ort.Tensor> = {
    numbers: new ort.Tensor('float64', cells, [table.size, numbers.length]),
  };
  for (const name of session.inputNames) {
    if (name === 'numbers') continue;
    const { values, levels = [] } = column(name);
    const texts = Array.from(values, (code) => (Number.isNaN(code) ? '' : levels[code]));
    feeds[name] = new ort.Tensor('string', texts, [table.size]);
  }
  const { prediction } = await session.run(feeds);
  return prediction.data as Float32Array;
}

const targetMeans = { columns: ['artist'], unit: 'song', smoothing: 5 };
const limits = { maxLeaves: 15, minLeafRows: 5 };

const SPECS: readonly (readonly [string, ModelSpec])[] = [
  ['decision tree', { model: 'decision_tree', settings: { limits: { minLeafRows: 10 } } }],
  ['random forest', { model: 'random_forest', settings: { trees: 20 } }],
  ['gradient boosting', { model: 'gradient_boosting', settings: { rounds: 60, limits } }],
  [
    'gradient boosting with target means',
    { model: 'gradient_boosting', settings: { rounds: 60, limits }, targetMeans },
  ],
];

describe('exportOnnx', () => {
  ort.env.wasm.numThreads = 1;

  it.for(SPECS)('%s agrees with onnxruntime to 1e-5', async ([, spec]) => {
    const { table, target } = songs(400, 1);
    const fitted = makeRegressor(spec).fit(table, target, { seed: 1 });
    const fresh = songs(300, 2).table;
    const known = fresh.columns.map((column) =>
      column.id === 'artist' ? { ...column, levels: column.levels?.with(3, 'Nobody') } : column,
    );
    const rows = { ...fresh, columns: known };
    const ours = fitted.predict(rows);
    const theirs = await predictOnnx(exportOnnx(fitted), rows);
    const largest = ours.reduce(
      (most, value, row) => Math.max(most, Math.abs(value - theirs[row])),
      0,
    );
    const scale = Math.max(...ours) - Math.min(...ours);
    expect(scale).toBeGreaterThan(5);
    expect(largest / scale).toBeLessThan(1e-5);
  });

  it('takes the same way as here on the threshold itself', async () => {
    const values = Float64Array.of(0.1, 0.1 + 1e-12, 0.3, 0.3 + 1e-12);
    const table: ModelTable = { size: 4, columns: [{ id: 'x', kind: 'number', values }] };
    const spec = { model: 'decision_tree', settings: { limits: { minLeafRows: 1 } } };
    const fitted = makeRegressor(spec).fit(table, Float64Array.of(1, 2, 3, 4), { seed: 1 });
    expect([...(await predictOnnx(exportOnnx(fitted), table))]).toEqual([1, 2, 3, 4]);
  });

  it('gives the same bytes twice and refuses what is no tree', () => {
    const { table, target } = songs(100, 1);
    const fit = (model: string) => makeRegressor({ model }).fit(table, target, { seed: 1 });
    const tree = fit('decision_tree');
    expect(exportOnnx(tree, { features: 'a' })).toEqual(exportOnnx(tree, { features: 'a' }));
    expect(() => exportOnnx(fit('mean'))).toThrow(
      'only models of trees can be written as ONNX, got "mean"',
    );
    const onlyGenre = { size: table.size, columns: [table.columns[1]] };
    const genreTree = makeRegressor({ model: 'decision_tree' }).fit(onlyGenre, target, { seed: 1 });
    expect(() => exportOnnx(genreTree)).toThrow('at least one numeric column');
  });
});

describe('ProtoMessage', () => {
  it('writes the examples of the encoding guide', () => {
    expect([...new ProtoMessage().int(1, 150).bytes()]).toEqual([0x08, 0x96, 0x01]);
    expect([...new ProtoMessage().text(2, 'testing').bytes()]).toEqual([
      0x12, 0x07, 0x74, 0x65, 0x73, 0x74, 0x69, 0x6e, 0x67,
    ]);
    expect([...new ProtoMessage().ints(6, [3, 270, 86942]).bytes()]).toEqual([
      0x32, 0x06, 0x03, 0x8e, 0x02, 0x9e, 0xa7, 0x05,
    ]);
    expect([...new ProtoMessage().int(1, -2).bytes()]).toEqual([
      0x08, 0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01,
    ]);
  });
});
