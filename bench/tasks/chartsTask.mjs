/**
 * In a process of its own: draws every figure of the public report as SVG, none from a cache.
 *
 *     node chartsTask.mjs STORE_DIRECTORY DATA_DIRECTORY
 */
import { performance } from 'node:perf_hooks';
import { buildDrawings } from '../../dist/charts/index.js';
import { createSvgRenderer } from '../../dist/charts/svg/createSvgRenderer.js';
import { readConfig } from '../../dist/config.js';
import { FindingBook } from '../../dist/domain/findingBook.js';
import { proseToPlain } from '../../dist/outputs/prose/index.js';
import { composeDataset } from '../../dist/pipeline.js';
import { printResult } from '../tools/taskResult.mjs';

const REQUEST = { dataset: 'public', seed: 1, songs: 0, asOf: null, out: null, force: false };

async function timed(work) {
  const started = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - started) / 1000 };
}

async function drawAll(storeDir, dataDir) {
  const config = readConfig({ LINER_STORE_DIR: storeDir, LINER_DATA_DIR: dataDir });
  const report = await composeDataset(config, { ...REQUEST, now: () => new Date(0) });
  const book = new FindingBook(report.findings, report.tables);
  const built = await timed(() => Promise.resolve(buildDrawings(book)));
  const started = await timed(createSvgRenderer);
  const renderer = started.value;
  const figures = [];
  try {
    for (const { chart, drawing } of built.value) {
      const words = {
        id: chart.id,
        width: drawing.width,
        height: drawing.height,
        title: proseToPlain(drawing.title, book),
        alt: proseToPlain(drawing.alt, book),
      };
      const { value, seconds } = await timed(() => renderer.toSvg(drawing.figure, words));
      figures.push({ id: chart.id, seconds, bytes: value.length });
    }
  } finally {
    await renderer.close();
  }
  return { buildSeconds: built.seconds, startSeconds: started.seconds, figures };
}

printResult(await drawAll(...process.argv.slice(2)));
