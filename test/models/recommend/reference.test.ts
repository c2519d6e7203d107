import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ease } from '../../../src/models/recommend/ease.js';
import { invertSymmetric } from '../../../src/models/recommend/invertSymmetric.js';
import { itemCosine, playRows } from '../../../src/models/recommend/itemCosine.js';
import { listScores } from '../../../src/models/recommend/rankingScores.js';
import { sparseRows, type SparseRows } from '../../../src/models/recommend/sparseRows.js';
import { topItems } from '../../../src/models/recommend/topItems.js';
import { expectAllClose } from '../../stats/reference.js';

type Table = readonly (readonly number[])[];

const reference = JSON.parse(
  readFileSync(new URL('../../fixtures/models/recommend/reference.json', import.meta.url), 'utf8'),
) as {
  inverse: { matrix: Table; expected: Table };
  ease: { rows: Table; users: number; lambda: number; weights: Table; scores: Table };
  item_cosine: { plays: Table; scores: Table };
  ndcg: { scores: number[]; held: number[]; expected: number };
};

function sparse(table: Table): SparseRows {
  const cells = table.flatMap((values, row) =>
    values.flatMap((value, column) => (value === 0 ? [] : [{ row, column, value }])),
  );
  return sparseRows(cells, table.length, table[0].length);
}

describe('invertSymmetric', () => {
  it('agrees with numpy', () => {
    const { matrix, expected } = reference.inverse;
    const inverse = invertSymmetric(Float64Array.from(matrix.flat()), matrix.length);
    expectAllClose(inverse, expected.flat(), 1e-9);
  });

  it('inverts every size, whether rows come in fours or not', () => {
    for (let size = 1; size <= 9; size += 1) {
      const corner = reference.inverse.matrix.slice(0, size).flatMap((row) => row.slice(0, size));
      const inverse = invertSymmetric(Float64Array.from(corner), size);
      for (let i = 0; i < size; i += 1) {
        for (let j = 0; j < size; j += 1) {
          let sum = 0;
          for (let k = 0; k < size; k += 1) sum += corner[i * size + k] * inverse[k * size + j];
          expect(sum).toBeCloseTo(i === j ? 1 : 0, 9);
        }
      }
    }
  });

  it('refuses a matrix that is not positive definite', () => {
    expect(() => invertSymmetric(Float64Array.of(1, 2, 2, 1), 2)).toThrow(
      'the matrix is not positive definite at row 1',
    );
  });
});

describe('ease', () => {
  const { rows, users, lambda, weights, scores } = reference.ease;
  const model = ease(sparse(rows), lambda);

  it('gives the weights of the definition', () => {
    weights.forEach((expected, item) => {
      Array.from(model.weightsOf(item)).forEach((weight, other) => {
        expect(weight).toBeCloseTo(expected[other], 9);
      });
    });
  });

  it('scores what a user did not choose as the product with the weights does', () => {
    for (let user = 0; user < users; user += 1) {
      const found = model.scoresOf(user);
      rows[user].forEach((chosen, item) => {
        if (chosen === 0) expect(found[item]).toBeCloseTo(scores[user][item], 9);
      });
    }
  });

  it('refuses a penalty of zero', () => {
    expect(() => ease(sparse(rows), 0)).toThrow('lambda must be above 0, got 0');
  });
});

describe('itemCosine', () => {
  it('agrees with scikit-learn where all neighbours count', () => {
    const { plays, scores } = reference.item_cosine;
    const listens = plays.flatMap((row, user) =>
      row.flatMap((number, artist) => (number > 0 ? [{ user, artist, plays: number }] : [])),
    );
    const scoresOf = itemCosine(playRows(listens, plays.length, plays[0].length));
    scores.forEach((expected, user) => {
      scoresOf(user).forEach((score, artist) => {
        expect(Math.max(0, score)).toBeCloseTo(expected[artist], 9);
      });
    });
  });
});

describe('listScores', () => {
  it('agrees with scikit-learn', () => {
    const { scores, held, expected } = reference.ndcg;
    const list = topItems(Float64Array.from(scores), 10);
    const found = listScores(list, new Set(held));
    expect(found.ndcg).toBeCloseTo(expected, 12);
    expect(found.recall).toBe(list.filter((item) => held.includes(item)).length / 10);
  });

  it('is one where all that was held out stands first, and zero where nothing is found', () => {
    expect(listScores([3, 1, 2], new Set([1, 3]))).toEqual({ recall: 1, ndcg: 1 });
    expect(listScores([], new Set([1]))).toEqual({ recall: 0, ndcg: 0 });
  });
});
