import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const keyedSchema = z.object({ schema: z.literal(1), key: z.string(), result: z.unknown() });

/** A result as it is kept: under the key of all that it depends on. */
export function keyedJson(key: string, result: unknown, indent?: number): string {
  return JSON.stringify({ schema: 1, key, result }, null, indent);
}

/** A kept result with its file's text, or null where there is no such file, it is damaged, or it has another key. */
export function readKeyedJson(
  file: string,
  key: string,
): { readonly text: string; readonly result: unknown } | null {
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8');
  const kept = keyedSchema.safeParse(parsed(text));
  return kept.success && kept.data.key === key ? { text, result: kept.data.result } : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
