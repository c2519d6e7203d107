import { createRequire } from 'node:module';
import type { DOMWindow } from 'jsdom';
import type { Figure } from '../chart.js';
import { embeddedFontCss, type SubsetFont } from './embedFont.js';
import { embeddedFamily, finishSvg, type PictureWords } from './finishSvg.js';
import { createFontMetrics } from './fontMetrics.js';
import type { OpenTypeModule } from './openType.js';
import { installGeometry, installSeededRandom } from './domShims.js';
import { runPlotlyIn, type PlotlyModule } from './plotlyModule.js';

/** Draws Plotly figures as static SVG without a browser. */
export interface SvgRenderer {
  /**
   * The figure as one self-contained SVG: no script, no link, its font embedded. The same figure gives the same bytes.
   *
   * @throws Error where the id is no file name or a trace needs a canvas (heatmap, image, WebGL, maps)
   */
  toSvg(figure: Figure, words: PictureWords): Promise<string>;
  close(): Promise<void>;
}

const ID = /^[a-z][a-z0-9-]*$/;
/** Drawn through a canvas or WebGL, which this page does not have. The mark `heatmap` draws shapes instead. */
const NEEDS_CANVAS =
  /^(heatmap|image|contour|histogram2d|parcoords|splom|surface|mesh3d|volume|.*3d|.*map.*|choropleth.*)$/;

/**
 * Loads jsdom, Plotly and the font (about a second) and gives a renderer. Figures are drawn one after another.
 *
 * @example
 * const renderer = await createSvgRenderer();
 * const svg = await renderer.toSvg(figure, { id: 'my-chart', width: 960, height: 540, title: 'Pop leads', alt: '…' });
 * await renderer.close();
 */
export async function createSvgRenderer(): Promise<SvgRenderer> {
  const { JSDOM, VirtualConsole } = await import('jsdom');
  const require = createRequire(import.meta.url);
  const openType = require('opentype.js') as OpenTypeModule;
  const subsetFont = require('subset-font') as SubsetFont;
  const dom = new JSDOM('<!doctype html><html><body></body></html>', {
    runScripts: 'outside-only',
    virtualConsole: new VirtualConsole(),
    url: 'http://localhost/',
  });
  installGeometry(dom.window, createFontMetrics(openType));
  const restartRandom = installSeededRandom(dom.window);
  provideObjectUrls(dom.window);
  const plotly = runPlotlyIn(dom.window, dom.getInternalVMContext());
  const queue = new Queue();
  return {
    toSvg: (figure, words) =>
      queue.run(async () => {
        checkRequest(figure, words);
        restartRandom();
        const raw = await drawWith(plotly, dom.window, figure, words);
        const css = await embeddedFontCss(raw, embeddedFamily(words.id), subsetFont);
        return finishSvg(raw, words, css);
      }),
    close: () => queue.run(() => Promise.resolve(dom.window.close())),
  };
}

async function drawWith(
  plotly: PlotlyModule,
  window: DOMWindow,
  figure: Figure,
  words: PictureWords,
): Promise<string> {
  const { width, height } = words;
  const json = JSON.stringify({ ...figure, data: figure.data.map(withoutWebGl) });
  // Plotly accepts only plain objects of its own realm.
  const inside = window['JSON'].parse(json) as unknown;
  return plotly.toImage(inside, { format: 'svg', imageDataOnly: true, width, height });
}

function withoutWebGl(trace: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return trace['type'] === 'scattergl' ? { ...trace, type: 'scatter' } : trace;
}

function checkRequest(figure: Figure, { id }: PictureWords): void {
  if (!ID.test(id)) throw new Error(`a chart's id must match ${ID.source}, got "${id}"`);
  for (const { type } of figure.data) {
    if (typeof type === 'string' && NEEDS_CANVAS.test(type)) {
      throw new Error(
        `chart "${id}": a trace of type "${type}" needs a canvas; use shapes, as the mark heatmap does`,
      );
    }
  }
}

function provideObjectUrls(window: DOMWindow): void {
  window.URL.createObjectURL = () => 'blob:none';
  window.URL.revokeObjectURL = () => undefined;
}

/** Runs tasks one after another: the page and its random sequence are shared. */
class Queue {
  #tail: Promise<unknown> = Promise.resolve();

  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(task);
    this.#tail = result.catch(() => undefined);
    return result;
  }
}
