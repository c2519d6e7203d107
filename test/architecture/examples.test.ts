import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import { describe, expect, it } from 'vitest';
import * as liner from '../../src/index.js';

/**
 * Runs the examples of docstrings that stand in one line and give a value: `mean([1, 3]); // 2`. They may use what
 * their own module and the package export, and a constant of the line above. An example whose comment is no value
 * ("on the line", "gives …") is left to the reader.
 */
const SRC = resolve('src');
const EXAMPLE = /(?:^ \* const (\w+) = (.+);\n)?^ \* (\w+\(.*\)[^;]*); *\/\/ (.+)$/gm;

interface Example {
  readonly file: string;
  readonly constant: string;
  readonly constantCode: string;
  readonly code: string;
  readonly value: string;
}

const examples = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .sort()
  .flatMap((name) => examplesIn(join(SRC, name)));

function examplesIn(file: string): Example[] {
  return [...readFileSync(file, 'utf8').matchAll(EXAMPLE)].flatMap(
    ([, constant = '', constantCode = '', code = '', comment = '']) => {
      const value = comment.replace(/^(?:Float64|Int32|Uint8)Array (?=\[)/, '');
      return isValue(value) ? [{ file, constant, constantCode, code, value }] : [];
    },
  );
}

function isValue(text: string): boolean {
  try {
    evaluate(text, {});
    return true;
  } catch {
    return false;
  }
}

function evaluate(code: string, scope: Readonly<Record<string, unknown>>): unknown {
  const run = compileFunction(`return (${code});`, Object.keys(scope)) as (
    ...values: unknown[]
  ) => unknown;
  return run(...Object.values(scope));
}

/** Numbers agree to the digits that the example shows, whole ones to rounding; typed arrays are lists. */
function expectAgreement(actual: unknown, expected: unknown, digits: number): void {
  if (typeof expected === 'number' && Number.isFinite(expected)) {
    const tolerance = Number.isInteger(expected) ? 1e-12 : 0.5001 * 10 ** -digits;
    expect(Math.abs(Number(actual) - expected)).toBeLessThanOrEqual(tolerance);
  } else if (expected !== null && typeof expected === 'object') {
    const parts = actual as Readonly<Record<string, unknown>>;
    expect(Object.keys(parts)).toEqual(Object.keys(expected));
    for (const [key, part] of Object.entries(expected)) expectAgreement(parts[key], part, digits);
  } else {
    expect(actual).toEqual(expected);
  }
}

describe('examples in docstrings', () => {
  it('are found', () => {
    expect(examples.length).toBeGreaterThan(80);
  });

  it.for(examples.map((one) => [`${relative(SRC, one.file)}: ${one.code}`, one] as const))(
    '%s',
    async ([, { file, constant, constantCode, code, value }]) => {
      const scope = { ...liner, ...((await import(file)) as Readonly<Record<string, unknown>>) };
      const held = constant === '' ? {} : { [constant]: evaluate(constantCode, scope) };
      const actual = await evaluate(code, { ...scope, ...held });
      const decimals = [...value.matchAll(/\.(\d+)/g)].map(([, digits = '']) => digits.length);
      expectAgreement(actual, evaluate(value, {}), Math.max(0, ...decimals));
    },
  );
});
