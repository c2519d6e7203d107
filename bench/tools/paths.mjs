import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The command `liner`. */
export const LAUNCHER = at('../../src/bin/liner.mjs');
/** Stands for the build that is measured. */
export const BUILD = at('../../dist/cli.js');
/** Where `--write` puts the results. */
export const RESULTS = at('../../docs/BENCHMARKS.md');
/** The peer's program. */
export const PEER = at('../peer.py');
/** The peers of the models. */
export const MODELS_PEER = at('../modelsPeer.py');
/** The peer of the recommender. */
export const RECOMMEND_PEER = at('../recommendPeer.py');

/** A script that a benchmark runs in a process of its own. */
export function task(name) {
  return at(`../tasks/${name}.mjs`);
}
