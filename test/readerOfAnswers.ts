import type { Asker, Query } from '../src/store/query.js';

/** A reader without a store: gives the rows that a function knows for a query, checked against its schema. */
export function readerOfAnswers(
  answer: (query: Query<unknown>) => readonly object[] | Promise<readonly object[]>,
): Asker {
  const ask = async <Row>(query: Query<Row>): Promise<Row[]> =>
    (await answer(query)).map((row) => query.row.parse(row));
  return {
    ask,
    each: async (query, take) => {
      for (const row of await ask(query)) take(row);
    },
  };
}
