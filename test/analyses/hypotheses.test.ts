import { describe, expect, it } from 'vitest';
import { hypotheses, hypothesesHash, hypothesis } from '../../src/analyses/hypotheses.js';
import { asMany, VERDICT_WORDS } from '../../src/analyses/wording.js';

describe('hypotheses', () => {
  it('are declared in full, each once', () => {
    expect(new Set(hypotheses.map((one) => one.id)).size).toBe(hypotheses.length);
    for (const one of hypotheses) {
      expect(one.id.startsWith(`${one.section}.`)).toBe(true);
      expect(one.smallestEffect).toBeGreaterThan(0);
      expect(one.sources).toContain('sample');
      expect(one.sources.at(-1)).toBe('*');
      expect(one.statement).toMatch(/^[A-Z].*\.$/);
      expect(one.rationale).not.toBe('');
      expect(JSON.stringify(one.words)).not.toMatch(/\d/);
      expect(one.confounders).not.toContain(one.exposure);
    }
  });

  it('have a hash that changes with a declaration and not with the order of keys', () => {
    const [first] = hypotheses;
    const turned = Object.fromEntries(Object.entries(first).reverse()) as unknown as typeof first;
    expect(hypothesesHash([turned])).toBe(hypothesesHash([first]));
    expect(hypothesesHash([{ ...first, smallestEffect: 1.5 }])).not.toBe(hypothesesHash([first]));
    const reworded = { ...first, words: { ...first.words, topic: 'another word' } };
    expect(hypothesesHash([reworded])).toBe(hypothesesHash([first]));
    expect(hypothesesHash()).toMatch(/^[0-9a-f]{64}$/);
  });

  it('have words from which multiples can be said', () => {
    for (const { measure, words } of hypotheses) {
      if (measure !== 'relative-difference') continue;
      expect(asMany(words)).toMatch(/^as many \w+.* (as|when) /);
      expect(asMany(words)).not.toMatch(/\b(more|than)\b/);
    }
  });

  it('refuse an unknown id', () => {
    expect(() => hypothesis('content.nothing')).toThrow('no hypothesis');
    expect(Object.keys(VERDICT_WORDS)).toHaveLength(4);
  });
});
