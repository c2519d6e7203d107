import { createRequire } from 'node:module';
import { JSDOM } from 'jsdom';
import { IDENTITY } from '../../src/charts/svg/affine.js';
import { isEmpty, transformBox, type Box } from '../../src/charts/svg/box.js';
import { createFontMetrics } from '../../src/charts/svg/fontMetrics.js';
import type { OpenTypeModule } from '../../src/charts/svg/openType.js';
import { pictureTransform, shapeBox } from '../../src/charts/svg/shapeBox.js';
import { inheritedStyle } from '../../src/charts/svg/svgStyle.js';
import { layoutText } from '../../src/charts/svg/textLayout.js';

/** A piece of text that a reader can't read because of where it stands. */
export interface TextDefect {
  readonly kind: 'overlap' | 'outside' | 'clipped';
  readonly text: string;
  /** The other text, for overlaps. */
  readonly other?: string;
}

interface Line {
  readonly text: string;
  readonly box: Box;
  readonly element: Element;
}

/** Letters may touch by this many pixels before it counts. */
const TOLERANCE = 1;

const openType = createRequire(import.meta.url)('opentype.js') as OpenTypeModule;
const measure = createFontMetrics(openType);

/**
 * Finds texts of a picture that overlap each other, leave the picture or are cut by a clip path, measured with
 * the font that the picture embeds.
 *
 * @param svg a picture from the renderer
 */
export function checkFigureText(svg: string): TextDefect[] {
  const { window } = new JSDOM(svg, { contentType: 'image/svg+xml' });
  const root = window.document.documentElement;
  const lines = [...root.querySelectorAll('text')].flatMap(linesOf);
  const frame = pictureFrame(root);
  window.close();
  return [
    ...lines
      .filter((line) => !within(line.box, frame))
      .map(({ text }) => ({ kind: 'outside' as const, text })),
    ...lines.filter(isClipped).map(({ text }) => ({ kind: 'clipped' as const, text })),
    ...overlappingPairs(lines),
  ];
}

function pictureFrame(root: Element): Box {
  const [width, height] = ['width', 'height'].map((name) => Number(root.getAttribute(name)));
  return { x0: 0, y0: 0, x1: width ?? 0, y1: height ?? 0 };
}

/** The lines of one text element; runs on one base line count as one. */
function linesOf(element: Element): Line[] {
  if (inheritedStyle(element, 'display') === 'none' || inheritedStyle(element, 'opacity') === '0')
    return [];
  const lines = new Map<number, { text: string; box: Box }>();
  for (const { text, box } of layoutText(element, measure).runs) {
    const key = Math.round((box.y0 + box.y1) / 2);
    const before = lines.get(key);
    lines.set(
      key,
      before ? { text: before.text + text, box: join(before.box, box) } : { text, box },
    );
  }
  return [...lines.values()]
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, box }) => ({
      text,
      box: transformBox(lettersOf(box), pictureTransform(element)),
      element,
    }));
}

/** The part of a line box that letters fill: no lead above capitals or below descenders. */
function lettersOf(box: Box): Box {
  const height = box.y1 - box.y0;
  return { ...box, y0: box.y0 + 0.17 * height, y1: box.y1 - 0.04 * height };
}

function join(a: Box, b: Box): Box {
  return {
    x0: Math.min(a.x0, b.x0),
    y0: Math.min(a.y0, b.y0),
    x1: Math.max(a.x1, b.x1),
    y1: Math.max(a.y1, b.y1),
  };
}

function within(inner: Box, outer: Box): boolean {
  return (
    inner.x0 >= outer.x0 - TOLERANCE &&
    inner.y0 >= outer.y0 - TOLERANCE &&
    inner.x1 <= outer.x1 + TOLERANCE &&
    inner.y1 <= outer.y1 + TOLERANCE
  );
}

function isClipped({ element, box }: Line): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const id = /#([^)'"]+)/.exec(at.getAttribute('clip-path') ?? '')?.[1];
    const clip = id ? element.ownerDocument.getElementById(id) : null;
    if (!clip) continue;
    const boxes = [...clip.children].map((child) => shapeBox(child, measure));
    const area = boxes.reduce<Box | null>((sum, next) => (sum ? join(sum, next) : next), null);
    const placed = area && transformBox(area, pictureTransform(at) ?? IDENTITY);
    if (placed && !isEmpty(placed) && !within(box, placed)) return true;
  }
  return false;
}

function overlappingPairs(lines: readonly Line[]): TextDefect[] {
  return lines.flatMap((line, index) =>
    lines
      .slice(index + 1)
      .filter((other) => overlap(line.box, other.box))
      .map((other) => ({ kind: 'overlap' as const, text: line.text, other: other.text })),
  );
}

function overlap(a: Box, b: Box): boolean {
  const across = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  const down = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
  return across > TOLERANCE && down > TOLERANCE;
}
