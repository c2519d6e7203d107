import { IDENTITY, multiply, parseTransform, translation, type Affine } from './affine.js';
import { boxAround, EMPTY_BOX, transformBox, union, type Box } from './box.js';
import type { MeasureText } from './fontMetrics.js';
import { numbersIn, pathBox } from './pathBox.js';
import { ownStyle } from './svgStyle.js';
import { layoutText } from './textLayout.js';

const WITHOUT_BOX = new Set(['defs', 'clipPath', 'style', 'title', 'desc', 'metadata']);

/** Box of an SVG element in its own coordinates: what `getBBox` gives in a browser. */
export function shapeBox(element: Element, measure: MeasureText): Box {
  if (WITHOUT_BOX.has(element.localName) || ownStyle(element, 'display') === 'none')
    return EMPTY_BOX;
  const value = (name: string): number => parseFloat(element.getAttribute(name) ?? '') || 0;
  switch (element.localName) {
    case 'text':
    case 'tspan':
      return layoutText(element, measure).box;
    case 'rect':
    case 'image':
      return sized(value('x'), value('y'), value('width'), value('height'));
    case 'circle':
      return sized(
        value('cx') - value('r'),
        value('cy') - value('r'),
        2 * value('r'),
        2 * value('r'),
      );
    case 'line':
      return boxAround([
        [value('x1'), value('y1')],
        [value('x2'), value('y2')],
      ]);
    case 'path':
      return pathBox(element.getAttribute('d') ?? '');
    case 'polygon':
    case 'polyline':
      return boxAround(pairs(numbersIn(element.getAttribute('points') ?? '')));
    default:
      return groupBox(element, measure);
  }
}

/** Transform from an element's coordinates to those of the picture. */
export function pictureTransform(element: Element): Affine {
  let result = IDENTITY;
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (!isSvg(at)) break;
    result = multiply(parseTransform(at.getAttribute('transform')), result);
    if (at.localName !== 'svg') continue;
    const [x, y] = ['x', 'y'].map((name) => parseFloat(at?.getAttribute(name) ?? '') || 0);
    result = multiply(translation(x ?? 0, y ?? 0), result);
  }
  return result;
}

export function isSvg(element: Element): boolean {
  return element.namespaceURI?.endsWith('svg') ?? false;
}

function groupBox(element: Element, measure: MeasureText): Box {
  return [...element.children].reduce((box, child) => {
    const own = shapeBox(child, measure);
    return union(box, transformBox(own, parseTransform(child.getAttribute('transform'))));
  }, EMPTY_BOX);
}

function sized(x: number, y: number, width: number, height: number): Box {
  return { x0: x, y0: y, x1: x + width, y1: y + height };
}

function pairs(values: readonly number[]): [number, number][] {
  return values.flatMap((value, index): [number, number][] =>
    index % 2 === 1 ? [[values[index - 1] ?? 0, value]] : [],
  );
}
