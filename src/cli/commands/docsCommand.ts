import { join } from 'node:path';
import { replaceKeyInsights, keyInsights } from '../../outputs/keyInsights.js';
import { compareOutputs, describeDifference } from '../../outputs/compareOutputs.js';
import type { OutputSet } from '../../outputs/outputSet.js';
import { readIfPresent, writeOutputs } from '../../outputs/writeOutputs.js';
import { composeDataset } from '../../pipeline.js';
import { generatedDocuments } from '../../pipeline/generatedDocuments.js';
import { hasPublicData } from '../../pipeline/openDataset.js';
import { packageRoot } from '../../pipeline/packageInfo.js';
import type { CommandContext, CommandDefinition, ExitCode } from '../command.js';
import { addReportOptions, reportRequest, type ReportOptions } from './reportOptions.js';

type Options = ReportOptions & { readonly check?: boolean };

const HELP = `
Examples:
  liner docs             regenerate docs/DATA_DICTIONARY.md, docs/FEATURES.md and the README's key insights
  liner docs --check     write nothing; exit 1 if one of them is stale

The key insights need the public data; without it they are left as they are.`;

/** `liner docs`: the generated documents of the package itself. */
export const docsCommand: CommandDefinition = {
  name: 'docs',
  register(program, run) {
    addReportOptions(
      program
        .command('docs')
        .description(
          'regenerate the data dictionary, the feature list and the README’s key insights',
        ),
    )
      .option('--check', 'write nothing; list what is stale')
      .addHelpText('after', HELP)
      .action(run((context, options: Options) => docs(context, options)));
  },
};

async function docs(context: CommandContext, options: Options): Promise<ExitCode> {
  const { config, terminal } = context;
  const root = packageRoot();
  const documents: OutputSet = new Map([
    ...(await generatedDocuments(() => context.now())),
    ...(hasPublicData(config) ? await readmeWithInsights(context, options, root) : []),
  ]);
  if (options.check === true) {
    const differences = compareOutputs(documents, root).map(describeDifference);
    for (const difference of differences) terminal.result(difference);
    if (differences.length === 0) terminal.result('All generated documents are current.');
    return differences.length === 0 ? 0 : 1;
  }
  const { written, unchanged } = writeOutputs(documents, root);
  for (const path of written) terminal.result(`written: ${path}`);
  for (const path of unchanged) terminal.result(`current: ${path}`);
  return 0;
}

async function readmeWithInsights(
  context: CommandContext,
  options: ReportOptions,
  root: string,
): Promise<[string, string][]> {
  const readme = readIfPresent(join(root, 'README.md'));
  if (readme === null) return [];
  const report = await composeDataset(
    context.config,
    reportRequest({ ...options, dataset: 'public' }, context),
  );
  return [['README.md', replaceKeyInsights(readme.toString('utf8'), keyInsights(report))]];
}
