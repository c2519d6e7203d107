import type { Command as Commander } from 'commander';
import type { Config } from '../config.js';
import type { Fetch } from '../sources/datasets/fetchDataset.js';
import type { Terminal } from './terminal.js';

/** What a command works with: settings, a place to speak, and the clock. */
export interface CommandContext {
  readonly config: Config;
  readonly terminal: Terminal;
  readonly now: () => Date;
  /** The network, for downloads only. */
  readonly fetch: Fetch;
  /** Resolves when the user asks a server to stop (Ctrl+C). */
  readonly untilInterrupted: () => Promise<void>;
}

/** 0 done, 1 findings or staleness; errors give 2 or 3 by their code. */
export type ExitCode = 0 | 1 | 2;

/** Runs a command's work with its parsed arguments. */
export type Action<Arguments extends unknown[]> = (
  context: CommandContext,
  ...args: Arguments
) => Promise<ExitCode>;

/** Hooks an action to a commander command: builds the context, keeps the exit code. */
export type Runner = <Arguments extends unknown[]>(
  action: Action<Arguments>,
) => (...args: Arguments) => Promise<void>;

/** One sub-command: its name, options, help and action. */
export interface CommandDefinition {
  readonly name: string;
  register(program: Commander, run: Runner): void;
}
