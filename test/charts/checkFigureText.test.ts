import { describe, expect, it } from 'vitest';
import { checkFigureText } from './checkFigureText.js';

const svg = (body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100">${body}</svg>`;
const text = (x: number, y: number, words: string, more = ''): string =>
  `<text x="${x}" y="${y}" style="font-size:14px" ${more}>${words}</text>`;

describe('checkFigureText', () => {
  it('accepts texts that stand apart', () => {
    expect(
      checkFigureText(svg(text(10, 20, 'one') + text(10, 40, 'two') + text(60, 20, 'three'))),
    ).toEqual([]);
  });

  it('finds texts that overlap, also when turned or moved', () => {
    expect(checkFigureText(svg(text(10, 20, 'one') + text(20, 24, 'two')))).toEqual([
      { kind: 'overlap', text: 'one', other: 'two' },
    ]);
    const turned = text(50, 80, 'a long turned text', 'transform="rotate(-90,50,80)"');
    expect(checkFigureText(svg(turned + text(40, 60, 'crosses')))).toHaveLength(2);
    expect(
      checkFigureText(
        svg(`<g transform="translate(50,0)">${text(10, 20, 'one')}</g>${text(62, 20, 'two')}`),
      ),
    ).toHaveLength(1);
  });

  it('finds texts that leave the picture', () => {
    expect(checkFigureText(svg(text(180, 20, 'too far')))).toEqual([
      { kind: 'outside', text: 'too far' },
    ]);
    expect(checkFigureText(svg(text(190, 20, 'fits', 'text-anchor="end"')))).toEqual([]);
  });

  it('finds texts that a clip path cuts', () => {
    const clip = '<clipPath id="c"><rect x="0" y="0" width="30" height="50"/></clipPath>';
    expect(
      checkFigureText(svg(`${clip}<g clip-path="url(#c)">${text(10, 20, 'wider')}</g>`)),
    ).toEqual([{ kind: 'clipped', text: 'wider' }]);
  });

  it('ignores what is not shown and keeps lines of one text apart', () => {
    expect(
      checkFigureText(svg(text(10, 20, 'one') + text(10, 20, 'two', 'display="none"'))),
    ).toEqual([]);
    const lines =
      '<text style="font-size:14px"><tspan x="10" y="20">one</tspan><tspan x="10" y="20" dy="1.3em">two</tspan></text>';
    expect(checkFigureText(svg(lines))).toEqual([]);
  });
});
