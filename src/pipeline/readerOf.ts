import type { Db } from '../store/db.js';
import { ask, each, type Asker } from '../store/query.js';

/**
 * What may ask a store its queries and nothing else: features and analyses read through it.
 *
 * @example
 * const table = await buildFeatureTable(readerOf(db), { asOf: () => '2024-12-31' });
 */
export function readerOf(db: Db): Asker {
  return {
    ask: (query, values) => ask(db, query, values),
    each: (query, take, values) => each(db, query, take, values),
  };
}
