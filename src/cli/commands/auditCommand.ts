import { Option } from 'commander';
import type { AuditResult } from '../../models/audit/auditResult.js';
import { TRAINING_RECIPES, type TrainingRecipe } from '../../models/predict/trainingSet.js';
import { auditDataset, auditStudied } from '../../pipeline/auditDataset.js';
import { loadFeatures } from '../../pipeline/loadFeatures.js';
import type { CommandContext, CommandDefinition, ExitCode } from '../command.js';
import { showProgress } from '../showProgress.js';
import { textTable } from '../textTable.js';
import { failedChecks } from './auditLines.js';
import { addModelOptions, modelRequest, type ModelOptions } from './modelOptions.js';

const HELP = `
Examples:
  liner audit                     every recipe on every split
  liner audit --recipe release    only what is known at release
  liner audit --json              with reasons and evidence

Looks for songs on both sides of a split, columns made from the target, features that are known only later, answers that
survive a permuted target, and single features that explain too much.

Exit codes: 0 all checks passed · 1 one failed · 2 usage · 3 not enough data`;

interface AuditOptions extends ModelOptions {
  readonly recipe?: TrainingRecipe;
}

/** `liner audit`: whether a score of the models can come from a leak. */
export const auditCommand: CommandDefinition = {
  name: 'audit',
  register(program, run) {
    addModelOptions(
      program
        .command('audit')
        .description('look for leaks in every recipe and split of the models'),
    )
      .addOption(
        new Option(
          '--recipe <name>',
          'only this one of `liner train` (default: all, and those of the report)',
        ).choices(TRAINING_RECIPES),
      )
      .addHelpText('after', HELP)
      .action(run((context, options: AuditOptions) => audit(context, options)));
  },
};

async function audit(context: CommandContext, options: AuditOptions): Promise<ExitCode> {
  const { config, terminal } = context;
  const request = await modelRequest(options, context);
  const isWhole = options.recipe === undefined;
  const progress = showProgress(terminal);
  try {
    const data = await loadFeatures(config, { ...request, ...progress }, { withStudied: isWhole });
    const trained = await auditDataset(data.features, {
      seed: options.seed,
      recipes: options.recipe === undefined ? TRAINING_RECIPES : [options.recipe],
      ...progress,
    });
    const studied = isWhole
      ? await auditStudied(data.studied, { seed: options.seed, ...progress })
      : [];
    const results = [...trained, ...studied];
    progress.stop();
    if (terminal.options.json) terminal.json(results);
    else tell(context, results);
    return results.every(({ passed }) => passed) ? 0 : 1;
  } finally {
    progress.stop();
  }
}

function tell({ terminal }: CommandContext, results: readonly AuditResult[]): void {
  const rows = results.flatMap(({ recipe, split, checks }) =>
    checks.map(({ title, passed }) => [recipe, split, title, passed ? 'passed' : 'FAILED']),
  );
  terminal.result(textTable(['recipe', 'split over', 'check', 'result'], rows));
  for (const line of results.flatMap(failedChecks)) terminal.result(line);
}
