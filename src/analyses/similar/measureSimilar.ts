import type { Finding } from '../../domain/finding.js';
import { tableColumn, type Cell, type DataTable } from '../../domain/table.js';
import type { JudgedMethod, RecommenderResult } from '../../models/recommend/recommenderResult.js';
import type { AnalysisContext, Measured } from '../analysis.js';
import { makeFinding, notEnoughData, type FindingSpec } from '../makeFinding.js';
import { cellsOf, intervalOf } from '../scoreParts.js';

/** The queries that bring what the recommenders know. */
const LISTENING = ['listener-sources', 'listen-rows', 'artist-taggings', 'artist-playlists'];
const QUERIES = [...LISTENING, 'artist-styles', 'artist-sound', 'artist-popularity'];

/** Findings and tables of the section, from the result of the study. */
export function measureSimilar(result: RecommenderResult, context: AnalysisContext): Measured {
  const base = baseOf(result, context);
  if (result.methods.length === 0) {
    const spec = { ...base, id: 'similar.ndcg.hybrid', label: 'score of the recommender' };
    return {
      findings: [notEnoughData({ ...spec, unit: 'index' }, result.users, result.needed)],
      tables: [],
    };
  }
  return {
    findings: [
      ...sizeFindings(base, result),
      ...result.methods.flatMap((method) => methodFindings(base, method, result.users)),
      ...basisFindings(base, result),
    ],
    tables: [methodsTable(result, base.sources), examplesTable(result, base.sources)],
  };
}

type Base = Pick<FindingSpec, 'section' | 'nUnit' | 'queries' | 'sources' | 'asOf' | 'caveats'>;

function baseOf(result: RecommenderResult, context: AnalysisContext): Base {
  const { source } = result;
  const stamp = context.sources.find((one) => one.source === source);
  return {
    section: 'similar',
    nUnit: 'listeners',
    queries: QUERIES,
    sources: sourcesOf(result, context),
    asOf: source === null ? null : context.asOf(source),
    caveats: [
      ...(stamp ? [stamp.selection] : []),
      'Scores tell how well artists that a listener plays already are found again, not whether new ones would please.',
    ],
  };
}

/** Who listens comes from one source; playlists, genres and sound from all others. */
function sourcesOf({ source }: RecommenderResult, { sources }: AnalysisContext): readonly string[] {
  if (source === null) return [];
  return [source, ...sources.map((stamp) => stamp.source).filter((other) => other !== source)];
}

function sizeFindings(base: Base, { users, held, artists, listens }: RecommenderResult): Finding[] {
  return [
    makeFinding({
      ...base,
      id: 'similar.held',
      label: 'pairs of listener and artist that were kept back',
      estimate: held,
      unit: 'count',
      n: listens,
      nUnit: 'count',
    }),
    makeFinding({
      ...base,
      id: 'similar.artists',
      label: 'artists that can be recommended in the test',
      estimate: artists,
      unit: 'artists',
      n: users,
    }),
  ];
}

function methodFindings(base: Base, method: JudgedMethod, n: number): Finding[] {
  const { id, title, ndcg, recall, coverage, novelty, difference } = method;
  const spec = { ...base, n, clusteredBy: 'user' };
  const about = (what: string): string => `${what} of “${title}”`;
  return [
    makeFinding({
      ...spec,
      id: `similar.ndcg.${id}`,
      label: about('ranking score (NDCG of ten, of the best possible)'),
      estimate: ndcg.estimate * 100,
      ci: intervalOf(ndcg, 100),
      unit: 'percent',
    }),
    makeFinding({
      ...spec,
      id: `similar.recall.${id}`,
      label: about('share of the kept-back artists found (recall of ten)'),
      estimate: recall.estimate * 100,
      ci: intervalOf(recall, 100),
      unit: 'percent',
    }),
    makeFinding({
      ...spec,
      id: `similar.coverage.${id}`,
      label: about('share of heard artists that stand on some list'),
      estimate: coverage * 100,
      unit: 'percent',
    }),
    makeFinding({
      ...spec,
      id: `similar.novelty.${id}`,
      label: about('mean surprise of a listed artist, in bits'),
      estimate: novelty,
      unit: 'index',
    }),
    ...(difference === null
      ? []
      : [
          makeFinding({
            ...spec,
            id: `similar.difference.${id}`,
            label: `${about('ranking score')} minus that of EASE, listener by listener`,
            estimate: difference.estimate * 100,
            ci: intervalOf(difference, 100),
            unit: 'percentage-points',
          }),
        ]),
  ];
}

function basisFindings(base: Base, { basis }: RecommenderResult): Finding[] {
  const all = basis.listeners + basis.content + basis.nothing;
  const spec = { ...base, unit: 'artists', n: all, nUnit: 'artists' } as const;
  return [
    makeFinding({
      ...spec,
      id: 'similar.basis.listeners',
      label: 'artists whose lists rest on listeners and playlists as well as content',
      estimate: basis.listeners,
    }),
    makeFinding({
      ...spec,
      id: 'similar.basis.content',
      label: 'artists whose lists rest on content alone, for too few listen',
      estimate: basis.content,
    }),
  ];
}

function methodsTable({ methods }: RecommenderResult, sources: readonly string[]): DataTable {
  return {
    id: 'similar.methods',
    title: 'How well each method finds the artists that were kept back',
    grain: 'One row per method',
    queries: QUERIES,
    sources,
    columns: [
      tableColumn('method', 'Method', 'text'),
      tableColumn('ndcg', 'Ranking score (NDCG of ten)', 'percent'),
      tableColumn('low', 'From', 'percent'),
      tableColumn('high', 'To', 'percent'),
      tableColumn('recall', 'Kept-back artists found', 'percent'),
      tableColumn('difference', 'Against EASE (percentage points)', 'percentage-points'),
      tableColumn('difference_low', 'From', 'percentage-points'),
      tableColumn('difference_high', 'To', 'percentage-points'),
      tableColumn('coverage', 'Artists on some list', 'percent'),
      tableColumn('novelty', 'Surprise (bits)', 'index'),
    ],
    rows: methods.map(({ title, ndcg, recall, difference, coverage, novelty }) => [
      title,
      ...cells(ndcg),
      recall.estimate * 100,
      ...cells(difference),
      coverage * 100,
      novelty,
    ]),
  };
}

/** Estimate and ends of its interval, in percent. */
function cells(score: JudgedMethod['difference']): readonly Cell[] {
  return score ? cellsOf({ ...score, value: score.estimate }, 100) : [null, null, null];
}

function examplesTable({ examples }: RecommenderResult, sources: readonly string[]): DataTable {
  return {
    id: 'similar.examples',
    title: 'The best-known artists and who is most like them',
    grain: 'One row per artist',
    queries: QUERIES,
    sources,
    columns: [
      tableColumn('artist', 'Artist', 'text'),
      tableColumn('listeners', 'Listeners', 'listeners'),
      tableColumn('similar', 'Most alike, nearest first', 'text'),
    ],
    rows: examples.map(({ artist, listeners, similar }) => [artist, listeners, similar.join(', ')]),
  };
}
