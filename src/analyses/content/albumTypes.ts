import type { DataTable } from '../../domain/table.js';
import { adjustedMeans } from '../adjusted/adjustedMeans.js';
import { clustersOf } from '../adjusted/clusters.js';
import { collect, MIN_PER_SIDE } from '../adjusted/comparison.js';
import { SONG_QUERIES } from '../adjusted/levelTable.js';
import { percentOf } from '../adjusted/percentOf.js';
import type { AnalysisContext } from '../analysis.js';
import { hypothesis } from '../hypotheses.js';

const COLUMNS: DataTable['columns'] = [
  { id: 'label', title: 'Type of release', unit: 'text' },
  { id: 'n', title: 'Songs', unit: 'songs' },
  { id: 'crude', title: 'Plain difference', unit: 'percent' },
  { id: 'difference', title: 'Within artist', unit: 'percent' },
  { id: 'low', title: 'From', unit: 'percent' },
  { id: 'high', title: 'To', unit: 'percent' },
];

/**
 * Streams of singles, album tracks and compilation tracks against the average song of the same artist, in percent.
 * Exploratory beside `content.single`, which leaves compilations out. Null where there are too few songs.
 */
export function albumTypes(context: AnalysisContext): DataTable | null {
  const { features } = context;
  const single = hypothesis('content.single');
  if (!features.has('album_type')) return null;
  // Any song with streams and an artist counts, a compilation track too: the type is the level, not an exposure.
  const comparison = collect(features, { ...single, exposure: 'log10_streams', step: 'one' });
  if ('needed' in comparison) return null;
  const { codes, levels } = features.category('album_type');
  const clusters = clustersOf(features, comparison.rows, comparison.source);
  const means = adjustedMeans(comparison, codes, clusters).means.filter(
    (one) => one.n >= MIN_PER_SIDE,
  );
  const known = comparison.rows.filter((row) => (codes[row] ?? -1) >= 0);
  if (means.length < 2) return null;
  const overall = known.reduce((sum, row) => sum + comparison.outcome[row], 0) / known.length;
  const against = (value: number | undefined): number | null =>
    value === undefined ? null : percentOf(value - overall);
  return {
    id: 'content.album_types',
    title: 'Streams by type of release, against the average song of the same artist',
    grain: 'One row per type of release',
    queries: SONG_QUERIES,
    sources: [comparison.source],
    columns: COLUMNS,
    rows: means.map(({ level, n, crude, mean, ci }) => [
      levels[level] ?? '',
      n,
      against(crude),
      against(mean),
      against(ci?.low),
      against(ci?.high),
    ]),
  };
}
