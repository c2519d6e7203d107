import { z } from 'zod';
import { defineClassifier } from './defineClassifier.js';

/** The shares of the classes in training, for every row: so it always names the commonest. What any model has to beat. */
export const majorityBaseline = defineClassifier({
  id: 'majority',
  title: 'Commonest class',
  schema: z.array(z.number()),
  learn({ classes, count, weights }) {
    const shares = new Array<number>(count).fill(0);
    classes.forEach((code, row) => (shares[code] += weights[row]));
    const total = shares.reduce((sum, weight) => sum + weight, 0);
    return shares.map((weight) => weight / total);
  },
  predict(shares, table, count) {
    const all = new Float64Array(table.size * count);
    for (let row = 0; row < table.size; row += 1) all.set(shares, row * count);
    return all;
  },
  save: (shares) => shares,
  restore(shares, _, count) {
    if (shares.length === count) return shares;
    throw new RangeError(`${count} classes need as many shares, got ${shares.length}`);
  },
});
