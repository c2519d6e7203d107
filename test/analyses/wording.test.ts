import { describe, expect, it } from 'vitest';
import { judge } from '../../src/analyses/judge.js';
import { hypotheses, hypothesis } from '../../src/analyses/hypotheses.js';
import {
  comparedSentence,
  crudeSentence,
  matters,
  messageClause,
  misleadsClause,
  resultSentence,
  strengthOf,
} from '../../src/analyses/wording.js';
import type { Finding } from '../../src/domain/finding.js';
import type { Prose } from '../../src/domain/prose.js';
import { judgedFinding } from './toyData.js';
import fc from '../fastCheck.js';

/** Prose as text with the parts of findings in brackets. */
function text(prose: Prose): string {
  return prose
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if (piece.kind === 'number') return `[${piece.part}]`;
      return piece.kind === 'strong' ? text(piece.pieces) : piece.text;
    })
    .join('');
}

const WHY =
  'Why the plain comparison misleads: explicit songs are found more often in genres whose songs score higher anyway.';

describe('resultSentence for each verdict and sign', () => {
  const sentence = (...args: Parameters<typeof judgedFinding>): string =>
    text(resultSentence(judgedFinding(...args)));

  it('compares only where the whole interval lies beyond what matters', () => {
    expect(sentence('content.explicit', 'supported', [3, 5])).toBe(
      'Songs with explicit lyrics score [magnitude] higher in popularity than clean songs (likely range [interval-magnitude]).',
    );
    expect(sentence('content.explicit', 'contradicted', [-5, -3])).toBe(
      'Songs with explicit lyrics score [magnitude] lower in popularity than clean songs (likely range [interval-magnitude]).',
    );
  });

  it('names a direction only by what was expected where the size is uncertain', () => {
    expect(sentence('content.explicit', 'supported', [1, 5])).toBe(
      'Songs with explicit lyrics differ in popularity by [signed] from clean songs, as expected (likely range [interval]). Since [smallest-effect] would be worth acting on, this may be too little to matter.',
    );
    expect(sentence('content.explicit', 'contradicted', [-5, -1])).toContain(
      'against what was expected',
    );
    expect(sentence('content.duration', 'supported', [-3, -0.5], { smallestEffect: 1 })).toContain(
      'Songs differ in popularity by [signed] for each further minute of length, as expected (likely',
    );
    expect(sentence('content.audio_tempo', 'supported', [0.5, 3])).toContain(
      'for each typical step up in tempo (likely range',
    );
    expect(text(messageClause(judgedFinding('content.explicit', 'supported', [1, 5])))).toBe(
      'songs with explicit lyrics differ in popularity by [signed] from clean songs, perhaps too little to matter',
    );
  });

  it('gives a doubling or more as a multiple', () => {
    const views = { unit: 'percent', smallestEffect: 10 } as const;
    expect(sentence('platforms.official', 'supported', [500, 700], views)).toBe(
      'Songs found with an official video have about [times] times as many views as songs found with another upload (likely range [times-interval] times).',
    );
    expect(sentence('platforms.official', 'supported', [40, 60], views)).toContain(
      'have [magnitude] more views than songs found with another upload (likely range [interval-magnitude])',
    );
    expect(sentence('platforms.like_rate', 'contradicted', [150, 250], views)).toContain(
      'have about [times] times as many likes per view as others',
    );
  });

  it('says too small and not settled', () => {
    expect(sentence('content.friday', 'too-small', [-0.5, 1])).toBe(
      'A Friday release makes no difference that matters: [estimate] (likely range [interval]), all of it short of the [smallest-effect] that would be worth acting on.',
    );
    expect(sentence('content.friday', 'inconclusive', [-1, 4])).toBe(
      'These data do not settle whether a Friday release matters: the difference may lie anywhere from [interval] points.',
    );
    expect(sentence('platforms.official', 'inconclusive', [-1, 40], { unit: 'percent' })).toMatch(
      /from \[interval\]\.$/,
    );
  });

  it('says why nothing was measured', () => {
    const finding = {
      ...judgedFinding('content.friday', null, [0, 1]),
      estimate: null,
      note: 'not enough data: n = 3, needed 30',
    };
    expect(text(resultSentence(finding))).toBe(
      'A Friday release could not be judged (not enough data: n = 3, needed 30).',
    );
    expect(text(messageClause(finding))).toBe('there are not enough data on a Friday release');
  });

  it('has its own forms for correlations and shares', () => {
    const correlation = { unit: 'correlation', smallestEffect: 0.3 } as const;
    expect(sentence('platforms.streams_views', 'supported', [0.5, 0.7], correlation)).toBe(
      'Songs rank similarly on Spotify and YouTube: the rank correlation is [estimate] (likely range [interval]).',
    );
    expect(
      sentence('genres.spread', 'supported', [3, 5], { unit: 'percent', smallestEffect: 1 }),
    ).toContain('Genres account for [estimate] of the differences in popularity');
  });
});

describe('invariants of words over any interval', () => {
  const interval = fc
    .tuple(
      fc.double({ min: -30, max: 30, noNaN: true }),
      fc.double({ min: 0.01, max: 20, noNaN: true }),
    )
    .map(([low, width]) => [low, low + width] as const);

  it('never compare where the interval crosses zero or the smallest effect of interest', () => {
    const ids = hypotheses.filter((one) => one.unit === 'points').map((one) => one.id);
    fc.assert(
      fc.property(
        fc.constantFrom(...ids),
        interval,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (id, [low, high], p) => {
          const { smallestEffect } = hypothesis(id);
          const raw = judgedFinding(id, null, [low, high], {
            smallestEffect,
            test: { method: 't', statistic: { name: 't', value: 1 }, df: 9, p, pAdjusted: null },
          });
          const [finding] = judge([raw]) as [Finding];
          const near = low <= 0 && high >= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high));
          const said = `${text(resultSentence(finding))} ${text(messageClause(finding))}`;
          if (near < smallestEffect)
            expect(said).not.toMatch(/\b(higher|lower|more|fewer|large|larger)\b/);
          if (matters(finding)) expect(said).toMatch(low > 0 ? /higher/ : /lower/);
          expect(strengthOf(finding)).toBeCloseTo(near / smallestEffect, 9);
        },
      ),
    );
  });
});

describe('crude beside adjusted', () => {
  const crude = (estimate: number): Partial<Finding> => ({
    crude: { estimate, ci: null },
    caveats: [WHY],
  });

  it('says what a plain comparison would say and why it misleads', () => {
    const finding = judgedFinding('content.explicit', 'supported', [1, 3], crude(11));
    expect(text(crudeSentence(finding)!)).toBe(
      'The plain comparison says [crude] and misleads, because explicit songs are found more often in genres whose songs score higher anyway.',
    );
    expect(text(misleadsClause(finding)!)).toBe(
      'like for like, songs with explicit lyrics differ by [estimate], not [crude]',
    );
  });

  it('says that it points the other way only where the adjusted direction is shown', () => {
    const against = judgedFinding('content.explicit', 'contradicted', [-4, -3], crude(11));
    expect(text(crudeSentence(against)!)).toContain('points the other way ([crude])');
    const unclear = judgedFinding('content.explicit', 'inconclusive', [-4, 3], crude(11));
    expect(text(crudeSentence(unclear)!)).toContain('says [crude] and misleads');
    expect(text(misleadsClause(unclear)!)).toBe(
      'the plain difference of songs with explicit lyrics ([crude]) does not hold like for like',
    );
  });

  it('is silent where they agree, and brief where neither matters', () => {
    expect(
      crudeSentence(judgedFinding('content.explicit', 'supported', [3, 5], crude(4.5))),
    ).toBeNull();
    expect(crudeSentence(judgedFinding('content.explicit', 'supported', [3, 5]))).toBeNull();
    const slight = judgedFinding('content.explicit', 'too-small', [-1, 1.2], crude(1));
    expect(text(crudeSentence(slight)!)).toBe(
      'Before adjustment it was [crude], short of what matters too.',
    );
    expect(misleadsClause(slight)).toBeNull();
    const share = judgedFinding('genres.spread', 'supported', [5, 7], crude(27));
    expect(misleadsClause(share)).toBeNull();
  });
});

describe('comparedSentence', () => {
  it('puts what was held constant in front', () => {
    expect(text(comparedSentence(judgedFinding('content.explicit', 'supported', [3, 5])))).toMatch(
      /^Among songs of the same genre and release year, songs with explicit lyrics score/,
    );
    expect(
      text(
        comparedSentence(
          judgedFinding('content.explicit', 'supported', [3, 5], { adjustedFor: [] }),
        ),
      ),
    ).toMatch(/^Songs with explicit lyrics/);
  });
});
