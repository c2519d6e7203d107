import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { songsCsv, workplace, type Outcome } from './workplace.js';

const place = workplace();
const SAMPLE = ['--dataset', 'sample', '--songs', '150'];

interface Answer {
  readonly predictions: readonly {
    readonly prediction: number;
    readonly interval: readonly [number, number];
    readonly actual: number | null;
    readonly reasons: readonly { readonly effect: number }[] | null;
    readonly missing: readonly string[];
    readonly unknown: readonly string[];
  }[];
}

function answerOf({ code, stdout, stderr }: Outcome): Answer {
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Answer;
}

describe('liner train, predict and audit', () => {
  let trained: Outcome;

  beforeAll(async () => {
    trained = await place.liner('train', ...SAMPLE, '--trees', '5', '--export', 'onnx');
  });

  it('trains: score with interval beside SD and the mean, audit, files', () => {
    expect(trained).toMatchObject({ code: 0, stderr: '' });
    expect(trained.stdout).toMatch(
      /R² {4}-?\d\.\d{3} \(95 % interval -?\d\.\d{3} to -?\d\.\d{3}\); the mean: -?\d/,
    );
    expect(trained.stdout).toMatch(/SD of the popularity: \d+\.\d\d/);
    expect(trained.stdout).toMatch(/80 % intervals hold \d+\.\d % of the songs/);
    expect(trained.stdout).toContain('audit for leaks: 5 of 5 checks passed');
    const folder = join(place.path, 'reports/sample/models');
    expect(trained.stdout).toContain(`written: ${join(folder, 'popularity-release.onnx')}`);
    expect(place.read('reports/sample/models/popularity-release.json')).toContain('liner-model');
  });

  it('predicts from JSON, with what is missing and new', async () => {
    const song = { title: 'A', artist: 'Nobody At All', energy: 0.5, release_date: '2020-05-05' };
    place.write('songs.json', JSON.stringify([song, {}]));
    const [first, second] = answerOf(
      await place.liner('predict', 'songs.json', '--json'),
    ).predictions;
    expect(first.unknown).toEqual(['artist']);
    expect(first.missing).not.toContain('energy');
    expect(second.missing).toContain('energy');
    for (const { prediction, interval } of [first, second]) {
      expect(prediction).toBeGreaterThanOrEqual(interval[0]);
      expect(prediction).toBeLessThanOrEqual(interval[1]);
    }
    const told = await place.liner('predict', 'songs.json');
    expect(told.stdout).toMatch(/^A: \d+\.\d \(80 % interval \d+ to \d+\)$/mu);
    expect(told.stdout).toMatch(/ (raises|lowers) it by \d+\.\d/u);
    expect(told.stdout).toContain('new to the model, so as if missing: Artist');
  });

  it('predicts from CSV and of a song of the store, with and without reasons', async () => {
    place.write(
      'songs.csv',
      songsCsv([
        { title: 'A', energy: 0.5, popularity: 61 },
        { title: 'B', energy: '', popularity: '' },
      ]),
    );
    const { predictions } = answerOf(
      await place.liner('predict', 'songs.csv', '--json', '--no-reasons'),
    );
    expect(predictions.map(({ actual }) => actual)).toEqual([61, null]);
    expect(predictions.map(({ reasons }) => reasons)).toEqual([null, null]);
    const nobody = await place.liner('predict', '--song', 'none', ...SAMPLE);
    expect(nobody).toMatchObject({ code: 2 });
    const id = /for example (\S+)/u.exec(nobody.stderr)?.[1] ?? '';
    const [song] = answerOf(
      await place.liner('predict', '--song', id, ...SAMPLE, '--json'),
    ).predictions;
    expect(song.reasons?.length).toBeGreaterThan(3);
  });

  it.for([
    [
      'an unknown field',
      '[{"energy":0.1},{"enrgy":1}]',
      3,
      'bad.json, row 2: unknown field "enrgy"\n  did you mean "energy"?',
    ],
    ['a negative duration', '{"duration_ms":-1}', 3, 'bad.json, row 1: duration_ms must be'],
    [
      'a popularity of 140',
      '{"popularity":140}',
      3,
      'bad.json, row 1: popularity must be a number from 0 to 100, got 140',
    ],
    [
      'a date in the future',
      '{"release_date":"2026-01-03"}',
      3,
      'row 1: release_date must be no later than 2026-01-02',
    ],
    ['what is no JSON', '{"energy":', 3, 'is not JSON'],
    ['a list of numbers', '[1]', 3, 'must hold a song as an object'],
    ['an empty list', '[]', 3, 'holds no song'],
  ] as const)('refuses %s', async ([, content, code, message]) => {
    place.write('bad.json', content);
    const outcome = await place.liner('predict', 'bad.json');
    expect(outcome).toMatchObject({ code, stdout: '' });
    expect(outcome.stderr).toContain(message);
  });

  it('lets --as-of say what the future is', async () => {
    place.write('late.json', '{"release_date":"2026-01-03"}');
    expect(await place.liner('predict', 'late.json', '--as-of', '2026-02-01')).toMatchObject({
      code: 0,
    });
  });

  it('refuses other files, tables that are none, both or neither source, and a damaged model', async () => {
    const text = place.read('reports/sample/models/popularity-release.json');
    place.write('cut.json', text.slice(0, 1000));
    place.write('edited.json', text.replace('"seed":1', '"seed":2'));
    place.write('songs.txt', 'x');
    place.write('ragged.csv', 'a,b\n1\n');
    place.write('songs.json', '{}');
    const cases: readonly (readonly [readonly string[], number, string])[] = [
      [['songs.txt'], 2, 'songs come as a .json or a .csv file'],
      [['nowhere.json'], 3, 'cannot read'],
      [['ragged.csv'], 3, 'ragged.csv is no CSV table'],
      [[], 2, 'predict needs a file of songs or --song, and not both'],
      [['songs.json', '--song', '1'], 2, 'and not both'],
      [['songs.json', '--model-file', 'cut.json'], 3, 'cut short'],
      [['songs.json', '--model-file', 'edited.json'], 3, 'was changed after it was written'],
      [['songs.json', '--model-file', 'nowhere.json'], 3, 'cannot read the model'],
    ];
    for (const [args, code, message] of cases) {
      const outcome = await place.liner('predict', ...args);
      expect(outcome).toMatchObject({ code, stdout: '' });
      expect(outcome.stderr).toContain(message);
    }
  });

  it('audits a recipe on every split', async () => {
    const table = await place.liner('audit', ...SAMPLE, '--recipe', 'release');
    expect(table).toMatchObject({ code: 0 });
    expect(table.stdout.match(/passed$/gmu)).toHaveLength(3 * 5);
  });

  it('refuses to search where there is nothing to search', async () => {
    const outcome = await place.liner('train', ...SAMPLE, '--model', 'mean', '--search', 'grid');
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain('known: gradient_boosting, random_forest, ridge');
    expect(await place.liner('train', '--trees', '0')).toMatchObject({ code: 2 });
  });

  it('says what to do where nothing is trained', async () => {
    const empty = workplace();
    empty.write('songs.json', '{}');
    const untrained = await empty.liner('predict', 'songs.json');
    expect(untrained).toMatchObject({ code: 2 });
    expect(untrained.stderr).toContain('`liner train` trains one');
  });

  it('keeps the format of the file readable: features with units, scores, hashes', () => {
    const file = JSON.parse(
      readFileSync(join(place.path, 'reports/sample/models/popularity-release.json'), 'utf8'),
    ) as { features: { id: string; unit: string; knownAt: string }[]; trainedOn: object };
    expect(file.features.every(({ unit, knownAt }) => unit !== '' && knownAt === 'release')).toBe(
      true,
    );
    expect(file.trainedOn).toMatchObject({
      dataset: 'sample',
      songs: expect.any(Number) as number,
    });
  });
});
