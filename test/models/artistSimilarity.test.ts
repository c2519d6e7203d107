import { describe, expect, it } from 'vitest';
import { artistSimilarity } from '../../src/models/artistSimilarity.js';
import { cosineSimilarity } from '../../src/models/cosineSimilarity.js';
import { nearestItems, neighbourEdges } from '../../src/models/neighbourGraph.js';
import fc from '../fastCheck.js';

const listen = (user: number, artist: number, plays: number) => ({ user, artist, plays });
const tagging = (user: number, artist: number, tag: number, weight = 1) => ({
  user,
  artist,
  tag,
  weight,
});

describe('cosineSimilarity', () => {
  it('is the cosine of the columns, whichever order a row lists them in', () => {
    const matrix = cosineSimilarity(
      {
        rows: Int32Array.of(0, 0, 1, 1, 1),
        items: Int32Array.of(1, 0, 0, 1, 2),
        values: Float64Array.of(2, 1, 3, 1, 5),
      },
      3,
    );
    const expected = (1 * 2 + 3 * 1) / (Math.sqrt(10) * Math.sqrt(5));
    expect(matrix[0 * 3 + 1]).toBeCloseTo(expected, 12);
    expect(matrix[1 * 3 + 0]).toBeCloseTo(expected, 12);
    expect(matrix[0]).toBe(0);
    expect(matrix[0 * 3 + 2]).toBeCloseTo(3 / Math.sqrt(10), 12);
  });

  it('treats a weight of two as the row standing there twice, and zero as absent', () => {
    const once = {
      rows: Int32Array.of(0, 0, 1, 1, 2, 2),
      items: Int32Array.of(0, 1, 0, 1, 0, 1),
      values: Float64Array.of(1, 2, 3, 1, 9, 0.5),
    };
    const twice = {
      rows: Int32Array.of(0, 0, 1, 1, 2, 2),
      items: Int32Array.of(0, 1, 0, 1, 0, 1),
      values: Float64Array.of(1, 2, 1, 2, 3, 1),
    };
    expect(cosineSimilarity(once, 2, [2, 1, 0])[1]).toBeCloseTo(cosineSimilarity(twice, 2)[1], 12);
  });

  it('stays between 0 and 1 for values that are not negative, and is symmetric', () => {
    const cells = fc.uniqueArray(
      fc.record({
        row: fc.nat(5),
        item: fc.nat(4),
        value: fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
      }),
      { selector: (cell) => `${cell.row} ${cell.item}`, maxLength: 25 },
    );
    fc.assert(
      fc.property(cells, (list) => {
        const sorted = [...list].sort((a, b) => a.row - b.row);
        const matrix = cosineSimilarity(
          {
            rows: Int32Array.from(sorted, (cell) => cell.row),
            items: Int32Array.from(sorted, (cell) => cell.item),
            values: Float64Array.from(sorted, (cell) => cell.value),
          },
          5,
        );
        for (let a = 0; a < 5; a += 1) {
          for (let b = 0; b < 5; b += 1) {
            expect(matrix[a * 5 + b]).toBe(matrix[b * 5 + a]);
            expect(matrix[a * 5 + b]).toBeGreaterThanOrEqual(0);
            expect(matrix[a * 5 + b]).toBeLessThanOrEqual(1 + 1e-9);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('artistSimilarity', () => {
  const listens = [listen(0, 0, 9), listen(0, 1, 9), listen(1, 1, 4), listen(1, 2, 7)];

  it('is co-listening alone where nobody gave a tag', () => {
    const model = artistSimilarity({ artists: 3, users: 2, tags: 0, listens, taggings: [] });
    const a = Math.log1p(9);
    const b = Math.log1p(4);
    expect(model.matrix()[1]).toBeCloseTo((a * a) / (a * Math.sqrt(a * a + b * b)), 12);
  });

  it('is the mean of co-listening and tags where both are known', () => {
    const taggings = [tagging(0, 0, 0), tagging(1, 0, 0), tagging(0, 2, 0), tagging(0, 1, 1)];
    const model = artistSimilarity({ artists: 3, users: 2, tags: 2, listens, taggings });
    // artists 0 and 2 share no listener and carry only tag 0: cosine 0 and 1
    expect(model.matrix()[0 * 3 + 2]).toBeCloseTo(0.5, 12);
  });

  it('drops the tags of users that were not drawn, and keeps totals without a user', () => {
    const taggings = [
      tagging(0, 0, 0),
      tagging(0, 2, 0),
      tagging(-1, 0, 1, 5),
      tagging(-1, 1, 1, 5),
    ];
    const model = artistSimilarity({ artists: 3, users: 2, tags: 2, listens: [], taggings });
    expect(model.matrix([0, 2])[0 * 3 + 2]).toBe(0);
    expect(model.matrix([0, 2])[0 * 3 + 1]).toBeCloseTo(1, 12);
  });
});

describe('neighbourEdges', () => {
  const similarity = Float64Array.of(0, 0.9, 0.1, 0.9, 0, 0.2, 0.1, 0.2, 0);

  it('links two items where either has the other among its nearest', () => {
    expect(neighbourEdges(similarity, 3, 1)).toEqual([
      { from: 0, to: 1, weight: 0.9 },
      { from: 1, to: 2, weight: 0.2 },
    ]);
  });

  it('never links what has nothing in common', () => {
    expect(neighbourEdges(new Float64Array(9), 3, 2)).toEqual([]);
    expect(nearestItems(similarity, 3, 2, 5)).toEqual([1, 0]);
  });
});
