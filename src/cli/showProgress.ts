import type { Input } from '../sources/source.js';
import type { ProgressBar, Terminal } from './terminal.js';

/** Bars for the long steps of a run, one at a time; a new step ends the bar of the last. */
export interface RunProgress {
  onIngest(input: Input, records: number): void;
  onStep(label: string, done: number, total: number): void;
  stop(): void;
}

/** A record of the public files takes about this many bytes: enough to draw a bar by. */
const BYTES_PER_RECORD = 120;

/** Shows progress on the terminal; on anything else nothing is drawn. */
export function showProgress(terminal: Terminal): RunProgress {
  let bar: ProgressBar | null = null;
  let current = '';
  const show = (label: string, done: number, total: number): void => {
    if (label !== current) {
      bar?.stop();
      bar = terminal.progress(label, total);
      current = label;
    }
    bar?.update(done);
  };
  return {
    onIngest: (input, records) => {
      show(`loading ${input.origin}`, records, Math.max(records, input.bytes / BYTES_PER_RECORD));
    },
    onStep: (label, done, total) => {
      show(label, done, total);
    },
    stop: () => {
      bar?.stop();
      bar = null;
      current = '';
    },
  };
}
