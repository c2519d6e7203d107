import type { DOMWindow } from 'jsdom';
import { transformBox, toDomRect } from './box.js';
import type { MeasureText } from './fontMetrics.js';
import { isSvg, pictureTransform, shapeBox } from './shapeBox.js';
import { layoutText } from './textLayout.js';

/**
 * Gives a jsdom window the geometry that jsdom lacks and Plotly asks for: boxes of elements, lengths of text.
 *
 * @param measure measures text with the font of the pictures
 */
export function installGeometry(window: DOMWindow, measure: MeasureText): void {
  const { Element: elements, SVGElement: svgElements } = window;
  define(elements.prototype, 'getBoundingClientRect', function (this: Element) {
    if (!isSvg(this)) return htmlRect(this);
    return toDomRect(transformBox(shapeBox(this, measure), pictureTransform(this)));
  });
  define(svgElements.prototype, 'getBBox', function (this: Element) {
    return toDomRect(shapeBox(this, measure));
  });
  define(svgElements.prototype, 'getComputedTextLength', function (this: Element) {
    return layoutText(this, measure).width;
  });
  define(svgElements.prototype, 'getScreenCTM', function (this: Element) {
    const [a, b, c, d, e, f] = pictureTransform(this);
    return { a, b, c, d, e, f };
  });
}

/** Makes a window's `Math.random` a sequence that starts anew with each call of the returned function. */
export function installSeededRandom(window: DOMWindow): () => void {
  let state = 1;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  define(window['Math'], 'random', random);
  return () => {
    state = 1;
  };
}

function htmlRect(element: Element): Readonly<Record<string, number>> {
  const { style } = element as HTMLElement;
  const [width, height] = [parseFloat(style.width) || 0, parseFloat(style.height) || 0];
  return toDomRect({ x0: 0, y0: 0, x1: width, y1: height });
}

function define(target: object, name: string, value: (...values: never[]) => unknown): void {
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
}
