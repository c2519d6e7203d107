import { createHash } from 'node:crypto';
import { z } from 'zod';
import { bytesOf, sortedPaths, type OutputSet } from './outputSet.js';

/** Version of the stamp's layout. */
export const STAMP_SCHEMA = 1;

const stampSchema = z.object({
  schema: z.literal(STAMP_SCHEMA),
  dataset: z.enum(['sample', 'public', 'store']),
  contentHash: z.string(),
  codeHash: z.string(),
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  outputs: z.record(z.string(), z.string()),
  deckPdfOf: z.string().nullable(),
});

/**
 * What a report was made from and what it made: the key by which freshness is decided, never a file time.
 * `outputs` maps paths to their SHA-256. `deckPdfOf` is the SHA-256 of the HTML deck that the PDF shows, for the PDF's own
 * bytes differ from machine to machine; null where there is no PDF.
 */
export type Stamp = z.infer<typeof stampSchema>;

/** The key of a report: same key, same outputs. */
export type StampKey = Pick<Stamp, 'dataset' | 'contentHash' | 'codeHash' | 'parameters'>;

/** SHA-256 of a content as hex. */
export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(bytesOf(content)).digest('hex');
}

/**
 * The stamp of outputs that were just made.
 *
 * @param deckPdfOf the deck that the PDF at hand shows, which making the report does not change
 */
export function makeStamp(
  key: StampKey,
  outputs: OutputSet,
  deckPdfOf: string | null = null,
): Stamp {
  const { dataset, contentHash, codeHash, parameters } = key;
  const hashes = sortedPaths(outputs).map((path) => [path, hashOf(outputs.get(path) ?? '')]);
  return {
    schema: STAMP_SCHEMA,
    dataset,
    contentHash,
    codeHash,
    parameters,
    outputs: Object.fromEntries(hashes) as Record<string, string>,
    deckPdfOf,
  };
}

/** The stamp as the text of its file. */
export function stampText(stamp: Stamp): string {
  return `${JSON.stringify(stamp, null, 2)}\n`;
}

/** Reads a stamp's text; null where it is none of ours, which means that freshness cannot be told. */
export function readStamp(text: string): Stamp | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null; // a stamp that was cut short says nothing; the report is made again
  }
  return stampSchema.safeParse(value).data ?? null;
}
