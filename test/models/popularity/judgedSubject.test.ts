import { describe, expect, it } from 'vitest';
import {
  futureYear,
  judgedSubject,
  SPLIT_IDS,
  type SplitId,
} from '../../../src/models/popularity/judgedSubject.js';
import { loadPopularityData } from '../../../src/models/popularity/popularityData.js';
import { RECIPES, type Recipe } from '../../../src/models/popularity/recipes.js';
import { readerOfAnswers } from '../../readerOfAnswers.js';
import { madeSongs } from './madeSongs.js';

const [set] = await loadPopularityData(
  readerOfAnswers(() => []),
  madeSongs(300),
);
const subject = (split: SplitId, recipe: Recipe = RECIPES.everything) =>
  judgedSubject(set, recipe, split, { model: 'mean' }, { seed: 1, folds: 4 });

describe('judgedSubject', () => {
  it.each(SPLIT_IDS)('keeps no song on both sides, nor what %s keeps together', (split) => {
    const { song, album, artist } = set.units;
    const kept = {
      rows: [],
      songs: [song],
      albums: [song, album],
      artists: [song, artist],
      time: [song],
    }[split];
    const { folds } = subject(split).split;
    expect(folds.length).toBe(split === 'time' ? 1 : 4);
    for (const codes of kept) {
      for (const { train, test } of folds) {
        const learned = new Set(Array.from(train, (row) => codes[row]));
        expect(Array.from(test).filter((row) => learned.has(codes[row]))).toEqual([]);
      }
    }
  });

  it('encodes no mean of what the split keeps together, and leaves out what is judged with it', () => {
    expect(subject('songs').spec.targetMeans?.columns).toEqual(['artist', 'artist_style', 'album']);
    expect(subject('albums').spec.targetMeans?.columns).toEqual(['artist', 'artist_style']);
    expect(subject('artists').spec.targetMeans).toBeUndefined();
    const ids = subject('artists').table.columns.map(({ id }) => id);
    for (const key of ['artist', 'album', 'unit']) expect(ids).not.toContain(key);
  });

  it('uses what is known at release alone where the recipe says so', () => {
    const { table, knownAt } = subject('songs', RECIPES.release);
    const late = table.columns.filter(({ id }) => knownAt.get(id) === 'after-release');
    expect(late).toEqual([]);
    expect(subject('songs').table.columns.map(({ id }) => id)).toContain('playlists');
  });

  it('judges the future on later years than it learns from', () => {
    const [{ train, test }] = subject('time').split.folds;
    const year = futureYear(set.years)!;
    expect(Math.max(...Array.from(train, (row) => set.years[row]))).toBeLessThan(year);
    expect(Math.min(...Array.from(test, (row) => set.years[row]))).toBe(year);
    expect(test.length / set.table.size).toBeGreaterThanOrEqual(0.2);
  });

  it('finds no future where no year is known or all are one', () => {
    expect(futureYear(Float64Array.of(NaN))).toBeNull();
    expect(futureYear(Float64Array.of(1999, 1999))).toBeNull();
    expect(futureYear(Float64Array.of(1990, 2000, 2001, 2001, 2002))).toBe(2002);
  });
});
