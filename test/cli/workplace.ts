import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { main, type Outside } from '../../src/cli.js';

/** What a call of the command gave. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder to call the command in, with a store of its own; gone after the tests of the file. */
export interface Workplace {
  readonly path: string;
  /** Calls the command in this process. */
  liner(...args: string[]): Promise<Outcome>;
  /** The same with other surroundings. */
  linerWith(outside: Partial<Outside>, ...args: string[]): Promise<Outcome>;
  write(name: string, content: string | Uint8Array): string;
  read(name: string): string;
}

/** Takes no browser, no server and no data folder from the machine. */
export const NO_BROWSER = '/nowhere';

export function workplace(settings: Readonly<Record<string, string>> = {}): Workplace {
  const path = mkdtempSync(join(tmpdir(), 'liner-cli-'));
  afterAll(() => {
    rmSync(path, { recursive: true, force: true });
  });
  const linerWith = async (outside: Partial<Outside>, ...args: string[]): Promise<Outcome> => {
    const told = { stdout: '', stderr: '' };
    const collect = (name: keyof typeof told) => ({
      write: (text: string) => {
        told[name] += text;
      },
    });
    const code = await main(args, {
      stdout: collect('stdout'),
      stderr: collect('stderr'),
      environment: { LINER_STORE_DIR: join(path, 'store'), PATH: NO_BROWSER, ...settings },
      directory: path,
      now: () => new Date('2026-01-02T03:04:05Z'),
      fetch: () => Promise.reject(new Error('the tests have no network')),
      untilInterrupted: () => Promise.resolve(),
      ...outside,
    });
    return { code, ...told };
  };
  return {
    path,
    linerWith,
    liner: (...args) => linerWith({}, ...args),
    write(name, content) {
      const file = join(path, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      return file;
    },
    read: (name) => readFileSync(join(path, name), 'utf8'),
  };
}

/** Rows of songs with everything the report looks at, as CSV. */
export function songsCsv(rows: readonly Readonly<Record<string, string | number>>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const cell = (value: string | number | undefined): string =>
    `"${String(value ?? '').replaceAll('"', '""')}"`;
  return [columns, ...rows.map((row) => columns.map((column) => row[column]))]
    .map((cells) => cells.map(cell).join(','))
    .join('\n')
    .concat('\n');
}
