import { join, resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import type { AuditResult } from '../../models/audit/auditResult.js';
import { modelFileText, type ModelContent } from '../../models/file/modelFile.js';
import { MODELS } from '../../models/index.js';
import { exportOnnx } from '../../models/onnx/exportOnnx.js';
import { searchCandidates, SEARCHES, type Search } from '../../models/predict/searchSpace.js';
import type { TrainingRecipe } from '../../models/predict/trainingSet.js';
import { layoutFor } from '../../outputs/layout.js';
import { writeOutputs } from '../../outputs/writeOutputs.js';
import { loadFeatures } from '../../pipeline/loadFeatures.js';
import { trainModel } from '../../pipeline/trainModel.js';
import type { CommandContext, CommandDefinition, ExitCode } from '../command.js';
import { showProgress } from '../showProgress.js';
import { failedChecks } from './auditLines.js';
import { addModelOptions, modelRequest, recipeOption, type ModelOptions } from './modelOptions.js';
import { wholeNumber } from './reportOptions.js';

/** Trees of the model of the mean and of each quantile where nothing else is asked for; fixed beforehand. */
const TREES = 600;
const QUANTILE_TREES = 300;

const HELP = `
Examples:
  liner train                              popularity from what is known at release
  liner train --recipe everything          also plays, playlists, videos and other figures of after the release
  liner train --model random_forest        another model; the baselines are "mean" and "ridge"
  liner train --search random --draws 12   settings chosen by folds inside the folds that judge them
  liner train --out models --export onnx   models/popularity-release.json, and .onnx beside it

A model whose audit for leaks fails is not written, and its score is not shown.

Exit codes: 0 trained · 1 the audit failed · 2 usage · 3 not enough data`;

interface TrainOptions extends ModelOptions {
  readonly recipe: TrainingRecipe;
  readonly model: string;
  readonly trees?: number;
  readonly search?: Search;
  readonly draws: number;
  readonly out?: string;
  readonly export?: 'onnx';
}

/** `liner train`: fits a model of popularity, judges it out-of-fold and saves it. */
export const trainCommand: CommandDefinition = {
  name: 'train',
  register(program, run) {
    addModelOptions(
      program.command('train').description('train a model of popularity, judge it and save it'),
    )
      .addOption(recipeOption())
      .addOption(
        new Option('--model <id>', 'what learns')
          .choices(MODELS.map(({ id }) => id).filter((id) => !id.includes('quantile')))
          .default('gradient_boosting'),
      )
      .option('--trees <n>', `trees of a forest or of boosting (default: ${TREES})`, atLeastOne)
      .addOption(
        new Option(
          '--search <kind>',
          'choose the settings by folds inside each training fold; slow',
        ).choices(SEARCHES),
      )
      .option('--draws <n>', 'settings that a random search tries', atLeastOne, 8)
      .option('--out <dir>', 'folder of the model, instead of reports/models')
      .addOption(new Option('--export <format>', 'also write it in this format').choices(['onnx']))
      .addHelpText('after', HELP)
      .action(run((context, options: TrainOptions) => train(context, options)));
  },
};

async function train(context: CommandContext, options: TrainOptions): Promise<ExitCode> {
  const { config, terminal } = context;
  const { model, search, draws, seed } = options;
  const candidates = search && searchCandidates(model, search, draws, seed);
  const request = await modelRequest(options, context);
  const progress = showProgress(terminal);
  try {
    const data = await loadFeatures(config, { ...request, ...progress });
    const { audit, content, fitted } = await trainModel(data, {
      dataset: request.dataset,
      recipe: options.recipe,
      spec: { model, settings: settingsOf(options) },
      candidates,
      quantileTrees: options.trees ?? QUANTILE_TREES,
      seed,
      ...progress,
    });
    progress.stop();
    if (content === null || fitted === null) return tellFailure(context, audit);
    const folder =
      options.out === undefined
        ? join(config.root, layoutFor(request.dataset).models)
        : resolve(config.root, options.out);
    const notes = { recipe: content.recipe, target: content.target.id };
    const files = new Map<string, string | Uint8Array>([
      [`${content.name}.json`, modelFileText(content)],
    ]);
    if (options.export === 'onnx') files.set(`${content.name}.onnx`, exportOnnx(fitted, notes));
    writeOutputs(files, folder);
    tellScores(
      context,
      content,
      [...files.keys()].map((file) => join(folder, file)),
    );
    return 0;
  } finally {
    progress.stop();
  }
}

function settingsOf({ model, trees }: TrainOptions): Record<string, unknown> {
  if (model === 'gradient_boosting') return { rounds: trees ?? TREES };
  return model === 'random_forest' && trees !== undefined ? { trees } : {};
}

function tellFailure({ terminal }: CommandContext, audit: AuditResult): ExitCode {
  if (terminal.options.json) terminal.json({ audit, files: [] });
  else {
    terminal.result('The audit for leaks failed: there is no score, and no model was written.');
    for (const line of failedChecks(audit)) terminal.result(line);
  }
  return 1;
}

function tellScores(
  { terminal }: CommandContext,
  { name, scores, audit, trainedOn, spec, searched }: ModelContent,
  files: readonly string[],
): void {
  if (terminal.options.json) {
    terminal.json({ name, spec, searched, trainedOn, scores, audit, files });
    return;
  }
  const { r2, rmse, mae, targetSd, baseline, coverage, n, split } = scores;
  const within = ({ value, low, high }: typeof r2, digits: number): string => {
    const [from, to] = [low ?? value, high ?? value].map((end) => end.toFixed(digits));
    return `${value.toFixed(digits)} (95 % interval ${from} to ${to})`;
  };
  terminal.result(
    `${name}: ${spec.model}, ${trainedOn.songs} songs of the dataset ${trainedOn.dataset}`,
  );
  terminal.result(`out-of-fold over ${n} songs, the folds keep ${split} together:`);
  terminal.result(`  R²    ${within(r2, 3)}; the mean: ${baseline.r2.toFixed(3)}`);
  terminal.result(
    `  RMSE  ${within(rmse, 2)}; the mean: ${baseline.rmse.toFixed(2)}; SD of the popularity: ${targetSd.toFixed(2)}`,
  );
  terminal.result(`  MAE   ${within(mae, 2)}`);
  terminal.result(`  80 % intervals hold ${(100 * coverage).toFixed(1)} % of the songs`);
  terminal.result(
    `audit for leaks: ${audit.checks.length} of ${audit.checks.length} checks passed`,
  );
  for (const file of files) terminal.result(`written: ${file}`);
}

/** @throws InvalidArgumentError for anything but a whole number from 1 */
function atLeastOne(text: string): number {
  const count = wholeNumber(text);
  if (count < 1) throw new InvalidArgumentError('It must be at least 1.');
  return count;
}
