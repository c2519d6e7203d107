import { InvalidArgumentError, Option } from 'commander';
import { AppError } from '../../errors.js';
import type { RecommendedList } from '../../models/recommend/recommender.js';
import { DATASETS, type Dataset } from '../../pipeline/dataset.js';
import { defaultDataset } from '../../pipeline/openDataset.js';
import { openRecommender } from '../../pipeline/openRecommender.js';
import { DEFAULT_SAMPLE_SONGS } from '../../sources/sample/openSample.js';
import type { CommandContext, CommandDefinition, ExitCode } from '../command.js';
import { textTable } from '../textTable.js';
import { visibleText } from '../visibleText.js';
import { DEFAULT_SEED, wholeNumber } from './reportOptions.js';

const MOST_LISTED = 100;

const HELP = `
Examples:
  liner recommend Portishead                    ten artists like this one, each with its reasons
  liner recommend "Daft Punk" --k 5 --json      for machines
  liner recommend Radiohead --diversity 0.5     less of the same
  liner recommend Radiohead --novelty 0.8       lesser-known artists first

Exit codes: 0 done · 1 nothing is known that could tell who is like it · 2 no artist of that name`;

interface RecommendFlags {
  readonly k: number;
  readonly dataset?: Dataset;
  readonly diversity: number;
  readonly novelty: number;
  readonly seed: number;
  readonly songs: number;
}

/** `liner recommend`: artists like one, with scores, confidence and reasons. */
export const recommendCommand: CommandDefinition = {
  name: 'recommend',
  register(program, run) {
    program
      .command('recommend <artist>')
      .description('artists like this one, by who listens to them, tags, genres and sound')
      .option('--k <n>', `how many, 1 to ${MOST_LISTED}`, listLength, 10)
      .addOption(
        new Option(
          '--dataset <name>',
          'which data (default: public if its files are at hand, else sample)',
        ).choices(DATASETS),
      )
      .option('--diversity <x>', '0 the most alike, 1 each unlike those before it', share, 0)
      .option('--novelty <x>', '0 as it is, 1 lesser-known artists first', share, 0)
      .option('--seed <n>', 'seed of the sample', wholeNumber, DEFAULT_SEED)
      .option('--songs <n>', 'size of the sample', wholeNumber, DEFAULT_SAMPLE_SONGS)
      .addHelpText('after', HELP)
      .action(
        run((context, artist: string, flags: RecommendFlags) => recommend(context, artist, flags)),
      );
  },
};

async function recommend(
  { config, terminal, now }: CommandContext,
  name: string,
  { k, dataset, diversity, novelty, seed, songs }: RecommendFlags,
): Promise<ExitCode> {
  const recommender = await openRecommender(config, {
    dataset: dataset ?? (await defaultDataset(config)),
    seed,
    songs,
    force: false,
    now,
    onBuild: () => {
      terminal.note('building the recommender; it is kept until data or code change');
    },
  });
  const artist = recommender.find(name);
  if (artist === null) throw unknownArtist(name, recommender.suggest(name));
  const list = recommender.recommend(artist, { count: k, diversity, novelty });
  if (terminal.options.json) terminal.json(list);
  else for (const line of lines(list)) terminal.result(line);
  return list.recommendations.length > 0 ? 0 : 1;
}

function unknownArtist(name: string, near: readonly string[]): AppError {
  const shown = near.map((one) => `"${visibleText(one, 60)}"`).join(', ');
  return new AppError(
    'usage',
    `no artist is called "${visibleText(name, 60)}"`,
    near.length > 0 ? `did you mean ${shown}?` : undefined,
  );
}

function lines({ artist, basis, recommendations }: RecommendedList): readonly string[] {
  const name = visibleText(artist.name, 60);
  if (recommendations.length === 0) return [`Nothing is known that tells who is like ${name}.`];
  const audience = `${counted(artist.listeners, 'listener')}, ${counted(artist.playlists, 'playlist')}`;
  const head =
    basis === 'listeners'
      ? `Artists like ${name} (${audience}):`
      : `Artists like ${name}, by tags, genres and sound alone, for too few listen to it (${audience}):`;
  const rows = recommendations.map((one, place) => [
    place + 1,
    visibleText(one.name, 40),
    one.score.toFixed(3),
    one.confidence.toFixed(2),
    visibleText(one.reason, 100),
  ]);
  return [head, textTable(['#', 'artist', 'score', 'confidence', 'why'], rows)];
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

function listLength(text: string): number {
  const value = wholeNumber(text);
  if (value < 1 || value > MOST_LISTED) {
    throw new InvalidArgumentError(`It must be from 1 to ${MOST_LISTED}, got "${text}".`);
  }
  return value;
}

function share(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1)) {
    throw new InvalidArgumentError(`It must be a number from 0 to 1, got "${text}".`);
  }
  return value;
}
