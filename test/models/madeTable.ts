import { modelTable, type ModelTable } from '../../src/models/modelTable.js';
import { createRandom } from '../../src/stats/random.js';

/** A made-up table with a bit of everything: numbers, one with gaps, a category; and a target that follows them. */
export function madeTable(size: number, seed = 7): { table: ModelTable; target: Float64Array } {
  const random = createRandom(seed);
  const draw = (make: () => number): Float64Array => Float64Array.from({ length: size }, make);
  const energy = draw(random);
  const tempo = draw(() => 60 + Math.floor(120 * random()));
  const age = draw(() => (random() < 0.2 ? NaN : 40 * random()));
  const genre = draw(() => Math.floor(4 * random()));
  const lifts = [0, 12, -8, 3];
  const target = energy.map(
    (value, row) =>
      30 + 25 * value - 0.05 * tempo[row] + lifts[genre[row]] + (age[row] > 20 ? 9 : 0) + random(),
  );
  const levels = ['ambient', 'brass', 'choral', 'dub'];
  const table = modelTable([
    { id: 'energy', kind: 'number', values: energy },
    { id: 'tempo', kind: 'number', values: tempo },
    { id: 'age', kind: 'number', values: age },
    { id: 'genre', kind: 'category', values: genre, levels },
  ]);
  return { table, target };
}

/** The table with one of its columns changed. */
export function withColumn(
  table: ModelTable,
  id: string,
  change: Partial<ModelTable['columns'][number]>,
): ModelTable {
  return modelTable(
    table.columns.map((column) => (column.id === id ? { ...column, ...change } : column)),
  );
}
