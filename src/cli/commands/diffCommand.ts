import { join, resolve } from 'node:path';
import {
  diffFindings,
  diffToJson,
  diffToMarkdown,
  diffToText,
  isEmptyDiff,
  readFindings,
} from '../../outputs/findings/index.js';
import { layoutFor } from '../../outputs/layout.js';
import type { CommandContext, CommandDefinition, ExitCode } from '../command.js';

const HELP = `
Examples:
  liner diff old.json                      against reports/findings.json
  liner diff old.json new.json --md        as Markdown, for a pull request

Exit codes: 0 nothing moved · 1 something did`;

/** `liner diff`: what changed between two findings files. */
export const diffCommand: CommandDefinition = {
  name: 'diff',
  register(program, run) {
    program
      .command('diff <old> [new]')
      .description(
        'compare two findings files: estimates that moved, verdicts that flipped, findings that came or went',
      )
      .option('--md', 'print Markdown')
      .addHelpText('after', HELP)
      .action(
        run((context, old: string, recent: string | undefined, options: { md?: boolean }) =>
          diff(context, old, recent, options.md === true),
        ),
      );
  },
};

async function diff(
  context: CommandContext,
  old: string,
  recent: string | undefined,
  asMarkdown: boolean,
): Promise<ExitCode> {
  const { root } = context.config;
  const newPath =
    recent === undefined ? join(root, layoutFor('public').findings) : resolve(root, recent);
  const changes = diffFindings(readFindings(resolve(root, old)), readFindings(newPath));
  const render = context.terminal.options.json
    ? diffToJson
    : asMarkdown
      ? diffToMarkdown
      : diffToText;
  context.terminal.result(render(changes).trimEnd());
  return isEmptyDiff(changes) ? 0 : 1;
}
