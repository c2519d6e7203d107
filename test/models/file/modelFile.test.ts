import { describe, expect, it } from 'vitest';
import { parseModelFile } from '../../../src/models/file/modelFile.js';
import { loadRegressor } from '../../../src/models/modelSpec.js';
import { trainedText } from '../predict/trainedFile.js';

const text = trainedText(5);

/** The file with something in it replaced and the hash left as it is. */
function edited(change: (json: Record<string, unknown>) => void): string {
  const json = JSON.parse(text) as Record<string, unknown>;
  change(json);
  return JSON.stringify(json);
}

describe('a saved model', () => {
  it('has the same bytes each time, and loads again to the same content', () => {
    expect(trainedText(5)).toBe(text);
    const file = parseModelFile(text, 'model.json');
    expect(file).toMatchObject({ name: 'popularity-release', version: 1, seed: 1 });
    expect(file.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(loadRegressor(file.models.mean).toJSON())).toBe(
      JSON.stringify(file.models.mean),
    );
  });

  it.for([
    ['nothing', ''],
    ['a file cut short', text.slice(0, text.length / 2)],
    ['a file without its end', text.trimEnd().slice(0, -1)],
  ] as const)('refuses %s', ([, cut]) => {
    expect(() => parseModelFile(cut, 'model.json')).toThrow(
      'model.json is not whole: the file was cut short or is no JSON',
    );
  });

  it('refuses a file that was edited by hand, wherever', () => {
    const changes: ((json: Record<string, unknown>) => void)[] = [
      (json) => (json.scores = { ...(json.scores as object), coverage: 0.99 }),
      (json) => (json.name = 'another'),
      (json) => (json.models = { mean: { model: 'mean', mean: 99 }, low: null, high: null }),
      (json) => delete json.audit,
      (json) => (json.hash = 'a'.repeat(64)),
    ];
    for (const change of changes) {
      expect(() => parseModelFile(edited(change), 'model.json')).toThrow(
        'model.json was changed after it was written',
      );
    }
  });

  it('refuses a newer version by name of both, and what is no model', () => {
    const newer = edited((json) => (json.version = 2));
    expect(() => parseModelFile(newer, 'model.json')).toThrow(
      'model.json was written by a newer version: its format is 2, this one reads 1',
    );
    for (const other of ['[]', 'null', '{"format":"other","version":1}']) {
      expect(() => parseModelFile(other, 'x.json')).toThrow('x.json is no saved model');
    }
  });
});
