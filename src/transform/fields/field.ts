import { z } from 'zod';
import { Invalid, type Parsed } from './invalid.js';

/**
 * A zod schema for one text field of a raw record, made from a parser; a column that is absent reads like an
 * empty one.
 */
export function field<T>(parse: (text: string) => Parsed<T>) {
  return z
    .string()
    .optional()
    .transform((text, context): T => {
      const value = parse(text ?? '');
      if (value instanceof Invalid) {
        context.addIssue({ code: 'custom', message: value.reason });
        return z.NEVER;
      }
      return value;
    });
}

/** Like {@link field}, but missing text is an issue. */
export function required<T>(parse: (text: string) => Parsed<T | null>) {
  return field<T>((text) => parse(text) ?? new Invalid('is missing'));
}
