import type { Finding } from '../../domain/finding.js';
import type { Cell, DataTable } from '../../domain/table.js';
import { createRandom, deriveSeed } from '../../stats/random.js';
import type { AnalysisContext } from '../analysis.js';
import { categoryOf } from '../adjusted/categoryOf.js';
import { clustersOf } from '../adjusted/clusters.js';
import { collect, type Comparison, type RowChoice } from '../adjusted/comparison.js';
import type { Confounder } from '../adjusted/confounders.js';
import { fitExposure, type ExposureFit } from '../adjusted/fitExposure.js';
import { SONG_QUERIES } from '../adjusted/levelTable.js';
import { stratumOf } from '../adjusted/stratumOf.js';
import { hypothesis } from '../hypotheses.js';
import type { DeclaredHypothesis } from '../hypotheses/declaredHypothesis.js';

/** Hypotheses that the sensitivity checks repeat: those that advice could rest on. */
const CHECKED = [
  'content.explicit',
  'content.duration',
  'content.friday',
  'content.fourth_quarter',
  'content.featuring',
  'content.age',
] as const;

/**
 * Sensitivity checks of the popularity hypotheses: only inside cells of genre and year at once, without songs of
 * popularity zero (which may be removed or duplicated releases rather than unloved songs), with one song per
 * artist, drawn with the report's seed, and among the songs of one artist (see `withWithinArtist`).
 */
export function robustness(
  context: AnalysisContext,
  measured: readonly Finding[],
): DataTable | null {
  const rows = CHECKED.flatMap((id): Cell[][] => {
    const main = measured.find((finding) => finding.id === id);
    return main === undefined || main.estimate === null ? [] : [rowOf(main, context)];
  });
  return rows.length === 0 ? null : tableOf(rows, measured);
}

function rowOf(main: Finding, context: AnalysisContext): Cell[] {
  const declared = { ...hypothesis(main.id), sources: main.sources };
  const popularity = context.features.observation('popularity', main.sources[0] ?? '');
  const single = onePerArtist(context, main.sources[0] ?? '', popularity);
  const found = [
    main,
    withinCells(declared, context),
    fitAmong(declared, context, { keep: (row) => (popularity[row] ?? 0) > 0 }),
    single && fitAmong(declared, context, { keep: single }),
    main.withinArtist,
  ];
  return [
    declared.words.short,
    ...found.flatMap((one): Cell[] => [
      one?.estimate ?? null,
      one?.ci?.low ?? null,
      one?.ci?.high ?? null,
    ]),
  ];
}

/**
 * The difference with the categorical confounders' cells held constant at once; null where there are fewer than two of them.
 */
function withinCells(declared: DeclaredHypothesis, context: AnalysisContext): ExposureFit | null {
  return fitAmong(declared, context, {}, ({ confounders }) => {
    const stratum = stratumOf(confounders, context.features.size);
    return stratum && [stratum];
  });
}

/** The difference among the songs chosen, with the comparison's confounders (or what is made of them) held constant. */
function fitAmong(
  declared: DeclaredHypothesis,
  { features }: AnalysisContext,
  choice: RowChoice,
  heldOf = ({ confounders }: Comparison): readonly Confounder[] | null => confounders,
): ExposureFit | null {
  const comparison = collect(features, declared, choice);
  if ('needed' in comparison) return null;
  const held = heldOf(comparison);
  if (held === null) return null;
  const clusters = clustersOf(features, comparison.rows, comparison.source, declared.exposure);
  return fitExposure(comparison, held, clusters);
}

/** Keeps one song of each artist, drawn at random; null where the source knows the artists of fewer than half of its songs. */
function onePerArtist(
  context: AnalysisContext,
  source: string,
  popularity: Float64Array,
): ((row: number) => boolean) | null {
  const codes = categoryOf(context.features, 'artist', source)?.codes;
  if (!codes) return null;
  const random = createRandom(deriveSeed(context.seed, 'content.robustness'));
  const chosen = new Map<number, { row: number; draw: number }>();
  let observed = 0;
  let known = 0;
  for (let row = 0; row < codes.length; row += 1) {
    if (Number.isNaN(popularity[row] ?? Number.NaN)) continue;
    observed += 1;
    const code = codes[row] ?? -1;
    if (code < 0) continue;
    known += 1;
    const draw = random();
    const held = chosen.get(code);
    if (!held || draw > held.draw) chosen.set(code, { row, draw });
  }
  if (known * 2 < observed) return null;
  const kept = new Set([...chosen.values()].map((one) => one.row));
  return (row) => kept.has(row);
}

function tableOf(rows: readonly Cell[][], measured: readonly Finding[]): DataTable {
  const triple = (id: string, title: string) =>
    [
      { id, title, unit: 'points' },
      { id: `${id}_low`, title: 'from', unit: 'points' },
      { id: `${id}_high`, title: 'to', unit: 'points' },
    ] as const;
  return {
    id: 'content.robustness',
    title: 'Do the adjusted differences hold when the songs are chosen otherwise? (exploratory)',
    grain: 'One row per hypothesis',
    queries: SONG_QUERIES,
    sources: [
      ...new Set(CHECKED.flatMap((id) => measured.find((one) => one.id === id)?.sources ?? [])),
    ].sort(),
    columns: [
      { id: 'comparison', title: 'Comparison', unit: 'text' },
      ...triple('all', 'All songs'),
      ...triple('cells', 'Inside genre and year'),
      ...triple('non_zero', 'Without popularity zero'),
      ...triple('one_song', 'One song per artist'),
      ...triple('within_artist', 'Among songs of one artist'),
    ],
    rows,
  };
}
