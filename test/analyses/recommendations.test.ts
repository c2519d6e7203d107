import { describe, expect, it } from 'vitest';
import { advice } from '../../src/analyses/recommendations/advice.js';
import { ADVICE } from '../../src/analyses/recommendations/adviceList.js';
import { CARRYING, recommend } from '../../src/analyses/recommendations/recommend.js';
import { recommendations } from '../../src/analyses/recommendations.js';
import { hypotheses } from '../../src/analyses/hypotheses.js';
import type { Finding, Verdict } from '../../src/domain/finding.js';
import { FindingBook } from '../../src/domain/findingBook.js';
import { prose } from '../../src/domain/prose.js';
import { judgedFinding, plantedColumns, toyContext } from './toyData.js';

const book = (...findings: Finding[]): FindingBook => new FindingBook(findings, []);
const ids = (list: ReturnType<typeof advice>): string[] => list.map((one) => one.id);

describe('recommend', () => {
  const restsOn = ['content.explicit'];
  const spec = {
    id: 'x',
    restsOn,
    action: prose`Do it.`,
    opportunity: prose`Much.`,
    risk: prose`Little.`,
  };
  const verdicts: readonly Verdict[] = ['supported', 'contradicted', 'too-small', 'inconclusive'];

  it.each(['act', 'reverse', 'skip'] as const)(
    '%s rests only on verdicts that carry it',
    (kind) => {
      for (const verdict of verdicts) {
        const found = recommend(
          book(judgedFinding('content.explicit', verdict, [3, 5])),
          kind,
          spec,
        );
        expect(found !== null).toBe(CARRYING[kind].includes(verdict));
      }
      expect(CARRYING[kind]).not.toContain('inconclusive');
    },
  );

  it('refuses what is missing, unmeasured or too uncertain in size', () => {
    expect(recommend(book(), 'act', spec)).toBeNull();
    const unmeasured = {
      ...judgedFinding('content.explicit', 'supported', [3, 5]),
      estimate: null,
    };
    expect(recommend(book(unmeasured), 'act', spec)).toBeNull();
    expect(
      recommend(book(judgedFinding('content.explicit', 'supported', [0.2, 5])), 'act', spec),
    ).toBeNull();
    expect(() => recommend(book(), 'act', { ...spec, restsOn: [] })).toThrow('rests on no finding');
  });

  it('needs every finding it rests on', () => {
    const both = { ...spec, restsOn: ['content.explicit', 'content.friday'] };
    const good = judgedFinding('content.explicit', 'supported', [3, 5]);
    expect(
      recommend(book(good, judgedFinding('content.friday', 'inconclusive', [-1, 5])), 'act', both),
    ).toBeNull();
    expect(
      recommend(book(good, judgedFinding('content.friday', 'supported', [3, 5])), 'act', both),
    ).not.toBeNull();
  });
});

describe('advice', () => {
  it('is declared once each, on declared hypotheses', () => {
    const known = new Set(hypotheses.map((one) => one.id));
    expect(new Set(ADVICE.map((one) => one.id)).size).toBe(ADVICE.length);
    expect(ADVICE.flatMap((one) => one.restsOn).every((id) => known.has(id))).toBe(true);
  });

  it('turns with the verdict and ranks by strength', () => {
    const friday = judgedFinding('content.friday', 'supported', [2, 4]);
    const guests = judgedFinding('content.featuring', 'supported', [6, 9]);
    const tempo = judgedFinding('content.audio_tempo', 'too-small', [-0.2, 0.5], {
      smallestEffect: 1,
    });
    expect(ids(advice(book(friday, guests, tempo)))).toEqual([
      'guest-artists',
      'friday-release',
      'skip-what-does-not-matter',
    ]);
    expect(ids(advice(book(judgedFinding('content.explicit', 'contradicted', [-6, -3]))))).toEqual([
      'clean-version',
    ]);
    expect(advice(book(judgedFinding('content.explicit', 'inconclusive', [-6, 3])))).toEqual([]);
  });

  it('prints a plain statement where nothing carries advice', () => {
    const context = toyContext(plantedColumns({ songs: 30, artists: 5 }));
    const empty = recommendations.narrate(book(), context);
    expect(empty.slides).toEqual([]);
    expect(JSON.stringify(empty.blocks)).toContain('No finding of this report is clear enough');
    const full = recommendations.narrate(
      book(judgedFinding('content.featuring', 'supported', [6, 9])),
      context,
    );
    expect(full.blocks.filter((block) => block.kind === 'recommendation')).toHaveLength(1);
    expect(full.slides).toHaveLength(1);
  });
});
