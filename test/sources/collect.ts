import type { RawRecord } from '../../src/domain/record.js';
import type { Input } from '../../src/sources/source.js';

/** All items of a stream. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** All records of some inputs, in order. */
export async function recordsOf(inputs: readonly Input[]): Promise<RawRecord[]> {
  const all: RawRecord[] = [];
  for (const input of inputs) all.push(...(await collect(input.records())));
  return all;
}
