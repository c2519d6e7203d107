import { describe, expect, it, vi } from 'vitest';
import { crossValidate } from '../../../src/models/evaluate/crossValidate.js';
import type { FoldJob } from '../../../src/models/evaluate/foldJob.js';
import { groupFolds, type Split } from '../../../src/models/evaluate/split.js';
import { makeRegressor } from '../../../src/models/modelSpec.js';
import { takeRows, takeValues } from '../../../src/models/modelTable.js';
import { appErrorOf } from '../../appErrorOf.js';
import { madeTable } from '../madeTable.js';

const { table, target } = madeTable(120);
const split: Split = {
  id: 'rows',
  title: 'Rows',
  keeps: 'nothing',
  folds: groupFolds(
    Int32Array.from({ length: 120 }, (_, row) => row >> 1),
    3,
    1,
  ),
};
const spec = { model: 'decision_tree', settings: { limits: { minLeafRows: 3 } } };

describe('crossValidate', () => {
  it('predicts every row by a model that learned from the other folds', async () => {
    const predicted = await crossValidate(spec, table, target, split, { seed: 1 });
    for (const { train, test } of split.folds) {
      const fitted = makeRegressor(spec).fit(takeRows(table, train), takeValues(target, train), {
        seed: 1,
      });
      expect(takeValues(predicted, test)).toEqual(fitted.predict(takeRows(table, test)));
    }
  });

  it('leaves rows that no fold judges without a prediction', async () => {
    const one = { ...split, folds: split.folds.slice(0, 1) };
    const predicted = await crossValidate(spec, table, target, one, { seed: 1 });
    const judged = [...predicted.keys()].filter((row) => !Number.isNaN(predicted[row]));
    expect(judged).toEqual([...split.folds[0].test]);
  });

  it('gives the same where threads were asked for that cannot start from sources', async () => {
    const options = { seed: 1, workers: 2 };
    const asked = await crossValidate(spec, table, target, split, options);
    expect(asked).toEqual(await crossValidate(spec, table, target, split, { seed: 1 }));
  });

  it('says which model there is not', async () => {
    const unknown = { model: 'oracle' };
    const error = await appErrorOf(crossValidate(unknown, table, target, split, { seed: 1 }));
    expect(error.message).toContain('"oracle"');
    expect(error.hint).toContain('ridge');
  });
});

describe('the thread of a fold', () => {
  const run = async (job: Partial<FoldJob>): Promise<unknown[]> => {
    const posted: unknown[] = [];
    const port = { postMessage: (message: unknown) => posted.push(message) };
    vi.doMock('node:worker_threads', () => ({ workerData: job, parentPort: port }));
    vi.resetModules();
    await import('../../../src/models/evaluate/foldWorker.js');
    vi.doUnmock('node:worker_threads');
    return posted;
  };
  const next = (): Int32Array => new Int32Array(new SharedArrayBuffer(4));

  it('writes the same predictions', async () => {
    const predicted = new Float64Array(120);
    const job = { spec, table, target, folds: split.folds, seed: 1, next: next(), predicted };
    expect(await run(job)).toEqual([]);
    const expected = await crossValidate(spec, table, target, split, { seed: 1 });
    expect(predicted).toEqual(expected);
  });

  it('tells of what the user can mend', async () => {
    const posted = await run({ spec: { model: 'oracle' }, next: next() });
    expect(posted).toMatchObject([{ code: 'usage', message: 'there is no model "oracle"' }]);
  });
});
