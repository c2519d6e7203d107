import { describe, expect, it } from 'vitest';
import { fitText } from '../../../src/charts/text/fitText.js';
import { plainText, visibleText } from '../../../src/charts/text/plainText.js';
import { textWidth } from '../../../src/charts/text/textWidth.js';
import { wrapText } from '../../../src/charts/text/wrapText.js';
import fc from '../../fastCheck.js';

describe('plainText', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['<a href="javascript:x">y</a>', '&lt;a href="javascript:x"&gt;y&lt;/a&gt;'],
    ['$x$ and A$AP', '&#36;x&#36; and A&#36;AP'],
    ['%{x} <br> &amp;', '&#37;{x} &lt;br&gt; &amp;amp;'],
    ['tab\tnew\nline\u0000nul', 'tab new line nul'],
    ['zero\u200bwidth\u2060\ufeff', 'zerowidth'],
    ['over\u202eride\u2066', 'override'],
    ['  wide\u00a0\u3000space ', 'wide space'],
    ['lone \ud800 surrogate', 'lone surrogate'],
  ])('shows %j as text', (name, expected) => {
    expect(plainText(name)).toBe(expected);
  });

  it('keeps emoji sequences and Persian joiners, drops stray ones', () => {
    expect(visibleText('👩\u200d🎤 x\u200dy')).toBe('👩\u200d🎤 xy');
    expect(visibleText('می\u200cخواهم')).toBe('\u2068می\u200cخواهم\u2069');
    expect(visibleText('a\u200cb')).toBe('ab');
  });

  it('isolates right-to-left names and thins piled-up marks', () => {
    expect(visibleText('עברית')).toBe('\u2068עברית\u2069');
    expect(visibleText(`Z${'\u0301'.repeat(50)}a`)).toBe(`Z${'\u0301'.repeat(3)}a`);
  });

  it('cuts with an ellipsis at whole characters', () => {
    expect(visibleText('x'.repeat(5000), 10)).toBe(`${'x'.repeat(9)}…`);
    expect([...visibleText('😀'.repeat(5000), 10)]).toHaveLength(10);
    expect(visibleText('👩\u200d🎤👩\u200d🎤', 5)).toBe('👩\u200d🎤👩…');
    expect(visibleText('exactly ten', 11)).toBe('exactly ten');
  });

  it('never lets a tag, a formula, a control or a direction mark through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (name) => {
        const shown = plainText(name);
        expect(shown).not.toMatch(/[<>$\p{Cc}\p{Cs}\u202a-\u202e\u200b\ufeff]/u);
        expect(shown.replace(/&(?:amp|lt|gt|#36|#37);/g, '')).not.toContain('&');
        expect([...visibleText(name, 20)].length).toBeLessThanOrEqual(22);
      }),
    );
  });
});

describe('fitText', () => {
  it('keeps what fits and cuts what does not', () => {
    expect(fitText('rock', 100, 14)).toBe('rock');
    const cut = fitText('Singer-songwriter', 60, 14);
    expect(cut.endsWith('…')).toBe(true);
    expect(textWidth(cut, 14)).toBeLessThanOrEqual(60);
    expect(textWidth(`${cut.slice(0, -1)}xx`, 14)).toBeGreaterThan(60 - 14);
  });
});

describe('wrapText', () => {
  it('breaks at spaces and keeps long words whole', () => {
    expect(wrapText('one two three', 50, 14)).toEqual(['one two', 'three']);
    expect(wrapText('incomprehensibilities', 20, 14)).toEqual(['incomprehensibilities']);
    expect(wrapText('', 20, 14)).toEqual([]);
  });
});
