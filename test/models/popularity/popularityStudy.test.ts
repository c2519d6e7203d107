import { describe, expect, it } from 'vitest';
import { effortFor } from '../../../src/models/popularity/effort.js';
import { loadPopularityData } from '../../../src/models/popularity/popularityData.js';
import {
  judgePopularity,
  popularityStudy,
} from '../../../src/models/popularity/popularityStudy.js';
import { readerOfAnswers } from '../../readerOfAnswers.js';
import { madeSongs } from './madeSongs.js';

const styles = (size: number) =>
  readerOfAnswers(() =>
    Array.from({ length: size }, (_, row) => ({
      song_id: `s${String(row).padStart(5, '0')}`,
      kind: 'genre',
      name: ['ambient', 'brass', 'choral'][row % 3],
    })),
  );

describe('popularityStudy', () => {
  it('says how many songs there are where they are too few', async () => {
    const none = await judgePopularity([], { seed: 1 });
    expect(none).toMatchObject({ note: 'not enough data: n = 0, needed 300', evaluations: [] });
    const few = await judgePopularity(await loadPopularityData(styles(50), madeSongs(50)), {
      seed: 1,
    });
    expect(few.note).toContain('n = 50');
    expect(popularityStudy.schema.safeParse(few).success).toBe(true);
  });

  it('judges, audits and explains boosting, the same for the same seed', async () => {
    const data = await loadPopularityData(styles(400), madeSongs(400));
    const result = await judgePopularity(data, { seed: 1 });
    expect(popularityStudy.schema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
    const [boosting, mean] = result.evaluations;
    expect(boosting).toMatchObject({ recipe: 'everything', split: 'songs', n: 400, goalR2: null });
    expect(boosting.r2.value).toBeGreaterThan(0.25);
    expect(boosting.r2.low).toBeLessThan(boosting.r2.value);
    expect(mean.model).toBe('mean');
    expect(mean.r2.value).toBeLessThan(0.01);
    expect(result.audits.map(({ split, passed }) => [split, passed])).toEqual([['songs', true]]);
    const leading = result.importance.slice(0, 2).map(({ feature }) => feature);
    expect(leading).toContain('artist');
    expect(result.importance.map(({ feature }) => feature)).not.toContain('unit');
    expect(result.calibration).toHaveLength(10);
    expect(result.worst).toHaveLength(10);
    expect(result.surrogate?.rules.length).toBeGreaterThan(1);
    expect(result.residuals.filter(({ kind }) => kind === 'genre')).toHaveLength(3);
    const again = await judgePopularity(data, { seed: 1 });
    expect(JSON.stringify(again)).toBe(JSON.stringify(result));
  });

  it('judges all splits, the future, other models and other sets where rows are many', async () => {
    const [set] = await loadPopularityData(styles(300), madeSongs(300));
    const other = { ...set, task: { ...set.task, id: 'popularity-other', source: 'other' } };
    const steps: string[] = [];
    const result = await judgePopularity(
      [set, other],
      { seed: 1, onStep: (label) => steps.push(label) },
      { ...effortFor(300)!, id: 'full', folds: 2 },
    );
    const ofLeading = result.evaluations.filter(({ task }) => task === set.task.id);
    const splits = new Set(ofLeading.map(({ split }) => split));
    expect([...splits].sort()).toEqual(['albums', 'artists', 'rows', 'songs', 'time']);
    expect(new Set(ofLeading.map(({ model }) => model)).size).toBe(6);
    expect(result.tasks.map(({ id }) => id)).toEqual([set.task.id, 'popularity-other']);
    expect(result.settings.map(({ name }) => name)).toContain('gradient boosting over time');
    const audited = result.audits.map(({ task, recipe, split }) => `${task} ${recipe} ${split}`);
    const boosted = result.evaluations
      .filter(({ model, split }) => model === 'gradient_boosting' && split !== 'rows')
      .map(({ task, recipe, split }) => `${task} ${recipe} ${split}`);
    expect(audited.sort()).toEqual(boosted.sort());
    expect(steps.length).toBeGreaterThan(10);
  });
});
