import { z } from 'zod';
import { applyDesign, designJson, learnDesign, requireColumns, type DesignTerm } from './design.js';
import { defineClassifier } from './defineClassifier.js';
import type { Classifier } from './classifier.js';

export interface NeighbourSettings {
  /** Neighbours that vote. */
  readonly k: number;
}

interface Neighbourhood {
  readonly k: number;
  readonly terms: readonly DesignTerm[];
  readonly cells: Float64Array;
  readonly classes: Int32Array;
  readonly weights: Float64Array;
}

const savedSchema = z.object({
  k: z.int().positive(),
  terms: designJson,
  cells: z.array(z.number()),
  classes: z.array(z.int().min(0)),
  weights: z.array(z.number().positive()),
});

/**
 * The k nearest training rows vote (Fix and Hodges 1951; Cover and Hart 1967): Euclidean distance over standardised columns, each
 * vote by the row's weight. Of rows at one distance the earlier are nearer. A missing number counts as the mean.
 */
export function nearestNeighbours({ k }: NeighbourSettings = { k: 40 }): Classifier {
  return defineClassifier<Neighbourhood, z.infer<typeof savedSchema>>({
    id: 'nearest_neighbours',
    title: 'Nearest neighbours',
    schema: savedSchema,
    learn({ table, columns, classes, weights }) {
      const terms = learnDesign(table, columns, { marksMissing: false });
      return { k, terms, cells: applyDesign(table, terms).cells, classes, weights };
    },
    predict(model, table, count) {
      const { width, cells } = applyDesign(table, model.terms);
      const votes = new Float64Array(table.size * count);
      const nearest = new Nearest(Math.min(model.k, model.classes.length));
      for (let row = 0; row < table.size; row += 1) {
        nearest.search(cells.subarray(row * width, (row + 1) * width), model.cells);
        vote(nearest.rows, model, votes.subarray(row * count, (row + 1) * count));
      }
      return votes;
    },
    save: ({ terms, cells, classes, weights }) => ({
      k,
      terms: [...terms],
      cells: [...cells],
      classes: [...classes],
      weights: [...weights],
    }),
    restore(saved, columns, count) {
      const { terms, cells, classes, weights } = saved;
      requireColumns(terms, columns.length);
      if (cells.length !== classes.length * terms.length || weights.length !== classes.length) {
        throw new RangeError('the numbers of its rows do not fit together');
      }
      if (classes.some((code) => code >= count)) throw new RangeError('a row has no known class');
      return {
        k: saved.k,
        terms,
        cells: Float64Array.from(cells),
        classes: Int32Array.from(classes),
        weights: Float64Array.from(weights),
      };
    },
  });
}

function vote(rows: Int32Array, { classes, weights }: Neighbourhood, votes: Float64Array): void {
  let total = 0;
  for (const row of rows) {
    votes[classes[row]] += weights[row];
    total += weights[row];
  }
  for (let code = 0; code < votes.length; code += 1) votes[code] /= total;
}

/** The nearest rows found so far, nearest first. */
class Nearest {
  readonly rows: Int32Array;
  readonly #distances: Float64Array;

  constructor(size: number) {
    this.rows = new Int32Array(size);
    this.#distances = new Float64Array(size);
  }

  search(point: Float64Array, cells: Float64Array): void {
    const width = point.length;
    const count = width === 0 ? this.rows.length : cells.length / width;
    this.#distances.fill(Infinity);
    let farthest = Infinity;
    for (let row = 0; row < count; row += 1) {
      let distance = 0;
      const offset = row * width;
      // Most rows are too far after a few columns already.
      for (let j = 0; j < width && distance < farthest; j += 1) {
        const step = cells[offset + j] - point[j];
        distance += step * step;
      }
      if (distance < farthest) farthest = this.#insert(row, distance);
    }
  }

  /** @returns the distance from which on a row is too far */
  #insert(row: number, distance: number): number {
    const { rows } = this;
    const distances = this.#distances;
    let place = rows.length - 1;
    while (place > 0 && distances[place - 1] > distance) {
      distances[place] = distances[place - 1];
      rows[place] = rows[place - 1];
      place -= 1;
    }
    distances[place] = distance;
    rows[place] = row;
    return distances[rows.length - 1];
  }
}
