import { describe, expect, it } from 'vitest';
import { familySize, judge } from '../../src/analyses/judge.js';
import type { Finding } from '../../src/domain/finding.js';
import { judgedFinding } from './toyData.js';

function raw(id: string, interval: readonly [number, number], p: number): Finding {
  return judgedFinding(id, null, interval, {
    test: { method: 't', statistic: { name: 't', value: 1 }, df: 9, p, pAdjusted: null },
  });
}

describe('judge', () => {
  it('gives each verdict by the interval and the declared direction', () => {
    const verdicts = (list: readonly Finding[]): unknown[] =>
      judge(list).map((finding) => finding.verdict);
    expect(verdicts([raw('content.explicit', [1, 5], 0.001)])).toEqual(['supported']);
    expect(verdicts([raw('content.explicit', [-5, -1], 0.001)])).toEqual(['contradicted']);
    expect(verdicts([raw('content.duration', [-5, -1.5], 0.001)])).toEqual(['supported']);
    expect(verdicts([raw('content.explicit', [0.2, 1.9], 0.001)])).toEqual(['too-small']);
    expect(verdicts([raw('content.explicit', [-1, 3], 0.2)])).toEqual(['inconclusive']);
    expect(verdicts([raw('content.audio_tempo', [-5, -2], 0.001)])).toEqual(['supported']);
  });

  it('adjusts p over the whole family and nothing else', () => {
    const list = [
      raw('content.explicit', [1, 5], 0.01),
      raw('content.friday', [1, 5], 0.03),
      raw('content.featuring', [1, 5], 0.04),
      { ...raw('content.look', [1, 5], 0.0001), kind: 'exploratory' as const },
    ];
    const judged = judge(list);
    // R: p.adjust(c(0.01, 0.03, 0.04), "BH")
    expect(judged.map((one) => one.test?.pAdjusted)).toEqual([0.03, 0.04, 0.04, null]);
    expect(judged[3]?.verdict).toBeNull();
    expect(familySize(list)).toBe(3);
  });

  it('is inconclusive where only the unadjusted p would do', () => {
    const list = [raw('content.explicit', [1, 5], 0.04), raw('content.friday', [-3, 3], 0.9)];
    expect(judge(list)[0]?.verdict).toBe('inconclusive');
  });

  it('leaves unmeasured findings without a verdict and out of the family', () => {
    const missing = {
      ...raw('content.explicit', [1, 5], 0.01),
      estimate: null,
      ci: null,
      test: null,
    };
    const judged = judge([missing, raw('content.friday', [3, 5], 0.01)]);
    expect(judged[0]?.verdict).toBeNull();
    expect(judged[1]?.test?.pAdjusted).toBe(0.01);
  });

  it('refuses a confirmatory finding that nobody declared', () => {
    expect(() => judge([raw('content.surprise', [1, 5], 0.01)])).toThrow(/no declared hypothesis/);
  });
});
