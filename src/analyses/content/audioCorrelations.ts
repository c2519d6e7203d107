import type { DataTable } from '../../domain/table.js';
import type { AnalysisContext } from '../analysis.js';
import { SONG_QUERIES } from '../adjusted/levelTable.js';
import { collect, MIN_SONGS } from '../adjusted/comparison.js';
import { pick } from '../adjusted/fitExposure.js';
import { hypothesis } from '../hypotheses.js';
import { spearman } from '../../stats/spearman.js';

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
    { id: 'popularity', title: 'Popularity', values: pick(comparison.outcome, comparison.rows) },
    ...FEATURES.filter(([id]) => context.features.has(id)).map(([id, title]) => ({
      id,
      title,
      values: pick(context.features.number(id), comparison.rows),
    })),
  ];
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
      ...columns.map((column, j) => (i === j ? 1 : correlation(row.values, column.values))),
    ]),
  };
}

function correlation(a: Float64Array, b: Float64Array): number | null {
  const { estimate, n } = spearman(a, b);
  return n >= MIN_SONGS && estimate !== null && Number.isFinite(estimate) ? estimate : null;
}
