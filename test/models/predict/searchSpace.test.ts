import { describe, expect, it } from 'vitest';
import { makeRegressor } from '../../../src/models/modelSpec.js';
import { searchCandidates } from '../../../src/models/predict/searchSpace.js';

describe('searchCandidates', () => {
  it('gives settings that every model takes, the same for the same seed', () => {
    for (const model of ['gradient_boosting', 'random_forest', 'ridge']) {
      for (const settings of searchCandidates(model, 'grid', 0, 1)) {
        expect(() => makeRegressor({ model, settings })).not.toThrow();
      }
      const drawn = searchCandidates(model, 'random', 4, 1);
      for (const settings of drawn) expect(() => makeRegressor({ model, settings })).not.toThrow();
      expect(drawn).toHaveLength(4);
      expect(searchCandidates(model, 'random', 4, 1)).toEqual(drawn);
      expect(searchCandidates(model, 'random', 4, 2)).not.toEqual(drawn);
    }
    expect(() => searchCandidates('mean', 'grid', 0, 1)).toThrow(
      '"mean" has no settings to search',
    );
  });
});
