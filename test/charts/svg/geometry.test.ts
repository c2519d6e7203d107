import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { IDENTITY, multiply, parseTransform } from '../../../src/charts/svg/affine.js';
import {
  boxAround,
  EMPTY_BOX,
  isEmpty,
  toDomRect,
  transformBox,
  union,
} from '../../../src/charts/svg/box.js';
import type { MeasureText } from '../../../src/charts/svg/fontMetrics.js';
import { pathBox } from '../../../src/charts/svg/pathBox.js';
import { pictureTransform, shapeBox } from '../../../src/charts/svg/shapeBox.js';
import { fontSizeOf, inheritedStyle } from '../../../src/charts/svg/svgStyle.js';
import { layoutText } from '../../../src/charts/svg/textLayout.js';

/** Every character is half as wide as the font is high. */
const measure: MeasureText = (text, { size }) => ({
  width: (text.length * size) / 2,
  ascent: 0.8 * size,
  descent: 0.2 * size,
});

function element(markup: string, selector: string): Element {
  const { window } = new JSDOM(`<svg xmlns="http://www.w3.org/2000/svg">${markup}</svg>`, {
    contentType: 'image/svg+xml',
  });
  const found = window.document.querySelector(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

describe('affine', () => {
  it('reads lists of transforms from left to right', () => {
    expect(parseTransform(null)).toEqual(IDENTITY);
    expect(parseTransform('translate(10,20) scale(2)')).toEqual([2, 0, 0, 2, 10, 20]);
    expect(parseTransform('matrix(1 2 3 4 5 6)')).toEqual([1, 2, 3, 4, 5, 6]);
    expect(parseTransform('translate(7)')).toEqual([1, 0, 0, 1, 7, 0]);
    expect(multiply(parseTransform('scale(2,3)'), parseTransform('translate(1,1)'))).toEqual([
      2, 0, 0, 3, 2, 3,
    ]);
  });

  it('turns about a point', () => {
    const box = transformBox(
      boxAround([
        [10, 10],
        [20, 10],
      ]),
      parseTransform('rotate(90,10,10)'),
    );
    expect(box.x0).toBeCloseTo(10, 9);
    expect(box.y1).toBeCloseTo(20, 9);
  });
});

describe('box', () => {
  it('unites, and stays empty without points', () => {
    expect(isEmpty(boxAround([]))).toBe(true);
    expect(toDomRect(EMPTY_BOX)).toMatchObject({ x: 0, width: 0, bottom: 0 });
    expect(transformBox(EMPTY_BOX, parseTransform('scale(2)'))).toBe(EMPTY_BOX);
    expect(union(boxAround([[0, 0]]), boxAround([[3, 4]]))).toEqual({ x0: 0, y0: 0, x1: 3, y1: 4 });
    expect(
      toDomRect(
        boxAround([
          [1, 2],
          [4, 6],
        ]),
      ),
    ).toMatchObject({ left: 1, top: 2, width: 3, height: 4, right: 4 });
  });
});

describe('pathBox', () => {
  it.each([
    ['M1,2L3,4', [1, 2, 3, 4]],
    ['M1,2h5v-3z', [1, -1, 6, 2]],
    ['M0,0H5V6', [0, 0, 5, 6]],
    ['m1,1l2,2Zm5,5', [1, 1, 6, 6]],
    ['M0,0Q5,10 10,0', [0, 0, 10, 10]],
    ['M0,0c1,1 2,8 4,0', [0, 0, 4, 8]],
    ['M5,0A5,5 0 1,1 0,-5A5,5 0 0,1 5,0Z', [-2.5, -7.5, 7.5, 2.5]],
    ['M-.5-1.5e1L.5,1', [-0.5, -15, 0.5, 1]],
    ['M0,0A5,5 0 0,1 1,1', [0, 0, 1, 1]],
  ])('bounds %s', (d, [x0, y0, x1, y1]) => {
    expect(pathBox(d)).toEqual({ x0, y0, x1, y1 });
  });
});

describe('shapeBox', () => {
  it.each([
    ['<rect x="1" y="2" width="3" height="4"/>', 'rect', [1, 2, 4, 6]],
    ['<circle cx="5" cy="5" r="2"/>', 'circle', [3, 3, 7, 7]],
    ['<line x1="1" y1="9" x2="4" y2="2"/>', 'line', [1, 2, 4, 9]],
    ['<polygon points="0,0 4,1 2,6"/>', 'polygon', [0, 0, 4, 6]],
    [
      '<g><rect width="1" height="1"/><g transform="translate(5,5)"><rect width="2" height="2"/></g></g>',
      'g',
      [0, 0, 7, 7],
    ],
  ])('of %s', (markup, selector, [x0, y0, x1, y1]) => {
    expect(shapeBox(element(markup, selector), measure)).toEqual({ x0, y0, x1, y1 });
  });

  it('leaves out what is not drawn', () => {
    expect(
      isEmpty(shapeBox(element('<defs><rect width="9" height="9"/></defs>', 'defs'), measure)),
    ).toBe(true);
    expect(
      isEmpty(
        shapeBox(element('<rect width="9" height="9" style="display: none"/>', 'rect'), measure),
      ),
    ).toBe(true);
  });

  it('places an element through all its groups and nested pictures', () => {
    const rect = element(
      '<g transform="translate(10,0)"><svg x="5" y="6"><rect transform="scale(2)"/></svg></g>',
      'rect',
    );
    expect(pictureTransform(rect)).toEqual([2, 0, 0, 2, 15, 6]);
  });
});

describe('layoutText', () => {
  it('anchors a line as a whole', () => {
    const text =
      '<text x="100" y="50" font-size="10" text-anchor="middle">ab<tspan style="font-size:20px">c</tspan></text>';
    const layout = layoutText(element(text, 'text'), measure);
    expect(layout.width).toBe(20);
    expect(layout.box).toEqual({ x0: 90, y0: 34, x1: 110, y1: 54 });
    expect(layout.runs.map((run) => run.box.x0)).toEqual([90, 100]);
  });

  it('starts a new line where a tspan sets x', () => {
    const text =
      '<text font-size="10"><tspan x="0" y="10">abcd</tspan><tspan x="0" dy="1.5em">ab</tspan></text>';
    const layout = layoutText(element(text, 'text'), measure);
    expect(layout.box).toEqual({ x0: 0, y0: 2, x1: 20, y1: 27 });
  });

  it('follows dx and skips what is hidden', () => {
    const text =
      '<text x="0" y="10" font-size="10" text-anchor="end">ab<tspan dx="5">c</tspan><tspan display="none">ddd</tspan></text>';
    expect(layoutText(element(text, 'text'), measure).box).toMatchObject({ x0: -20, x1: 0 });
    expect(layoutText(element('<text font-size="10">ab</text>', 'text'), measure).box.x1).toBe(10);
    expect(
      layoutText(element('<text dx="4" font-size="10">ab</text>', 'text'), measure).box.x1,
    ).toBe(14);
  });
});

describe('svgStyle', () => {
  it('inherits, and counts relative sizes from the parent', () => {
    const inner = element(
      '<g style="font-size: 20px; fill: red"><text fill="inherit" font-size="50%"><tspan font-size="2em"/></text></g>',
      'tspan',
    );
    expect(fontSizeOf(inner)).toBe(20);
    expect(inheritedStyle(inner, 'fill')).toBe('red');
    expect(inheritedStyle(inner, 'stroke')).toBeNull();
    expect(fontSizeOf(null)).toBe(12);
  });
});
