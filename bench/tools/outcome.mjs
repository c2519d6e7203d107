/**
 * What a benchmark has to say.
 *
 * @typedef {{ headers: readonly string[], rows: readonly (readonly string[])[] }} Table cells of one row as text
 * @typedef {{ what: string, goal: string, measured: string, met: boolean }} Goal
 * @typedef {{ tables: readonly Table[], goals: readonly Goal[], notes: readonly string[] }} Outcome
 */

/** A goal that holds where the value is not above the limit. */
export function atMost(what, value, limit, format) {
  return { what, goal: `≤ ${format(limit)}`, measured: format(value), met: value <= limit };
}

/** A goal that holds where the value is not below the limit. */
export function atLeast(what, value, limit, format) {
  return { what, goal: `≥ ${format(limit)}`, measured: format(value), met: value >= limit };
}
