import { describe, expect, it } from 'vitest';
import { quantileLoss, squaredLoss } from '../../../src/models/trees/loss.js';

const target = Float64Array.of(1, 2, 6);
const predicted = Float64Array.of(2, 2, 2);

describe('losses', () => {
  it('are half the mean square and the mean pinball', () => {
    expect(squaredLoss.mean(target, predicted)).toBeCloseTo((1 + 0 + 16) / 6, 12);
    // scikit-learn 1.9 mean_pinball_loss(target, predicted, alpha=0.9): (0.1 · 1 + 0 + 0.9 · 4) / 3
    expect(quantileLoss(0.9).mean(target, predicted)).toBeCloseTo(3.7 / 3, 12);
  });

  it('start where one number for all loses least', () => {
    expect(squaredLoss.start(target)).toBe(3);
    expect(quantileLoss(0.5).start(target)).toBe(2);
  });

  it('fall in the direction of their gradient', () => {
    const first = new Float64Array(3);
    squaredLoss.gradients(target, predicted, { first, second: null });
    expect([...first]).toEqual([1, 0, -4]);
    quantileLoss(0.9).gradients(target, predicted, { first, second: null });
    expect([...first].map((value) => value.toFixed(1))).toEqual(['0.1', '-0.9', '-0.9']);
  });

  it.each([0, 1, -1, Number.NaN])('refuse the quantile %d', (level) => {
    expect(() => quantileLoss(level)).toThrow('must lie between 0 and 1');
  });
});
