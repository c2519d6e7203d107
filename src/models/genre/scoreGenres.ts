import { groupRows } from '../../stats/linear/grouping.js';
import { quantileSorted } from '../../stats/quantileSorted.js';
import { createRandom, randomInteger } from '../../stats/random.js';
import type { GenrePart } from './genreData.js';
import type { ClassScore } from './genreResult.js';

/** What the predictions of all songs come to. */
export interface GenreScores {
  readonly accuracy: ClassScore;
  readonly anyMatch: ClassScore;
  readonly singleGenre: ClassScore;
  readonly topFive: ClassScore;
  readonly balanced: ClassScore;
  readonly macroF1: ClassScore;
}

export interface ScoreGenresOptions {
  /** Code per song of what is independent. */
  readonly units: Int32Array;
  readonly seed: number;
  readonly replicates: number;
}

const MEASURES = ['accuracy', 'anyMatch', 'singleGenre', 'topFive', 'balanced', 'macroF1'] as const;

/** The most likely genre of each song; the first of those that are equally likely. */
export function likeliest(predicted: Float64Array, count: number): Int32Array {
  return Int32Array.from({ length: predicted.length / count }, (_, row) => {
    let best = row * count;
    for (let at = best + 1; at < (row + 1) * count; at += 1) {
      if (predicted[at] > predicted[best]) best = at;
    }
    return best - row * count;
  });
}

/**
 * Scores with percentile intervals from a bootstrap of whole units, all measures from the same draws. The main genre of a song is the
 * first of its parts; `anyMatch` takes any of them for right.
 */
export function scoreGenres(
  parts: readonly (readonly GenrePart[])[],
  predicted: Float64Array,
  count: number,
  { units, seed, replicates }: ScoreGenresOptions,
): GenreScores {
  const tally = new Tally(parts, predicted, count);
  const { groups, members, start } = groupRows(units, [...units.keys()]);
  for (let at = 0; at < members.length; at += 1) tally.add(members[at]);
  const values = tally.take();
  const random = createRandom(seed);
  const drawn = MEASURES.map(() => new Float64Array(replicates));
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    for (let i = 0; i < groups; i += 1) {
      const group = randomInteger(random, groups);
      for (let at = start[group]; at < start[group + 1]; at += 1) tally.add(members[at]);
    }
    tally.take().forEach((value, measure) => (drawn[measure][replicate] = value));
  }
  const scores = values.map((value, measure): ClassScore => {
    const sorted = drawn[measure].filter((one) => !Number.isNaN(one)).sort();
    const usable = groups >= 2 && sorted.length >= 0.9 * replicates;
    return {
      value,
      low: usable ? quantileSorted(sorted, 0.025) : null,
      high: usable ? quantileSorted(sorted, 0.975) : null,
    };
  });
  const [accuracy, anyMatch, singleGenre, topFive, balanced, macroF1] = scores;
  return { accuracy, anyMatch, singleGenre, topFive, balanced, macroF1 };
}

/** Counts songs until they are taken. */
class Tally {
  readonly #main: Int32Array;
  readonly #said: Int32Array;
  readonly #isAny: Uint8Array;
  readonly #isSingle: Uint8Array;
  readonly #isTopFive: Uint8Array;
  readonly #mains: Float64Array;
  readonly #saids: Float64Array;
  readonly #rights: Float64Array;
  #songs = 0;
  #any = 0;
  #single = 0;
  #singleRight = 0;
  #topFive = 0;

  constructor(
    parts: readonly (readonly GenrePart[])[],
    predicted: Float64Array,
    readonly count: number,
  ) {
    this.#main = Int32Array.from(parts, ([first]) => first.genre);
    this.#said = likeliest(predicted, count);
    this.#isSingle = Uint8Array.from(parts, (own) => Number(own.length === 1));
    this.#isAny = Uint8Array.from(parts, (own, row) =>
      Number(own.some(({ genre }) => genre === this.#said[row])),
    );
    this.#isTopFive = Uint8Array.from(parts, ([{ genre }], row) => {
      const own = predicted.subarray(row * count, (row + 1) * count);
      const above = own.filter(
        (share, code) => share > own[genre] || (share === own[genre] && code < genre),
      );
      return Number(above.length < 5);
    });
    this.#mains = new Float64Array(count);
    this.#saids = new Float64Array(count);
    this.#rights = new Float64Array(count);
  }

  add(row: number): void {
    const main = this.#main[row];
    const said = this.#said[row];
    const right = Number(main === said);
    this.#mains[main] += 1;
    this.#saids[said] += 1;
    this.#rights[main] += right;
    this.#songs += 1;
    this.#any += this.#isAny[row];
    this.#single += this.#isSingle[row];
    this.#singleRight += this.#isSingle[row] * right;
    this.#topFive += this.#isTopFive[row];
  }

  /** The measures in the order of {@link MEASURES}; counts from 0 again. */
  take(): number[] {
    let [right, recalls, f1, genres] = [0, 0, 0, 0];
    for (let code = 0; code < this.count; code += 1) {
      right += this.#rights[code];
      if (this.#mains[code] === 0) continue;
      genres += 1;
      recalls += this.#rights[code] / this.#mains[code];
      f1 += (2 * this.#rights[code]) / (this.#mains[code] + this.#saids[code]);
    }
    const of = this.#songs;
    const measures = [
      right / of,
      this.#any / of,
      this.#singleRight / this.#single,
      this.#topFive / of,
      recalls / genres,
      f1 / genres,
    ];
    [this.#songs, this.#any, this.#single, this.#singleRight, this.#topFive] = [0, 0, 0, 0, 0];
    for (const sums of [this.#mains, this.#saids, this.#rights]) sums.fill(0);
    return measures;
  }
}
