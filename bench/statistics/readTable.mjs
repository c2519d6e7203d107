import { basename, dirname, extname, join } from 'node:path';
import { openInputs } from '../../dist/sources/index.js';

/** Columns of one table, as the statistics take them. */
class ColumnTable {
  #numbers;
  #categories;

  constructor(numbers, categories) {
    this.#numbers = numbers;
    this.#categories = categories;
  }

  /** Missing numbers are NaN. */
  number(name) {
    return this.#numbers.get(name);
  }

  /** Levels in the order of their code units; a missing value has the code −1. */
  category(name) {
    return this.#categories.get(name);
  }
}

/**
 * Reads the columns of one public file through the package's own reader, which also recognises, hashes and checks it.
 *
 * @param {{ file: string, numbers: string[], categories: string[] }} declared
 */
export async function readTable(dataDir, declared) {
  const texts = new Map([...declared.numbers, ...declared.categories].map((name) => [name, []]));
  for await (const { payload } of recordsOf(dataDir, declared.file)) {
    for (const [name, column] of texts) column.push(payload[name]);
  }
  return new ColumnTable(
    new Map(declared.numbers.map((name) => [name, Float64Array.from(texts.get(name), numberOf)])),
    new Map(declared.categories.map((name) => [name, coded(texts.get(name))])),
  );
}

/** A `.dat` file is known only together with those beside it. */
async function* recordsOf(dataDir, file) {
  const path = join(dataDir, file);
  const inputs = await openInputs([extname(file) === '.dat' ? dirname(path) : path]);
  yield* inputs.find((input) => input.origin === basename(file)).records();
}

function numberOf(text) {
  return text === '' ? NaN : Number(text);
}

function coded(texts) {
  const levels = [...new Set(texts)].filter((text) => text !== '').sort();
  const places = new Map(levels.map((level, place) => [level, place]));
  return { codes: Int32Array.from(texts, (text) => places.get(text) ?? -1), levels };
}
