import { join, resolve } from 'node:path';
import { replaceKeyInsights, keyInsights } from '../../outputs/keyInsights.js';
import { compareOutputs, describeDifference } from '../../outputs/compareOutputs.js';
import type { OutputSet } from '../../outputs/outputSet.js';
import { readIfPresent, writeOutputs } from '../../outputs/writeOutputs.js';
import { composeDataset } from '../../pipeline.js';
import { generatedDocuments } from '../../pipeline/generatedDocuments.js';
import { hasPublicData } from '../../pipeline/openDataset.js';
import { DEFAULT_SAMPLE_SONGS } from '../../sources/sample/openSample.js';
import { packageRoot } from '../../pipeline/packageInfo.js';
import type { CommandContext, CommandDefinition, ExitCode } from '../command.js';
import { DEFAULT_SEED } from './reportOptions.js';

interface Options {
  readonly check?: boolean;
  readonly out?: string;
}

const HELP = `
Examples:
  liner docs             regenerate docs/DATA_DICTIONARY.md, docs/FEATURES.md and the README's key insights
  liner docs --check     write nothing; exit 1 if one of them is stale
  liner docs --out DIR   write them under another folder than the package's

The key insights need the public data; without it they are left as they are.`;

/** `liner docs`: the generated documents of the package itself. */
export const docsCommand: CommandDefinition = {
  name: 'docs',
  register(program, run) {
    program
      .command('docs')
      .description('regenerate the data dictionary, the feature list and the README’s key insights')
      .option('--check', 'write nothing; list what is stale')
      .option('--out <dir>', 'write under this folder instead of the package')
      .addHelpText('after', HELP)
      .action(run((context, options: Options) => docs(context, options)));
  },
};

async function docs(context: CommandContext, options: Options): Promise<ExitCode> {
  const source = packageRoot();
  const { config } = context;
  const root = options.out === undefined ? source : resolve(config.root, options.out);
  const documents: OutputSet = new Map([
    ...(await generatedDocuments()),
    ...((await hasPublicData(config)) ? await readmeWithInsights(context, source) : []),
  ]);
  return options.check === true ? check(context, documents, root) : write(context, documents, root);
}

function check({ terminal }: CommandContext, documents: OutputSet, root: string): ExitCode {
  const problems = compareOutputs(documents, root).map(describeDifference);
  if (terminal.options.json) terminal.json({ ok: problems.length === 0, problems });
  else if (problems.length === 0) terminal.result('All generated documents are current.');
  else for (const problem of problems) terminal.result(problem);
  return problems.length === 0 ? 0 : 1;
}

function write({ terminal }: CommandContext, documents: OutputSet, root: string): ExitCode {
  const { written, unchanged } = writeOutputs(documents, root);
  if (terminal.options.json) terminal.json({ written, unchanged });
  else {
    for (const path of written) terminal.result(`written: ${path}`);
    for (const path of unchanged) terminal.result(`current: ${path}`);
  }
  return 0;
}

async function readmeWithInsights(
  { config, now }: CommandContext,
  root: string,
): Promise<[string, string][]> {
  const readme = readIfPresent(join(root, 'README.md'));
  if (readme === null) return [];
  const report = await composeDataset(config, {
    dataset: 'public',
    seed: DEFAULT_SEED,
    songs: DEFAULT_SAMPLE_SONGS,
    asOf: null,
    out: null,
    force: false,
    now,
  });
  return [['README.md', replaceKeyInsights(readme.toString('utf8'), keyInsights(report))]];
}
