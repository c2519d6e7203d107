const DAY_MS = 86_400_000;

/**
 * Days since 1970-01-01 of an ISO date.
 *
 * @throws Error where the text is not a date.
 * @example
 * dayNumber('1970-01-02'); // 1
 */
export function dayNumber(date: string): number {
  const ms = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(ms)) throw new Error(`a date must read YYYY-MM-DD, got "${date}"`);
  return ms / DAY_MS;
}
