import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { measureNode } from '../tools/measureProcess.mjs';
import { megabytes, seconds, whole } from '../tools/numbers.mjs';
import { atMost } from '../tools/outcome.mjs';
import { task } from '../tools/paths.mjs';

const SIZES = [30_000, 100_000, 300_000, 1_000_000];
const MOST_MEGABYTES = 1500;
/** Seconds a song may exceed those at a smaller size by a tenth: what repeated runs differ by. */
const MOST_GROWTH = 1.1;

/** How time and memory grow with the number of songs. */
export const growth = {
  id: 'growth',
  title: 'Growth with the number of songs',
  needs: [],
  run,
};

async function run(context) {
  const sizes = context.sizes ?? (context.quick ? SIZES.slice(0, -1) : SIZES);
  const measured = [];
  for (const songs of sizes) {
    const one = await measureSize(context, songs);
    measured.push(one);
    context.note(
      `  ${whole(songs)} songs: ${seconds(one.wallSeconds)}, ${megabytes(one.peakMegabytes)}`,
    );
  }
  const peak = Math.max(...measured.map((one) => one.peakMegabytes));
  const goals = [
    atMost(`peak memory up to ${whole(sizes.at(-1))} songs`, peak, MOST_MEGABYTES, megabytes),
  ];
  if (measured.length > 1) {
    const worst = worstGrowth(measured.map(({ songs, wallSeconds }) => wallSeconds / songs));
    goals.push(
      atMost(
        'seconds a song, against the best smaller size',
        worst,
        MOST_GROWTH,
        (ratio) => `×${ratio.toFixed(2)}`,
      ),
    );
  }
  return {
    tables: [sizeTable(measured), phaseTable(measured)],
    goals,
    notes: [
      'The synthetic sample: generate, load, build features, run every analysis, judge, put into words; nothing is drawn. One ' +
        'process a size, from its start to its end. “Against a smaller size” is the seconds a song over the fewest seconds a song ' +
        'at a smaller size: 1 or less is no worse than linear, and up to 1.1 passes for noise.',
    ],
  };
}

/**
 * The largest ratio of a value to the least of those before it; `[4, 2, 3]` gives 1.5.
 *
 * @param {readonly number[]} perSong seconds a song, by ascending size
 */
export function worstGrowth(perSong) {
  const ratios = perSong.slice(1).map((value, i) => value / Math.min(...perSong.slice(0, i + 1)));
  return Math.max(...ratios);
}

async function measureSize(context, songs) {
  const store = join(context.work, `growth-${songs}`);
  try {
    const run = await measureNode(task('growthTask'), [String(songs), store]);
    return { songs, ...run, phases: run.result.phases };
  } finally {
    await rm(store, { recursive: true, force: true });
  }
}

function sizeTable(measured) {
  return {
    headers: ['songs', 'wall', 'CPU', 'wall per 1,000 songs', 'songs/s', 'peak memory'],
    rows: measured.map((one) => [
      whole(one.songs),
      seconds(one.wallSeconds),
      seconds(one.cpuSeconds),
      seconds((1000 * one.wallSeconds) / one.songs),
      whole(one.songs / one.wallSeconds),
      megabytes(one.peakMegabytes),
    ]),
  };
}

/** Seconds by phase, with the memory's high-water mark at its end. */
function phaseTable(measured) {
  const names = measured[0].phases.map(({ name }) => name);
  const cell = ({ phases }, name) => {
    const phase = phases.find((one) => one.name === name);
    return `${seconds(phase.seconds)}, ${megabytes(phase.peakMegabytes)}`;
  };
  return {
    headers: ['phase, memory so far', ...measured.map(({ songs }) => whole(songs))],
    rows: names.map((name) => [name, ...measured.map((one) => cell(one, name))]),
  };
}
