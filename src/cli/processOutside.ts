import type { Outside } from './outside.js';

/** This process as the outside: its streams, its clock, the network, and Ctrl+C. */
export function processOutside(): Outside {
  process.stdout.on('error', onClosedOutput);
  const waiting: (() => void)[] = [];
  process.on('SIGINT', () => {
    const served = waiting.splice(0);
    if (served.length === 0) exitInterrupted();
    for (const done of served) done();
  });
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    directory: process.cwd(),
    now: () => new Date(),
    fetch: (url, init) => fetch(url, init),
    untilInterrupted: () =>
      new Promise((done) => {
        waiting.push(done);
        process.once('SIGTERM', () => done());
      }),
  };
}

/** Ctrl+C in the middle of work: a load that is not committed leaves nothing behind, and files are replaced whole. */
function exitInterrupted(): never {
  process.stderr.write(
    '\nliner: interrupted\n  What was finished stays, the rest left nothing behind; the same command can be run again.\n',
  );
  process.exit(128 + 2); // as shells count an end by SIGINT
}

/** Whoever reads the results may stop early (`liner rejected | head`): the work goes on. A full disk is a failure. */
function onClosedOutput(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`liner: cannot write the results: ${error.message}\n`);
  process.exit(3);
}
