import { join } from 'node:path';
import {
  checkReport,
  runReport,
  type MadeReport,
  type ReportRequest,
  type ReportRun,
} from '../../pipeline.js';
import { makeDeckPdf } from '../../pipeline/makeDeckPdf.js';
import { AppError } from '../../errors.js';
import { headlines } from '../../outputs/headlines.js';
import { SYNTHETIC_NOTICE } from '../../outputs/syntheticNotice.js';
import type { CommandContext, CommandDefinition, ExitCode } from '../command.js';
import { showProgress, type RunProgress } from '../showProgress.js';
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
  const progress = showProgress(context.terminal);
  const request = {
    ...(await reportRequest(options, context)),
    ...progress,
    force: options.force === true,
  };
  // The first and the last line of a report on the sample say what it is.
  const isSynthetic = request.dataset === 'sample' && !context.terminal.options.json;
  if (isSynthetic) context.terminal.result(SYNTHETIC_NOTICE);
  try {
    return options.check === true
      ? await check(context, request)
      : await make(context, request, progress);
  } finally {
    progress.stop();
    if (isSynthetic) context.terminal.result(SYNTHETIC_NOTICE);
  }
}

async function make(
  context: CommandContext,
  request: ReportRequest,
  progress: RunProgress,
): Promise<ExitCode> {
  const started = context.now().getTime();
  const made = await runReport(context.config, request);
  progress.stop();
  const pdf = await pdfLine(context, made);
  tell(context, request, made, pdf, (context.now().getTime() - started) / 1000);
  return pdf.error === null ? 0 : Promise.reject(pdf.error);
}

/** What became of the PDF; what was made before it is told even where it failed. */
interface PdfOutcome {
  readonly line: string;
  readonly error: AppError | null;
}

async function pdfLine({ config }: CommandContext, made: ReportRun): Promise<PdfOutcome> {
  try {
    return { line: await makeDeckPdf(config, made), error: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { line: 'No PDF of the slides: see the error below.', error };
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
  pdf: PdfOutcome,
  seconds: number,
): void {
  const { terminal } = context;
  const took = `${seconds.toFixed(1)} s`;
  if (terminal.options.json) {
    terminal.json({
      state: run.state,
      dataset: request.dataset,
      synthetic: request.dataset === 'sample',
      root: run.root,
      headlines: run.state === 'made' ? headlines(run.report) : [],
      written: run.state === 'made' ? run.written : [],
      pdf: pdf.line,
      seconds: Number(seconds.toFixed(1)),
    });
  } else if (run.state === 'fresh') {
    terminal.result(
      `Nothing to do: ${join(run.root, run.layout.insights)} is fresh (${took}; --force makes it anew).`,
    );
    terminal.result(pdf.line);
  } else {
    for (const line of summaryLines(run)) terminal.result(line);
    terminal.result(pdf.line);
    terminal.result(`Took ${took}.`);
  }
}

function summaryLines(run: MadeReport & { readonly written: readonly string[] }): string[] {
  const { report, root, layout, written, outputs } = run;
  const count = [...outputs.keys()].filter((path) => path.startsWith(`${layout.figures}/`)).length;
  const figures = count === 1 ? '1 figure' : `${count} figures`;
  const changed = written.length === 0 ? 'none of them changed' : `${written.length} changed`;
  const lines = headlines(report).map((line) => `  • ${line}`);
  return [
    ...(lines.length > 0 ? ['Headlines:', ...lines] : ['Headlines: none, for want of data.']),
    '',
    `Written under ${root} (${outputs.size} files, ${changed}):`,
    `  ${layout.insights} · ${layout.deck} · ${layout.deckHtml} · ${layout.modelCard} · ${layout.findings} · ${figures} in ${layout.figures}/`,
  ];
}
