import { STATUS_EXIT_CODES } from '../../outputs/status.js';
import { reportStatus } from '../../pipeline.js';
import type { CommandContext, CommandDefinition, ExitCode } from '../command.js';
import { addReportOptions, reportRequest, type ReportOptions } from './reportOptions.js';

const HELP = `
Examples:
  liner status                                     of the report on the public data, else of the sample's
  liner status --dataset store --out my-report     of the report that was written there

Exit codes: 0 fresh · 1 stale · 2 cannot tell`;

/** `liner status`: whether the outputs match data, code and parameters, and why not. */
export const statusCommand: CommandDefinition = {
  name: 'status',
  register(program, run) {
    addReportOptions(
      program
        .command('status')
        .description('say whether the outputs are fresh, against which data, and why not'),
    )
      .addHelpText('after', HELP)
      .action(run((context, options: ReportOptions) => status(context, options)));
  },
};

async function status(context: CommandContext, options: ReportOptions): Promise<ExitCode> {
  const request = await reportRequest(options, context);
  const { state, reasons } = await reportStatus(context.config, request);
  if (context.terminal.options.json) {
    context.terminal.json({ state, dataset: request.dataset, reasons });
  } else {
    const words = { fresh: 'fresh', stale: 'stale', unknown: 'cannot tell' }[state];
    context.terminal.result(`${words}: the report on the dataset "${request.dataset}"`);
    for (const reason of reasons) context.terminal.result(`  ${reason}`);
  }
  return STATUS_EXIT_CODES[state];
}
