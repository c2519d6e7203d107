import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../src/analyses/adjusted/comparison.js';
import { differsMarkedly, findingDiffers } from '../../../src/analyses/adjusted/differs.js';
import type { Answer } from '../../../src/analyses/adjusted/answer.js';
import { whyCrudeDiffers, whyOf } from '../../../src/analyses/adjusted/whyCrudeDiffers.js';
import { hypothesis } from '../../../src/analyses/hypotheses.js';
import { judgedFinding } from '../toyData.js';

const comparison = {
  confounders: [{ id: 'genre' }, { id: 'release_year' }],
} as unknown as Comparison;

const reason = (driver: string | null, crude: number, estimate: number): string | null => {
  const answer = { driver, crude: { estimate: crude, ci: null }, estimate } as unknown as Answer;
  const caveat = whyCrudeDiffers(hypothesis('content.explicit'), comparison, answer);
  return whyOf(
    judgedFinding('content.explicit', null, [0, 1], { caveats: ['Selection.', caveat] }),
  );
};

describe('whyCrudeDiffers', () => {
  it('follows the sign of the change', () => {
    expect(reason('genre', 11, 2)).toBe(
      'songs with explicit lyrics are found more often in genres whose songs score higher in popularity anyway.',
    );
    expect(reason('release_year', -3, 2)).toBe(
      'songs with explicit lyrics are found more often in release years whose songs score lower in popularity anyway.',
    );
  });

  it('names all of them where none drives the change alone, or one without a place', () => {
    expect(reason('together', 11, 2)).toBe(
      'it compares songs that differ in genre and release year.',
    );
    expect(reason('log10_streams', 11, 2)).toBe(
      'it compares songs that differ in Spotify streams.',
    );
    expect(reason(null, 11, 2)).toBe('it compares songs that differ in genre and release year.');
    expect(whyOf(judgedFinding('content.explicit', null, [0, 1]))).toBeNull();
  });
});

describe('differsMarkedly', () => {
  it('is another sign, or more than half of the crude estimate away', () => {
    expect(differsMarkedly(4, -0.1)).toBe(true);
    expect(differsMarkedly(4, 1.9)).toBe(true);
    expect(differsMarkedly(4, 6.1)).toBe(true);
    expect(differsMarkedly(4, 2.1)).toBe(false);
    expect(findingDiffers(judgedFinding('content.explicit', null, [0, 1]))).toBe(false);
  });
});
