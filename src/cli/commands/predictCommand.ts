import { resolve } from 'node:path';
import { AppError } from '../../errors.js';
import type { ModelFile } from '../../models/file/modelFile.js';
import { Predictor, type Prediction, type Reason } from '../../models/predict/predictor.js';
import { songRequest, type SongRequest } from '../../models/predict/songRequest.js';
import { storedSongRequest } from '../../models/predict/storedSongRequest.js';
import { loadFeatures } from '../../pipeline/loadFeatures.js';
import { defaultModelFile, readModelFile } from '../../pipeline/readModelFile.js';
import { readSongFile } from '../../pipeline/readSongFile.js';
import type { CommandContext, CommandDefinition, ExitCode } from '../command.js';
import { visibleText } from '../visibleText.js';
import { addModelOptions, modelRequest, type ModelOptions } from './modelOptions.js';
import { isoDate } from './reportOptions.js';

/** Reasons that are told in words; --json has them all. */
const TOLD_REASONS = 5;

const HELP = `
Examples:
  liner predict songs.json                 {"title": "…", "artist": "…", "release_date": "2019-06-14", "energy": 0.7, …}
  liner predict songs.csv --json           the same as a table, one row per song; for machines
  liner predict --song 42                  a song of the store, by its id
  liner predict songs.csv --no-reasons     predictions and intervals only

Whatever is left out counts as missing. An artist, album or genre that training never saw counts as missing too, and the
answer says so. A field that the model does not know is refused.

Exit codes: 0 predicted · 2 usage, or no model yet · 3 a request or model that cannot be used`;

interface PredictOptions extends ModelOptions {
  readonly modelFile?: string;
  readonly song?: string;
  readonly asOf?: string;
  readonly reasons: boolean;
}

/** `liner predict`: what a saved model says of songs, with an interval and the reasons. */
export const predictCommand: CommandDefinition = {
  name: 'predict',
  register(program, run) {
    addModelOptions(
      program
        .command('predict [file]')
        .description('predict the popularity of songs, with an 80 % interval and the reasons'),
    )
      .option(
        '--model-file <file>',
        'a model that `liner train` wrote (default: the one in reports)',
      )
      .option('--song <id>', 'a song of the store instead of a file')
      .option(
        '--as-of <date>',
        'the day from which ages count; no release may lie after it',
        isoDate,
      )
      .option('--no-reasons', 'leave the reasons out')
      .addHelpText('after', HELP)
      .action(
        run((context, file: string | undefined, options: PredictOptions) =>
          predict(context, file, options),
        ),
      );
  },
};

async function predict(
  context: CommandContext,
  file: string | undefined,
  options: PredictOptions,
): Promise<ExitCode> {
  const { config, terminal } = context;
  if ((file === undefined) === (options.song === undefined)) {
    throw new AppError('usage', 'predict needs a file of songs or --song, and not both');
  }
  const path =
    options.modelFile === undefined
      ? defaultModelFile(config)
      : resolve(config.root, options.modelFile);
  const predictor = new Predictor(readModelFile(path));
  const songs =
    file === undefined
      ? [await storedSong(context, predictor.file, options)]
      : fileSongs(context, predictor.file, file, options);
  const predictions = predictor.predict(songs, { reasons: options.reasons });
  if (terminal.options.json) terminal.json(jsonOf(predictor.file, predictions));
  else for (const line of linesOf(predictor.file, predictions)) terminal.result(line);
  return 0;
}

function fileSongs(
  { config, now }: CommandContext,
  { features }: ModelFile,
  file: string,
  { asOf = now().toISOString().slice(0, 10) }: PredictOptions,
): readonly SongRequest[] {
  return readSongFile(resolve(config.root, file)).map((fields, index) =>
    songRequest(fields, features, asOf, { file, row: index + 1 }),
  );
}

async function storedSong(
  context: CommandContext,
  { features, target }: ModelFile,
  options: PredictOptions,
): Promise<SongRequest> {
  const data = await loadFeatures(context.config, await modelRequest(options, context));
  const song = storedSongRequest(data.features, options.song ?? '', features, target.source);
  if (song !== null) return song;
  throw new AppError(
    'usage',
    `no song has the id "${options.song}"`,
    `for example ${data.features.ids[0] ?? 'none: the store is empty'}`,
  );
}

function jsonOf({ name, trainedOn, scores }: ModelFile, predictions: readonly Prediction[]) {
  return {
    model: name,
    trainedOn,
    interval: { share: 0.8, measured: scores.coverage },
    predictions,
  };
}

/** Fields that are no features themselves. */
const FIELD_TITLES: Readonly<Record<string, string>> = {
  title: 'Title',
  release_date: 'Release date',
  duration_ms: 'Duration',
};

function* linesOf(
  { name, features, scores, trainedOn }: ModelFile,
  predictions: readonly Prediction[],
): Generator<string> {
  const titles = new Map(features.map(({ id, title }) => [id, title]));
  const named = (field: string): string => titles.get(field) ?? FIELD_TITLES[field] ?? field;
  const list = (fields: readonly string[]): string => fields.map(named).join(', ');
  yield `${name}, trained on ${trainedOn.songs} songs of the dataset ${trainedOn.dataset}; its 80 % intervals held ${(100 * scores.coverage).toFixed(1)} % of songs it had not seen`;
  for (const one of predictions) {
    const [low, high] = one.interval.map((end) => end.toFixed(0));
    const actual = one.actual === null ? '' : `; in fact ${one.actual}`;
    yield `${visibleText(one.title ?? 'untitled')}: ${one.prediction.toFixed(1)} (80 % interval ${low} to ${high})${actual}`;
    for (const reason of (one.reasons ?? []).slice(0, TOLD_REASONS))
      yield `  ${told(reason, named)}`;
    if (one.unknown.length > 0) yield `  new to the model, so as if missing: ${list(one.unknown)}`;
    if (one.unusual.length > 0) yield `  outside of what training saw: ${list(one.unusual)}`;
    if (one.missing.length > 0) yield `  missing: ${list(one.missing)}`;
  }
}

function told({ field, effect, state }: Reason, named: (field: string) => string): string {
  const why = { given: '', missing: ', as it is missing', new: ', as it is new to the model' }[
    state
  ];
  return `${named(field)} ${effect < 0 ? 'lowers' : 'raises'} it by ${Math.abs(effect).toFixed(1)}${why}`;
}
