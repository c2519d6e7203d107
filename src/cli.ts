import { Command, CommanderError } from 'commander';
import { commands } from './cli/commands/index.js';
import type { CommandContext, ExitCode, Runner } from './cli/command.js';
import { Terminal, type Stream } from './cli/terminal.js';
import { withoutControls } from './cli/visibleText.js';
import { readConfig } from './config.js';
import { AppError, messageOf } from './errors.js';
import { packageVersion } from './pipeline/packageInfo.js';
import type { Fetch } from './sources/datasets/fetchDataset.js';

/** The outside of a run, replaced in tests. */
export interface Outside {
  readonly stdout: Stream;
  readonly stderr: Stream;
  /** The process's own when left out. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly directory: string;
  now(): Date;
  readonly fetch: Fetch;
  /** Resolves at Ctrl+C. */
  readonly untilInterrupted: () => Promise<void>;
}

const HELP = `
Examples:
  liner report                          build the report and the slide deck
  liner ingest my-tracks.csv            load any table of tracks
  liner report --dataset store          report on what was loaded
  liner status                          are the outputs fresh?
  liner slides                          present the deck

Exit codes: 0 done · 1 findings or staleness · 2 usage or configuration · 3 the work failed`;

/**
 * Runs the command line and gives its exit code; nothing is thrown.
 *
 * @example
 * process.exitCode = await main(['report', '--dataset', 'sample']);
 */
export async function main(
  args: readonly string[],
  outside: Outside = processOutside(),
): Promise<number> {
  const terminal = terminalFor(args, outside);
  let exitCode: ExitCode = 0;
  const run: Runner =
    (action) =>
    async (...actionArguments) => {
      const context: CommandContext = {
        config: readConfig(outside.environment, outside.directory),
        terminal,
        now: () => outside.now(),
        fetch: outside.fetch,
        untilInterrupted: outside.untilInterrupted,
      };
      exitCode = await action(context, ...actionArguments);
    };
  try {
    await buildProgram(run, outside).parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    return failureCode(error, terminal);
  }
}

function buildProgram(run: Runner, outside: Outside): Command {
  const program = new Command('liner')
    .description('From music-streaming data to a report whose every number can be traced.')
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .addHelpText('after', HELP)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => outside.stdout.write(text),
      writeErr: (text) => outside.stderr.write(text),
      outputError: (text, write) => write(text.replace(/^error: /u, 'liner: ')),
    })
    .showHelpAfterError('  `liner --help` and `liner COMMAND --help` say what there is');
  for (const command of commands) command.register(program, run);
  for (const command of [program, ...everyCommand(program)]) {
    command
      .exitOverride()
      .showSuggestionAfterError()
      .option('--json', 'print the result as JSON')
      .option('-q, --quiet', 'print results and errors only');
  }
  return program;
}

function everyCommand(command: Command): Command[] {
  return command.commands.flatMap((child) => [child, ...everyCommand(child)]);
}

function failureCode(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof AppError) {
    // Names of files and columns come from outside, so they may hold control characters.
    terminal.error(`liner: ${withoutControls(error.message)}`);
    if (error.hint !== undefined) terminal.error(`  ${withoutControls(error.hint)}`);
    return error.exitCode;
  }
  terminal.error(`liner: unexpected error: ${messageOf(error)}`);
  if (error instanceof Error && error.stack !== undefined) terminal.error(error.stack);
  return 3;
}

function terminalFor(args: readonly string[], outside: Outside): Terminal {
  const options = args.slice(0, args.includes('--') ? args.indexOf('--') : undefined);
  return new Terminal(outside.stdout, outside.stderr, {
    json: options.includes('--json'),
    quiet: options.includes('-q') || options.includes('--quiet'),
  });
}

function processOutside(): Outside {
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
