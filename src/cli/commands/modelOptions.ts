import { Option, type Command } from 'commander';
import { TRAINING_RECIPES, type TrainingRecipe } from '../../models/predict/trainingSet.js';
import { DATASETS, type Dataset } from '../../pipeline/dataset.js';
import { defaultDataset, type DatasetRequest } from '../../pipeline/openDataset.js';
import { DEFAULT_SAMPLE_SONGS } from '../../sources/sample/openSample.js';
import type { CommandContext } from '../command.js';
import { DEFAULT_SEED, wholeNumber } from './reportOptions.js';

/** The options that say which data a model is about. */
export interface ModelOptions {
  readonly dataset?: Dataset;
  readonly seed: number;
  readonly songs: number;
}

/** Adds the options that the commands of models share. */
export function addModelOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--dataset <name>',
        'which data (default: public if its files are at hand, else sample)',
      ).choices(DATASETS),
    )
    .option('--seed <n>', 'seed of the sample, the folds and the models', wholeNumber, DEFAULT_SEED)
    .option('--songs <n>', 'size of the sample', wholeNumber, DEFAULT_SAMPLE_SONGS);
}

/** The option that says which features may be used. */
export function recipeOption(): Option {
  return new Option('--recipe <name>', 'features known at release, or everything that is known')
    .choices(TRAINING_RECIPES)
    .default('release' satisfies TrainingRecipe);
}

/** The dataset that the options stand for. */
export async function modelRequest(
  { dataset, seed, songs }: ModelOptions,
  context: CommandContext,
): Promise<DatasetRequest> {
  return {
    dataset: dataset ?? (await defaultDataset(context.config)),
    seed,
    songs,
    force: false,
    now: () => context.now(),
  };
}
