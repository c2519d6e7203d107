import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** One comparison with a foreign implementation; `call` says which. */
export interface Case<Input, Expected> {
  readonly name: string;
  readonly call: string;
  readonly input: Input;
  readonly expected: Expected;
}

/** Reads the cases of a topic; see `test/fixtures/reference/generate.py`. Null stands for NaN. */
export function references<Input, Expected>(topic: string): Case<Input, Expected>[] {
  const path = new URL(`../fixtures/reference/${topic}.json`, import.meta.url);
  const file = JSON.parse(readFileSync(path, 'utf8'), (_, value: unknown) =>
    value === null ? NaN : value,
  ) as { cases: Case<Input, Expected>[] };
  return file.cases;
}

/** The cases whose name begins with a word. */
export function casesOf<Input, Expected>(topic: string, word: string): Case<Input, Expected>[] {
  const found = references<Input, Expected>(topic).filter(
    ({ name }) => name.split(' ')[0] === word,
  );
  if (found.length === 0) throw new Error(`no case "${word}" in ${topic}`);
  return found;
}

/** Equal to a relative 1e-9 unless said otherwise; values below 1e-300 count as zero. */
export function expectClose(
  actual: number | null | undefined,
  expected: number,
  relative = 1e-9,
): void {
  if (Number.isNaN(expected)) {
    expect(actual).toBeNaN();
    return;
  }
  const distance = Math.abs((actual ?? NaN) - expected);
  expect(distance, `${actual} should be ${expected}`).toBeLessThanOrEqual(
    relative * Math.abs(expected) + 1e-300,
  );
}

/** Element by element like {@link expectClose}. */
export function expectAllClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  relative = 1e-9,
): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i += 1) expectClose(actual[i], expected[i], relative);
}
