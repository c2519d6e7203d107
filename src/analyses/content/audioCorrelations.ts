import type { DataTable } from '../../domain/table.js';
import type { AnalysisContext } from '../analysis.js';
import { SONG_QUERIES } from '../adjusted/levelTable.js';
import { collect, MIN_SONGS } from '../adjusted/comparison.js';
import { gather } from '../../stats/gather.js';
import { hypothesis } from '../hypotheses.js';
import { spearmanMatrix, type RankCorrelationCell } from '../../stats/spearmanMatrix.js';

const FEATURES = [
  ['danceability', 'Danceability'],
  ['energy', 'Energy'],
  ['loudness', 'Loudness'],
  ['valence', 'Valence'],
  ['tempo', 'Tempo'],
  ['acousticness', 'Acousticness'],
  ['instrumentalness', 'Instrumentalness'],
  ['speechiness', 'Speechiness'],
  ['liveness', 'Liveness'],
  ['duration_minutes', 'Length'],
] as const;

/**
 * Spearman correlations between popularity, audio features and length, over the songs of the source that answers the
 * audio hypotheses. Descriptive. Null where there are too few songs.
 */
export function audioCorrelations(context: AnalysisContext): DataTable | null {
  const comparison = collect(context.features, hypothesis('content.audio_energy'));
  if ('needed' in comparison) return null;
  const columns = [
    { id: 'popularity', title: 'Popularity', values: gather(comparison.outcome, comparison.rows) },
    ...FEATURES.filter(([id]) => context.features.has(id)).map(([id, title]) => ({
      id,
      title,
      values: gather(context.features.number(id), comparison.rows),
    })),
  ];
  const cells = spearmanMatrix(columns.map(({ values }) => values));
  return {
    id: 'content.correlations',
    title: 'Rank correlations between popularity, sound and length',
    grain: 'One row per measure; the columns are the same measures',
    queries: SONG_QUERIES,
    sources: [comparison.source],
    columns: [
      { id: 'measure', title: 'Measure', unit: 'text' },
      ...columns.map(({ id, title }) => ({ id, title, unit: 'correlation' as const })),
    ],
    rows: columns.map((row, i) => [
      row.title,
      ...columns.map((_, j) => (i === j ? 1 : shown(cells[i][j]))),
    ]),
  };
}

function shown({ rho, n }: RankCorrelationCell): number | null {
  return n >= MIN_SONGS && Number.isFinite(rho) ? rho : null;
}
