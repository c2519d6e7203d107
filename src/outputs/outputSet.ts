/**
 * Everything that one run writes: path relative to the output root (with "/") → content. Text is UTF-8.
 * Sorted by path when written, so that the order of making does not matter.
 */
export type OutputSet = ReadonlyMap<string, string | Uint8Array>;

/** The content as bytes. */
export function bytesOf(content: string | Uint8Array): Buffer {
  return typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content);
}

/** Paths in code-unit order. */
export function sortedPaths(set: OutputSet): string[] {
  return [...set.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
