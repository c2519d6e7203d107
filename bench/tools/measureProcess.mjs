import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { readResult } from './taskResult.mjs';

const PRELOAD = new URL('./reportUsage.mjs', import.meta.url).href;
/** Of a process that failed, so much of its last words. */
const LAST_WORDS = 2000;

/**
 * Runs a Node script in a process of its own, from start to end.
 *
 * @param {string} script absolute path
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined> }} [options] the whole environment; that of this process if left out
 * @returns wall seconds with the start of Node, CPU seconds, peak resident memory (MB), output, and the result that a
 * task printed
 * @throws Error where the process fails
 */
export async function measureNode(script, args, options = {}) {
  const run = await measure(process.execPath, ['--import', PRELOAD, script, ...args], options, 1);
  const usage = JSON.parse(run.usage);
  return { ...run, ...usage, result: readResult(run.output) };
}

/** Runs any other program the same way; only its wall time and output are known. */
export function measureProgram(command, args, options = {}) {
  return measure(command, args, options, 0);
}

function measure(command, args, { env = process.env }, usagePipes) {
  const started = performance.now();
  const pipes = Array.from({ length: 2 + usagePipes }, () => 'pipe');
  const child = spawn(command, args, { env, stdio: ['ignore', ...pipes] });
  const [output, errors, usage] = [1, 2, 3].map((fd) => collect(child.stdio[fd]));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const wallSeconds = (performance.now() - started) / 1000;
      if (code === 0)
        return resolve({ wallSeconds, output: output(), errors: errors(), usage: usage() });
      const words = `${errors()}${output()}`.slice(-LAST_WORDS);
      return reject(new Error(`${args.join(' ')} ended with ${signal ?? code}:\n${words}`));
    });
  });
}

function collect(stream) {
  let text = '';
  stream?.setEncoding('utf8').on('data', (chunk) => (text += chunk));
  return () => text;
}
