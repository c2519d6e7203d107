import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../errors.js';

const resolve = createRequire(import.meta.url).resolve;

/**
 * How Marp renders every deck: no raw HTML, formulas, emoji codes or pictures of emoji, so that names stay the text
 * they are and nothing is loaded from the network.
 */
const MARP_CONFIG = {
  options: {
    html: false,
    math: false,
    emoji: { unicode: false, shortcode: false },
  },
} as const;

/** A folder that is gone when the work is done, whatever became of it. */
export async function withTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'liner-slides-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How a run of marp-cli ended. */
export interface MarpRun {
  readonly exitCode: number | null;
  /** What it wrote to the terminal. */
  readonly log: string;
}

/**
 * Runs marp-cli in a process of its own: it keeps browsers and signal handlers to itself.
 *
 * @param folder an existing folder that takes the configuration; also the working directory
 * @param args arguments but the configuration, the engine and the theme
 */
export async function runMarp(
  folder: string,
  theme: string,
  args: readonly string[],
): Promise<MarpRun> {
  const configPath = join(folder, 'marp.config.json');
  const themePath = join(folder, 'theme.css');
  const engine = resolve('@marp-team/marp-core');
  writeFileSync(configPath, JSON.stringify({ ...MARP_CONFIG, engine }));
  writeFileSync(themePath, theme);
  const command = [
    resolve('@marp-team/marp-cli/marp-cli.js'),
    '--no-stdin',
    '--config-file',
    configPath,
    '--theme-set',
    themePath,
    ...args,
  ];
  return run(command, folder);
}

function run(command: readonly string[], cwd: string): Promise<MarpRun> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, command, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let log = '';
    const collect = (chunk: Buffer): void => {
      log += chunk.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => {
      fail(
        new AppError('failed', `cannot start marp-cli: ${error.message}`, undefined, {
          cause: error,
        }),
      );
    });
    child.on('close', (exitCode) => {
      done({ exitCode, log: log.trim() });
    });
  });
}
