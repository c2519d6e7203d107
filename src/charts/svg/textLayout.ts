import { boxAround, EMPTY_BOX, union, type Box } from './box.js';
import type { MeasureText } from './fontMetrics.js';
import { fontSizeOf, inheritedStyle, lengthOf, ownStyle } from './svgStyle.js';

/** A run of characters of one style at its place in the text element's own coordinates. */
export interface TextRun {
  readonly text: string;
  readonly element: Element;
  readonly box: Box;
}

/** A text element laid out as a viewer would. */
export interface TextLayout {
  readonly runs: readonly TextRun[];
  readonly box: Box;
  /** Sum of the advances, in pixels. */
  readonly width: number;
}

interface Pending {
  readonly text: string;
  readonly element: Element;
  readonly offset: number;
  readonly y: number;
  readonly width: number;
  readonly ascent: number;
  readonly descent: number;
}

/** Text between two absolute x positions: `text-anchor` moves it as a whole. */
interface Chunk {
  readonly x: number;
  readonly runs: Pending[];
  width: number;
}

/**
 * Lays out an SVG `text` or `tspan` element: x, y, dx, dy on nested tspans, text-anchor, font size, weight and
 * style. `textLength`, text on a path and `rotate` are not read (Plotly writes none).
 */
export function layoutText(element: Element, measure: MeasureText): TextLayout {
  const pen = new Pen(measure);
  pen.walk(element);
  const anchor = inheritedStyle(element, 'text-anchor') ?? 'start';
  const runs = pen.chunks.flatMap((chunk) => placeChunk(chunk, anchor));
  return {
    runs,
    box: runs.reduce((box, run) => union(box, run.box), EMPTY_BOX),
    width: pen.chunks.reduce((sum, chunk) => sum + chunk.width, 0),
  };
}

function placeChunk(chunk: Chunk, anchor: string): TextRun[] {
  const share = anchor === 'middle' ? 0.5 : anchor === 'end' ? 1 : 0;
  const start = chunk.x - share * chunk.width;
  return chunk.runs.map(({ text, element, offset, y, width, ascent, descent }) => ({
    text,
    element,
    box: boxAround([
      [start + offset, y - ascent],
      [start + offset + width, y + descent],
    ]),
  }));
}

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

class Pen {
  readonly chunks: Chunk[] = [];
  #x = 0;
  #y = 0;

  constructor(private readonly measure: MeasureText) {}

  walk(node: Node): void {
    if (node.nodeType === TEXT_NODE) this.#write(node as Text);
    if (node.nodeType !== ELEMENT_NODE) return;
    const element = node as Element;
    if (ownStyle(element, 'display') === 'none') return;
    this.#moveTo(element);
    for (const child of element.childNodes) this.walk(child);
  }

  #moveTo(element: Element): void {
    const [x, y, dx, dy] = [
      lengthOf(element, 'x'),
      lengthOf(element, 'y'),
      lengthOf(element, 'dx'),
      lengthOf(element, 'dy'),
    ];
    if (x !== null) {
      this.#x = x;
      this.chunks.push({ x, runs: [], width: 0 });
    }
    this.#y = (y ?? this.#y) + (dy ?? 0);
    if (dx !== null) {
      this.#chunk().width += dx;
      this.#x += dx;
    }
  }

  #write(node: Text): void {
    const element = node.parentElement;
    if (!element || node.data === '') return;
    const extent = this.measure(node.data, {
      size: fontSizeOf(element),
      weight: inheritedStyle(element, 'font-weight'),
      style: inheritedStyle(element, 'font-style'),
    });
    const chunk = this.#chunk();
    chunk.runs.push({ text: node.data, element, offset: chunk.width, y: this.#y, ...extent });
    chunk.width += extent.width;
    this.#x += extent.width;
  }

  #chunk(): Chunk {
    const last = this.chunks.at(-1);
    if (last) return last;
    const first: Chunk = { x: this.#x, runs: [], width: 0 };
    this.chunks.push(first);
    return first;
  }
}
