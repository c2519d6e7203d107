import { clusterBootstrap, type ClusterBootstrapOptions } from '../../stats/clusterBootstrap.js';
import { createRandom, deriveSeed } from '../../stats/random.js';
import type { Judged, Judging } from './judgeModels.js';
import type { PopularityResult } from './popularityResult.js';
import type { PopularitySet } from './popularitySet.js';

type Details = Pick<PopularityResult, 'calibration' | 'residuals' | 'worst'>;
type GroupKind = PopularityResult['residuals'][number]['kind'];

const BINS = 10;
const WORST = 10;
/** Draws behind the interval of one group, at most. */
const REPLICATES = 200;
/** A group of fewer rows is not told of. */
const LEAST_GROUP = 20;
/** Genres that are told of, the largest first. */
const MOST_GENRES = 20;
/** Songs of the artist among the rows: names of the classes and the most that each holds. */
const ARTIST_SIZES = [
  ['1 song', 1],
  ['2–5 songs', 5],
  ['6–20 songs', 20],
  ['more than 20 songs', Infinity],
] as const;

/** Where out-of-fold predictions are right and where they are not. */
export function errorDetails(
  { predicted, subject }: Judged,
  { set, seed, effort }: Judging,
): Details {
  const replicates = Math.min(REPLICATES, effort.replicates / 2);
  const rows = Int32Array.from(predicted.keys()).filter((row) => !Number.isNaN(predicted[row]));
  const errors = predicted.map((value, row) => value - set.target[row]);
  const mean = (values: Float64Array, of: Int32Array, label: string) =>
    meanOver(values, subject.groups, of, {
      random: createRandom(deriveSeed(seed, `popularity.errors.${label}`)),
      replicates,
    });
  return {
    calibration: bins(rows, predicted).map((of, bin) => {
      const { value, low, high } = mean(set.target, of, `bin ${bin}`);
      const expected = of.reduce((sum, row) => sum + predicted[row], 0) / of.length;
      return { bin: bin + 1, predicted: expected, observed: value, low, high, n: of.length };
    }),
    residuals: groupings(set, rows).flatMap(({ kind, groups }) =>
      groups
        .filter(([, of]) => of.length >= LEAST_GROUP)
        .map(([group, of]) => {
          const { value, low, high } = mean(errors, of, `${kind} ${group}`);
          const squares = of.reduce((sum, row) => sum + errors[row] ** 2, 0);
          const rmse = Math.sqrt(squares / of.length);
          return { kind, group, n: of.length, bias: value, low, high, rmse };
        }),
    ),
    worst: worstSongs(set, rows, errors, predicted),
  };
}

function groupings(
  set: PopularitySet,
  rows: Int32Array,
): readonly { kind: GroupKind; groups: readonly (readonly [string, Int32Array])[] }[] {
  const { table, years, units, target } = set;
  const genre = table.columns.find(({ id }) => id === 'genre');
  const sizes = new Map<number, number>();
  for (const code of units.artist) sizes.set(code, (sizes.get(code) ?? 0) + 1);
  const sizeOf = (row: number): string | null => {
    const artist = units.artist[row];
    if (artist < 0) return null;
    return ARTIST_SIZES.find(([, most]) => (sizes.get(artist) ?? 0) <= most)?.[0] ?? null;
  };
  const genres = grouped(rows, (row) => genre?.levels?.[genre.values[row]] ?? null);
  const decade = (row: number) => `${Math.floor(years[row] / 10) * 10}s`;
  return [
    { kind: 'genre', groups: largest(genres) },
    {
      kind: 'decade',
      groups: inOrder(grouped(rows, (row) => (Number.isNaN(years[row]) ? null : decade(row)))),
    },
    {
      kind: 'popularity_decile',
      groups: bins(rows, target).map((of, bin) => [String(bin + 1), of] as const),
    },
    {
      kind: 'artist_size',
      groups: ARTIST_SIZES.flatMap(([name]) => {
        const of = grouped(rows, sizeOf).get(name);
        return of ? [[name, of] as const] : [];
      }),
    },
  ];
}

function grouped(rows: Int32Array, nameOf: (row: number) => string | null) {
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const name = nameOf(row);
    if (name === null) continue;
    const known = groups.get(name);
    if (known) known.push(row);
    else groups.set(name, [row]);
  }
  return new Map([...groups].map(([name, of]) => [name, Int32Array.from(of)]));
}

function inOrder(groups: ReadonlyMap<string, Int32Array>) {
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function largest(groups: ReadonlyMap<string, Int32Array>) {
  return inOrder(groups)
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, MOST_GENRES);
}

/** Ten bins of about equally many rows, ascending; ties by row. */
function bins(rows: Int32Array, values: Float64Array): Int32Array[] {
  const sorted = Array.from(rows).sort((a, b) => values[a] - values[b] || a - b);
  return Array.from({ length: BINS }, (_, bin) =>
    Int32Array.from(
      sorted.slice(
        Math.floor((bin * sorted.length) / BINS),
        Math.floor(((bin + 1) * sorted.length) / BINS),
      ),
    ),
  ).filter((of) => of.length > 0);
}

function meanOver(
  values: Float64Array,
  groups: Int32Array,
  rows: Int32Array,
  draws: Pick<ClusterBootstrapOptions, 'random' | 'replicates'>,
) {
  const { estimate, ci } = clusterBootstrap({
    clusters: Int32Array.from(rows, (row) => groups[row]),
    ...draws,
    interval: 'percentile',
    statistic: (places) => {
      let sum = 0;
      for (const place of places) sum += values[rows[place]];
      return sum / places.length;
    },
  });
  return { value: estimate, low: ci?.low ?? null, high: ci?.high ?? null };
}

/** The largest errors, one row per song. */
function worstSongs(
  { songs, units, target }: PopularitySet,
  rows: Int32Array,
  errors: Float64Array,
  predicted: Float64Array,
): Details['worst'] {
  const sorted = Array.from(rows).sort(
    (a, b) => Math.abs(errors[b]) - Math.abs(errors[a]) || a - b,
  );
  const seen = new Set<number>();
  const worst: Details['worst'] = [];
  for (const row of sorted) {
    if (worst.length === WORST) break;
    if (seen.has(units.song[row])) continue;
    seen.add(units.song[row]);
    const [title, artist] = [songs.titles[row], songs.artists[row]];
    worst.push({ title, artist, observed: target[row], predicted: predicted[row] });
  }
  return worst;
}
