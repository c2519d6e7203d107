import { join } from 'node:path';
import {
  checkReport,
  runReport,
  type MadeReport,
  type ReportRequest,
  type ReportRun,
} from '../../pipeline.js';
import { makeDeckPdf } from '../../pipeline/makeDeckPdf.js';
import { headlines } from '../../outputs/headlines.js';
import { SYNTHETIC_NOTICE } from '../../outputs/syntheticNotice.js';
import type { CommandContext, CommandDefinition, ExitCode } from '../command.js';
import { showProgress } from '../showProgress.js';
import { addReportOptions, reportRequest, type ReportOptions } from './reportOptions.js';

interface Options extends ReportOptions {
  readonly check?: boolean;
  readonly force?: boolean;
}

const HELP = `
Examples:
  liner report                                  public data if at hand, else the synthetic sample
  LINER_DATA_DIR=~/music liner report           public data from another folder
  liner report --dataset store --out my-report  what was loaded with \`liner ingest\`
  liner report --check                          exit 1 if anything committed is not what would be written`;

/** `liner report`: the main job. */
export const reportCommand: CommandDefinition = {
  name: 'report',
  register(program, run) {
    addReportOptions(
      program
        .command('report')
        .description('build INSIGHTS.md, the slide deck, figures and findings from the data'),
    )
      .option('--check', 'write nothing; list what differs from what would be written')
      .option('--force', 'make everything anew, also what is fresh')
      .addHelpText('after', HELP)
      .action(run((context, options: Options) => report(context, options)));
  },
};

async function report(context: CommandContext, options: Options): Promise<ExitCode> {
  const started = context.now().getTime();
  const progress = showProgress(context.terminal);
  const request = {
    ...reportRequest(options, context),
    ...progress,
    force: options.force === true,
  };
  if (request.dataset === 'sample') context.terminal.note(SYNTHETIC_NOTICE);
  try {
    if (options.check === true) return await check(context, request);
    const made = await runReport(context.config, request);
    progress.stop();
    const pdf = await makeDeckPdf(context.config, made);
    tell(context, request, made, pdf, (context.now().getTime() - started) / 1000);
    return 0;
  } finally {
    progress.stop();
  }
}

async function check(context: CommandContext, request: ReportRequest): Promise<ExitCode> {
  const problems = await checkReport(context.config, request);
  if (context.terminal.options.json) context.terminal.json({ ok: problems.length === 0, problems });
  else if (problems.length === 0) context.terminal.result('All outputs are what would be written.');
  else for (const problem of problems) context.terminal.result(problem);
  return problems.length === 0 ? 0 : 1;
}

function tell(
  context: CommandContext,
  request: ReportRequest,
  run: ReportRun,
  pdf: string,
  seconds: number,
): void {
  const { terminal } = context;
  const took = `${seconds.toFixed(1)} s`;
  if (terminal.options.json) {
    terminal.json({
      state: run.state,
      dataset: request.dataset,
      root: run.root,
      written: run.state === 'made' ? run.written : [],
      pdf,
      seconds: Number(seconds.toFixed(1)),
    });
  } else if (run.state === 'fresh') {
    terminal.result(
      `Nothing to do: ${join(run.root, run.layout.insights)} is fresh (${took}; --force makes it anew).`,
    );
    terminal.result(pdf);
  } else {
    for (const line of summaryLines(run)) terminal.result(line);
    terminal.result(pdf);
    terminal.result(`Took ${took}.`);
  }
  if (request.dataset === 'sample') terminal.note(SYNTHETIC_NOTICE);
}

function summaryLines(run: MadeReport & { readonly written: readonly string[] }): string[] {
  const { report, root, layout, written, outputs } = run;
  const figures = [...outputs.keys()].filter((path) =>
    path.startsWith(`${layout.figures}/`),
  ).length;
  const changed = written.length === 0 ? 'none of them changed' : `${written.length} changed`;
  return [
    'Headlines:',
    ...headlines(report).map((line) => `  • ${line}`),
    '',
    `Written under ${root} (${outputs.size} files, ${changed}):`,
    `  ${layout.insights} · ${layout.deck} · ${layout.deckHtml} · ${layout.findings} · ${figures} figures in ${layout.figures}/`,
  ];
}
