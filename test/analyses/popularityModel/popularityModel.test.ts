import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/analyses/judge.js';
import { popularityModel } from '../../../src/analyses/popularityModel.js';
import { leadOf, leadRows, worthTelling } from '../../../src/analyses/popularityModel/leads.js';
import { measurePopularity } from '../../../src/analyses/popularityModel/measurePopularity.js';
import {
  biasTitle,
  calibrationTitle,
  dependenceTitle,
  importanceTitle,
  learningTitle,
  scoresTitle,
} from '../../../src/analyses/popularityModel/popularityTitles.js';
import { charts } from '../../../src/charts/index.js';
import { FindingBook } from '../../../src/domain/findingBook.js';
import type { Prose } from '../../../src/domain/prose.js';
import { tableRecords, textIn } from '../../../src/domain/table.js';
import {
  popularityResultSchema,
  type PopularityResult,
} from '../../../src/models/popularity/popularityResult.js';
import { popularityStudy } from '../../../src/models/popularity/popularityStudy.js';
import { proseToPlain } from '../../../src/outputs/prose/index.js';
import { readerOfAnswers } from '../../readerOfAnswers.js';
import { expectSoundNarrative, prosesOf } from '../narrativeChecks.js';
import { toyContext } from '../toyData.js';
import { audit, evaluation, tooFew, toyResult } from './toyResult.js';

const context = toyContext({ ids: [], numbers: {}, categories: {}, observations: {} }, 'toy');

function bookOf(result: PopularityResult): FindingBook {
  const { findings, tables } = measurePopularity(result, context);
  return new FindingBook(judge(findings), tables);
}

function textOf(book: FindingBook): string {
  return prosesOf(popularityModel.narrate(book, context))
    .map((text) => proseToPlain(text, book))
    .join('\n');
}

const mine = charts.filter(({ section }) => section === 'models');
const BOOSTING = 'gradient_boosting';

describe('the section on models of popularity', () => {
  const book = bookOf(toyResult());

  it('takes its numbers from the study', async () => {
    const asked = await popularityModel.load(
      readerOfAnswers(() => []),
      {
        ...context,
        study: (study) => {
          expect(study).toBe(popularityStudy);
          return Promise.resolve(study.schema.parse(popularityResultSchema.parse(toyResult())));
        },
      },
    );
    expect(popularityModel.measure(asked, context).findings.length).toBeGreaterThan(30);
  });

  it('tells and draws only what was measured', () => {
    const { blocks, slides } = expectSoundNarrative(popularityModel, book, context);
    expect(slides).toHaveLength(2);
    const shown = blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
    expect(shown.sort()).toEqual(mine.map(({ id }) => id).sort());
  });

  it('gives each score as a finding with interval, n and unit', () => {
    const r2 = book.finding(`models.r2.popularity-toy.everything.songs.${BOOSTING}`);
    expect(r2.estimate).toBeCloseTo(53.1, 10);
    expect(r2.ci).toEqual({ low: 51.9, high: 54.300000000000004, level: 0.95 });
    expect(r2).toMatchObject({ unit: 'percent', n: 4000, nUnit: 'songs', sources: ['toy'] });
    expect(book.finding(`models.rmse.popularity-toy.everything.songs.${BOOSTING}`).unit).toBe(
      'points',
    );
    const naive = book.finding(`models.r2.popularity-toy.everything.rows.${BOOSTING}`);
    expect(naive.caveats.join()).toContain('too good to be believed');
  });

  it('tells what rests on album, artist, time and figures from after release', () => {
    const differences = ['naive', 'after', 'album', 'artist', 'model'].map((what) =>
      book.finding(`models.${what}.popularity-toy`).estimate?.toFixed(1),
    );
    expect(differences).toEqual(['5.0', '12.9', '16.9', '17.9', '37.8']);
    const text = textOf(book);
    for (const part of [
      'accounts for 53.1% (range 51.9% to 54.3%)',
      'on the day of release it is 40.2%',
      'no song of the album is known, 36.2%',
      'no song of the artist is known, it is 35.2%',
      'and 17.9 percentage points rest on knowing the artist and the album',
      'with a typical error of 0.400 decades',
      'after all that the model learned from, it is 29.7%',
      'would have claimed 58.1%, a difference of +5.0 percentage points',
      'On Toy streams, toy',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('does not blame rows parted at random where they give no more', () => {
    const result = toyResult();
    const evaluations = result.evaluations.map((one) =>
      one.split === 'rows' ? { ...one, r2: { ...one.r2, value: 0.5 } } : one,
    );
    const text = textOf(bookOf({ ...result, evaluations }));
    expect(text).toContain('it gives 50.0%, no more than with songs kept whole');
    expect(text).not.toContain('would have claimed');
  });

  it('speaks of the model declared beforehand, not of the one with the best score', () => {
    expect(leadOf(book, 'all')?.modelTitle).toBe('Gradient boosting');
    expect(leadOf(book, 'baseline')?.modelTitle).toBe('Mean of the genre');
    expect(leadRows(book)[0]).toMatchObject({ task: 'popularity-toy', split: 'rows' });
  });

  it('says of each goal whether it is met, and what is missing', () => {
    const rows = tableRecords(book.table('models.goals'));
    expect(rows.map((row) => [row['split'], row['met']])).toEqual([
      ['Whole songs', 'not met'],
      ['Whole albums', 'met'],
    ]);
    const gap = book.finding(`models.gap-r2.popularity-toy.everything.songs.${BOOSTING}`);
    expect(gap.estimate).toBeCloseTo(-0.4, 10);
    const text = textOf(book);
    expect(text).toContain('set before the models were built: 2; met: 1.');
    expect(text).toContain('−0.4 percentage points (range −1.6 to 0.8)');
    const error = book.finding(`models.gap-rmse.popularity-toy.everything.songs.${BOOSTING}`);
    expect(error).toMatchObject({ unit: 'points', note: 'goal reached' });
    expect(error.estimate).toBeCloseTo(16.2 - 23.5 * Math.sqrt(1 - 0.531), 10);
  });

  it('takes the worse end of the interval where the goal asks for it', () => {
    const goal = { goalR2: 0.52, goalJudged: 'worse-end', met: false } as const;
    const one = evaluation({ recipe: 'everything', split: 'songs', model: BOOSTING }, 0.531, goal);
    const strict = bookOf(toyResult({ evaluations: [one] }));
    expect(textOf(strict)).toContain('+1.1 percentage points (range −0.1 to 2.3)');
    expect(textOf(strict)).toContain('What is short of its goal');
  });

  it('gives no goal where the data are not those it was set for', () => {
    const evaluations = toyResult().evaluations.map((one) => ({ ...one, met: null }));
    const other = bookOf(toyResult({ evaluations }));
    expect(other.hasTable('models.goals')).toBe(false);
    expect(textOf(other)).not.toContain('set before the models');
    expectSoundNarrative(popularityModel, other, context);
  });
});

describe('the roadmap’s bar', () => {
  const spread = { value: 14, low: 13.8, high: 14.2 };
  it.each([
    [
      'met, by R²',
      evaluation({ recipe: 'everything', split: 'songs', model: BOOSTING }, 0.62, {
        rmse: { value: 15, low: 14.8, high: 15.2 },
      }),
    ],
    ['met, by both', evaluation({ recipe: 'everything', split: 'songs', model: BOOSTING }, 0.7)],
    [
      'met, by the error',
      evaluation({ recipe: 'everything', split: 'songs', model: BOOSTING }, 0.3, { rmse: spread }),
    ],
    [
      'met, by the error, but the mean alone keeps to it too',
      evaluation({ recipe: 'everything', split: 'songs', model: BOOSTING }, 0.1, {
        rmse: spread,
        targetSd: 14.6,
      }),
    ],
    [
      'not met: only the estimate is past it',
      evaluation({ recipe: 'everything', split: 'songs', model: BOOSTING }, 0.605, {
        rmse: { value: 15, low: 14, high: 16 },
      }),
    ],
    ['not met', evaluation({ recipe: 'everything', split: 'songs', model: BOOSTING }, 0.4)],
    [
      'not met: only the estimate is past it',
      evaluation({ recipe: 'everything', split: 'songs', model: BOOSTING }, 0.9, {
        r2: { value: 0.9, low: null, high: null },
        rmse: { value: 4, low: null, high: null },
      }),
    ],
  ])('is %s where the worse end of the interval says so', (verdict, one) => {
    const [row] = tableRecords(bookOf(toyResult({ evaluations: [one] })).table('models.bar'));
    expect(textIn(row, 'reached')).toBe(verdict);
  });

  it('names who is past it and who is not', () => {
    const text = textOf(bookOf(toyResult()));
    expect(text).toContain('R² above 60% or a typical error below 15 points');
    expect(text).toContain('Met on Toy streams, toy_112 (Everything).');
    expect(text).toContain(
      'Not met on Toy songs, toy (Everything); Toy songs, toy (Known at release).',
    );
  });
});

describe('a failed audit', () => {
  const failed = toyResult({
    audits: [audit('release', 'songs'), audit('everything', 'artists', ['shared_units'])],
  });
  const book = bookOf(failed);

  it('keeps back every score of its recipe, and says which check failed', () => {
    const text = textOf(book);
    expect(text).toContain('No score is shown of models that learn from Everything');
    expect(text).not.toMatch(/53\.1|58\.1|36\.2|35\.2|29\.7/);
    expect(text).not.toContain('audits for leaks passed');
    const scores = book.findings.filter(({ id }) => /^models\.(r2|rmse|gap)/.test(id));
    expect(scores.filter(({ id }) => id.includes('popularity-toy.everything'))).toEqual([]);
    const [row] = tableRecords(book.table('models.refused'));
    expect(row).toMatchObject({
      recipe: 'Everything',
      split: 'Whole artists',
      check: 'Check of shared units',
      reason: '12 songs stand on both sides',
    });
  });

  it('leaves the other recipes, and explains nothing that rests on the refused one', () => {
    expect(leadOf(book, 'all')?.recipeTitle).toBe('Known at release');
    expect(book.hasTable('models.importance')).toBe(false);
    expect(book.hasTable('models.worst')).toBe(false);
    expectSoundNarrative(popularityModel, book, context);
  });

  it('stops everything where no recipe is left', () => {
    const none = bookOf(
      toyResult({
        tasks: toyResult().tasks.slice(0, 1),
        evaluations: toyResult().evaluations.filter(({ task }) => task === 'popularity-toy'),
        audits: [
          audit('release', 'songs', ['permuted_target']),
          audit('everything', 'songs', ['single_feature']),
        ],
      }),
    );
    const { blocks, slides } = expectSoundNarrative(popularityModel, none, context);
    expect(slides).toEqual([]);
    expect(blocks).toHaveLength(2);
    expect(mine.map((chart) => chart.build(none))).toEqual(mine.map(() => null));
  });

  it('is expected of the naive split, which breaks songs apart', () => {
    const naive = [...toyResult().audits, audit('everything', 'rows', ['shared_units'])];
    expect(textOf(bookOf(toyResult({ audits: naive })))).toContain('53.1%');
  });
});

describe('streams alone', () => {
  it('are told as streams, with what is worth telling in their own unit', () => {
    const { tasks, evaluations, importance } = toyResult();
    const [, streams] = tasks;
    const mineOnly = bookOf(
      toyResult({
        tasks: [streams],
        evaluations: evaluations.filter(({ task }) => task === streams.id),
        importance: importance.map((one) => ({ ...one, task: streams.id })),
      }),
    );
    expectSoundNarrative(popularityModel, mineOnly, context);
    expect(textOf(mineOnly)).toContain('asked for the streams of');
    expect(proseToPlain(scoresTitle(mineOnly), mineOnly)).toContain('differences in streams');
    expect(worthTelling(mineOnly)).toBeCloseTo(0.036, 10);
    expect(worthTelling(bookOf(toyResult()))).toBe(1);
  });
});

describe('too few songs', () => {
  it('are said to be too few', () => {
    const book = bookOf(tooFew());
    const { slides } = expectSoundNarrative(popularityModel, book, context);
    expect(slides).toEqual([]);
    expect(textOf(book)).toContain('not enough data: n = 12');
    expect(mine.map((chart) => chart.build(book))).toEqual(mine.map(() => null));
  });

  it('need no task', () => {
    const book = bookOf({ ...tooFew(), tasks: [] });
    expect(book.finding('models.songs')).toMatchObject({ estimate: null, n: 0, asOf: null });
  });
});

describe('titles', () => {
  const plain = (
    title: (book: FindingBook) => Prose,
    changed: Partial<PopularityResult>,
  ): string => {
    const book = bookOf(toyResult(changed));
    return proseToPlain(title(book), book);
  };
  const { calibration, residuals, importance, dependence, learningCurve, evaluations } =
    toyResult();

  it('say how much is predicted, and how much of it at release', () => {
    expect(plain(scoresTitle, {})).toBe(
      'A model accounts for 53.1% of the differences in popularity, 40.2% with what is known at release',
    );
    const only = evaluations.filter(({ recipe }) => recipe === 'release');
    expect(plain(scoresTitle, { evaluations: only })).toMatch(
      /40\.2% of the differences .* songs$/,
    );
    const nothing = [evaluation({ recipe: 'release', split: 'songs', model: BOOSTING }, 0.005)];
    expect(plain(scoresTitle, { evaluations: nothing })).toContain('cannot be predicted better');
  });

  it.each([
    [1.5, 'at their word'],
    [6, '6.0 points too little'],
    [-6, '6.0 points too much'],
  ])('say of predictions that are off by %s points: %s', (off, words) => {
    const shifted = calibration.map((bin) =>
      bin.bin === 9
        ? {
            ...bin,
            observed: bin.predicted + off,
            low: bin.predicted + off - 1,
            high: bin.predicted + off + 1,
          }
        : bin,
    );
    expect(plain(calibrationTitle, { calibration: shifted })).toContain(words);
  });

  it('name who is overrated and underrated beyond a point', () => {
    expect(plain(biasTitle, {})).toBe(
      'Songs of the genre rock are overrated, songs of the genre pop underrated',
    );
    const rest = residuals.filter(({ group }) => group !== 'rock' && group !== 'pop');
    expect(plain(biasTitle, { residuals: rest })).toContain('No genre and no size of artist');
    const small = rest.map((one) =>
      one.group === 'one song' ? { ...one, bias: -3, low: -4, high: -2 } : one,
    );
    expect(plain(biasTitle, { residuals: small })).toBe(
      'Songs by artists with one song are underrated',
    );
  });

  it('follow importance, dependence and the learning curve', () => {
    expect(plain(importanceTitle, {})).toContain('mean popularity of the artist’s other songs');
    const weak = importance.map((one) => ({
      ...one,
      drop: { value: 0.001, low: -0.002, high: 0.004 },
    }));
    expect(plain(importanceTitle, { importance: weak })).toContain('No single column');
    expect(plain(dependenceTitle, {})).toContain('Predictions rise with');
    const [curve] = dependence;
    const shape = (ys: readonly number[]) => [
      { ...curve, points: ys.map((y, x) => ({ x, y, low: y - 1, high: y + 1 })) },
    ];
    expect(plain(dependenceTitle, { dependence: shape([9, 5, 1]) })).toContain('fall with');
    expect(plain(dependenceTitle, { dependence: shape([1, 9, 2]) })).toContain('do not simply');
    expect(plain(learningTitle, {})).toContain('would still help: the last ones added 3.4');
    const flat = learningCurve.map((one) => ({
      ...one,
      r2: { value: 0.5, low: 0.48, high: 0.52 },
    }));
    expect(plain(learningTitle, { learningCurve: flat })).toContain('hardly help');
    const wide = learningCurve.map((one) => ({ ...one, r2: { ...one.r2, low: 0.3, high: 0.7 } }));
    expect(plain(learningTitle, { learningCurve: wide })).toContain('is not settled by these data');
  });
});

describe('the charts', () => {
  it('draw the same again, with no number missing', () => {
    for (const chart of mine) {
      const [one, two] = [chart.build(bookOf(toyResult())), chart.build(bookOf(toyResult()))];
      expect(one, chart.id).not.toBeNull();
      expect(JSON.stringify(one)).toBe(JSON.stringify(two));
      expect(JSON.stringify(one?.figure)).not.toMatch(/NaN|null,null|undefined/);
    }
  });

  it('cuts the genres between the most over- and the most underrated', () => {
    const [first] = toyResult().residuals;
    const residuals = Array.from({ length: 30 }, (_, at) => ({
      ...first,
      group: `style ${at}`,
      bias: at,
    }));
    const drawing = mine
      .find(({ id }) => id === 'model-bias')
      ?.build(bookOf(toyResult({ residuals })));
    const labels = JSON.stringify(drawing?.figure.layout['yaxis']);
    expect(labels).toContain('style 29');
    expect(labels).toContain('style 0');
    expect(labels).not.toContain('style 15');
  });
});
