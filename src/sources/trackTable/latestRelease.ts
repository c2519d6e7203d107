/** Beginning of an ISO date, or a bare year as an integer or a float. */
const DATE = /^(\d{4})(?:\.0+|(-\d{2})?(-\d{2})?(?:[T ].*)?)$/;

/** Nothing was recorded before; `0000` and the like stand for "not known". */
const EARLIEST = '1860';

/**
 * The latest release date in a column (ISO; a bare year or month counts as its last day), or null. Dates later
 * than `limit`, earlier than recorded sound, or in no calendar are taken for mistakes and passed over.
 *
 * @example
 * new LatestRelease('2030-01-01'); // .see('2019'); .see('2190-01-01'); .date === '2019-12-31'
 */
export class LatestRelease {
  #latest: string | null = null;

  constructor(readonly limit: string) {}

  see(cell: string): void {
    const match = DATE.exec(cell.trim());
    if (match === null) return;
    const [, year = '', month = '-12', day] = match;
    const last = lastDay(Number(year), Number(month.slice(1)));
    const date = `${year}${month}${day ?? last}`;
    const isDay =
      month >= '-01' && month <= '-12' && (day ?? last) >= '-01' && (day ?? last) <= last;
    if (!isDay || year < EARLIEST || date > this.limit) return;
    if (this.#latest === null || date > this.#latest) this.#latest = date;
  }

  get date(): string | null {
    return this.#latest;
  }
}

function lastDay(year: number, month: number): string {
  return `-${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, '0')}`;
}
