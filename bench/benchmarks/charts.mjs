import { join } from 'node:path';
import { measureNode } from '../tools/measureProcess.mjs';
import { median, seconds, whole } from '../tools/numbers.mjs';
import { task } from '../tools/paths.mjs';
import { PUBLIC_FILES } from '../tools/publicFiles.mjs';

const SLOWEST = 3;

/** How fast figures become SVG. */
export const charts = {
  id: 'charts',
  title: 'Charts as SVG',
  needs: PUBLIC_FILES,
  run,
};

async function run(context) {
  const { result } = await measureNode(task('chartsTask'), [
    join(context.work, 'store'),
    context.dataDir,
  ]);
  const times = result.figures.map((figure) => figure.seconds);
  const total = times.reduce((sum, time) => sum + time, 0);
  const slowest = [...result.figures].sort((a, b) => b.seconds - a.seconds).slice(0, SLOWEST);
  return {
    tables: [
      {
        headers: ['what', 'value'],
        rows: [
          ['figures of the public report', whole(times.length)],
          ['charts per second', (times.length / total).toFixed(2)],
          ['charts per second, start of the renderer included', rateFromStart(result, total)],
          ['start of the renderer, once', seconds(result.startSeconds)],
          ['building all figures from findings', seconds(result.buildSeconds)],
          ['median chart', seconds(median(times))],
          ...slowest.map(({ id, seconds: time }) => [`slow: ${id}`, seconds(time)]),
        ],
      },
    ],
    goals: [],
    notes: ['Every figure of the public report, drawn once, one after another, without the cache.'],
  };
}

function rateFromStart({ figures, startSeconds }, total) {
  return (figures.length / (total + startSeconds)).toFixed(2);
}
