import type { DOMWindow } from 'jsdom';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';

/** The part of Plotly that draws static pictures. */
export interface PlotlyModule {
  toImage(
    figure: unknown,
    options: { format: 'svg'; imageDataOnly: true; width: number; height: number },
  ): Promise<string>;
}

/** Runs Plotly's bundle inside a jsdom window, which then has `Plotly` as its own global. */
export function runPlotlyIn(window: DOMWindow, context: object): PlotlyModule {
  const file = createRequire(import.meta.url).resolve('plotly.js-dist-min');
  new Script(readFileSync(file, 'utf8'), { filename: file }).runInContext(context);
  return window['Plotly'] as PlotlyModule;
}
