import { Command, CommanderError } from 'commander';
import { commands } from './cli/commands/index.js';
import type { CommandContext, ExitCode, Runner } from './cli/command.js';
import { processOutside } from './cli/processOutside.js';
import type { Outside } from './cli/outside.js';
import { Terminal } from './cli/terminal.js';
import { withoutControls } from './cli/visibleText.js';
import { readConfig } from './config.js';
import { AppError, messageOf } from './errors.js';
import { packageVersion } from './pipeline/packageInfo.js';

export type { Outside } from './cli/outside.js';

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
