import { InvalidArgumentError, Option, type Command } from 'commander';
import { DATASETS, type Dataset } from '../../pipeline/dataset.js';
import { defaultDataset } from '../../pipeline/openDataset.js';
import type { ReportRequest } from '../../pipeline.js';
import { DEFAULT_SAMPLE_SONGS } from '../../sources/sample/openSample.js';
import type { CommandContext } from '../command.js';

/** Seed of the committed report. */
export const DEFAULT_SEED = 1;

/** The options that say which report is meant. */
export interface ReportOptions {
  readonly dataset?: Dataset;
  readonly out?: string;
  readonly seed: number;
  readonly songs: number;
  readonly asOf?: string;
}

/** Adds the options that `report` and `status` share. */
export function addReportOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--dataset <name>',
        'what to report on (default: public if its files are at hand, else sample)',
      ).choices(DATASETS),
    )
    .option('--out <dir>', 'folder of all outputs, instead of INSIGHTS.md, slides/ and reports/')
    .option(
      '--seed <n>',
      'seed of the sample, the bootstraps and the permutations',
      wholeNumber,
      DEFAULT_SEED,
    )
    .option('--songs <n>', 'size of the sample', wholeNumber, DEFAULT_SAMPLE_SONGS)
    .option(
      '--as-of <date>',
      'count ages and recency from this day instead of each source’s own',
      isoDate,
    );
}

/** The request that the options stand for. */
export async function reportRequest(
  options: ReportOptions,
  context: CommandContext,
): Promise<ReportRequest> {
  return {
    dataset: options.dataset ?? (await defaultDataset(context.config)),
    seed: options.seed,
    songs: options.songs,
    asOf: options.asOf ?? null,
    out: options.out ?? null,
    force: false,
    now: () => context.now(),
  };
}

/** @throws InvalidArgumentError for anything but a whole number from 0 */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value)) {
    throw new InvalidArgumentError(`It must be a whole number, got "${text}".`);
  }
  return value;
}

/** @throws InvalidArgumentError for anything but a number of a port; 0 stands for any free one */
export function portNumber(text: string): number {
  const port = wholeNumber(text);
  if (port > 65_535) {
    throw new InvalidArgumentError(`It must be a port from 0 to 65535, got "${text}".`);
  }
  return port;
}

/** @throws InvalidArgumentError for anything but a day of the calendar as YYYY-MM-DD */
export function isoDate(text: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  if (day === null || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text) {
    throw new InvalidArgumentError(`It must be a day such as 2024-06-30, got "${text}".`);
  }
  return text;
}
