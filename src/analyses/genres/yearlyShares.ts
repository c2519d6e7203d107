import type { Estimate } from '../../domain/finding.js';
import { studentQuantile } from '../../stats/distributions/studentQuantile.js';
import type { GenreData } from './genreData.js';

/** Share of one genre in the listings of each year, in percent, with errors that take artists as independent. */
export class YearlyShares {
  readonly #all = new Map<number, number>();
  readonly #own = new Map<number, number>();

  /** @param rows listings of the years looked at */
  constructor(
    readonly data: GenreData,
    readonly rows: Int32Array,
    readonly genre: number,
  ) {
    for (const row of rows) {
      const year = data.year[row];
      this.#all.set(year, (this.#all.get(year) ?? 0) + 1);
      if (data.genre[row] === genre) this.#own.set(year, (this.#own.get(year) ?? 0) + 1);
    }
  }

  /** Ascending. */
  get years(): readonly number[] {
    return [...this.#all.keys()].sort((a, b) => a - b);
  }

  /** Percent of the listings of the year. */
  shareIn(year: number): number {
    return (100 * (this.#own.get(year) ?? 0)) / (this.#all.get(year) ?? 1);
  }

  /**
   * Sum of weight times share over the years: a slope, or one year against others. Its error is that of a sum over
   * artists (cluster-robust, t with artists − 1 degrees of freedom).
   */
  combination(weightOf: (year: number) => number, level: number): Estimate {
    const estimate = this.years.reduce((sum, year) => sum + weightOf(year) * this.shareIn(year), 0);
    const scores = new Map<number, number>();
    for (const row of this.rows) {
      const year = this.data.year[row];
      const off = (this.data.genre[row] === this.genre ? 100 : 0) - this.shareIn(year);
      const score = (weightOf(year) / (this.#all.get(year) ?? 1)) * off;
      const artist = this.data.artist[row];
      scores.set(artist, (scores.get(artist) ?? 0) + score);
    }
    const clusters = scores.size;
    const squares = [...scores.values()].reduce((sum, score) => sum + score * score, 0);
    if (clusters < 2 || squares === 0) return { estimate, ci: null };
    const se = Math.sqrt((squares * clusters) / (clusters - 1));
    const margin = studentQuantile(1 - (1 - level) / 2, clusters - 1) * se;
    return { estimate, ci: { low: estimate - margin, high: estimate + margin, level } };
  }

  /**
   * Least-squares slope of the shares, in percentage points per year: every year counts the same, however many listings
   * it has. Else the newest years, which have most listings, would decide alone, and the slope would not be that of the
   * shares shown.
   */
  slope(level: number): Estimate {
    const { years } = this;
    const middle = years.reduce((sum, year) => sum + year, 0) / years.length;
    const spread = years.reduce((sum, year) => sum + (year - middle) ** 2, 0);
    return this.combination((year) => (year - middle) / spread, level);
  }
}
