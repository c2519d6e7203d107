import { beforeAll, describe, expect, it } from 'vitest';
import { songGenre } from '../../src/analyses/songGenre.js';
import { measureSongGenre } from '../../src/analyses/songGenre/measureSongGenre.js';
import { songGenreTitle } from '../../src/analyses/songGenre/songGenreTitle.js';
import { songGenreConfusion } from '../../src/charts/songGenreConfusion.js';
import { songGenreGenres } from '../../src/charts/songGenreGenres.js';
import { songGenreImportance } from '../../src/charts/songGenreImportance.js';
import { songGenreModels } from '../../src/charts/songGenreModels.js';
import { FindingBook } from '../../src/domain/findingBook.js';
import { findingsIn } from '../../src/domain/prose.js';
import type { GenreResult } from '../../src/models/genre/genreResult.js';
import { genreStudy, judgeGenres } from '../../src/models/genre/genreStudy.js';
import { proseToPlain } from '../../src/outputs/prose/index.js';
import { toyGenres } from '../models/genre/toyGenres.js';
import { readerOfAnswers } from '../readerOfAnswers.js';
import { toyContext } from './toyData.js';
import { prosesOf } from './narrativeChecks.js';

const context = toyContext({ ids: [], numbers: {}, categories: {}, observations: {} }, 'toy');
const CHARTS = [songGenreModels, songGenreConfusion, songGenreGenres, songGenreImportance];
let result: GenreResult;

function bookOf(of: GenreResult): FindingBook {
  const { findings, tables } = measureSongGenre(of, context);
  return new FindingBook(findings, tables);
}

beforeAll(() => {
  result = judgeGenres([toyGenres(200), toyGenres(450, 21, 'many')], { seed: 1 });
});

describe('the section on the genre of a song', () => {
  it('takes its numbers from the study', async () => {
    const asked = await songGenre.load(
      readerOfAnswers(() => []),
      {
        ...context,
        study: (study) => {
          expect(study).toBe(genreStudy);
          return Promise.resolve(study.schema.parse(result));
        },
      },
    );
    expect(songGenre.measure(asked, context).findings.length).toBeGreaterThan(20);
  });

  it('narrates only what was measured, and fills its tables and charts', () => {
    const book = bookOf(result);
    const narrative = songGenre.narrate(book, context);
    for (const text of prosesOf(narrative)) {
      for (const id of findingsIn(text)) expect(book.hasFinding(id)).toBe(true);
      expect(proseToPlain(text, book)).not.toMatch(/undefined|NaN|null/);
    }
    for (const block of narrative.blocks) {
      if (block.kind === 'table') expect(book.table(block.table).rows.length).toBeGreaterThan(0);
    }
    for (const chart of CHARTS) expect(chart.build(book)).not.toBeNull();
    expect(narrative.slides).toHaveLength(1);
  });

  it('shares of a row of the confusion matrix add up to the whole', () => {
    for (const [, ...cells] of bookOf(result).table('song_genre.confusion').rows) {
      const sum = cells.reduce<number>((total, cell) => total + Number(cell), 0);
      expect(sum).toBeCloseTo(100, 9);
    }
  });

  it('promises nothing where the best model is not beyond the baseline', () => {
    const book = bookOf(result);
    expect(proseToPlain(songGenreTitle(book), book)).toContain('tell much about its genre');
    const judged = result.main!.judged.map((one) => ({
      ...one,
      accuracy: { value: 0.4, low: 0.3, high: 0.5 },
    }));
    const flat = bookOf({ ...result, main: { ...result.main!, judged } });
    expect(proseToPlain(songGenreTitle(flat), flat)).toContain('do not settle');
  });

  it('says so where there are too few songs', () => {
    const book = bookOf(judgeGenres([toyGenres(60)], { seed: 1 }));
    const { blocks, slides } = songGenre.narrate(book, context);
    expect(slides).toEqual([]);
    expect(JSON.stringify(blocks)).toContain('not enough data: n = ');
    for (const chart of CHARTS) expect(chart.build(book)).toBeNull();
  });
});
