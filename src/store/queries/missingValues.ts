import { z } from 'zod';
import type { Query } from '../query.js';
import { ENTITIES_BY_SOURCE } from './shared/entitiesBySource.js';

/** Fields of a song whose absence is counted, with the column of the answer that counts it. */
export const MISSING_FIELDS = [
  'artist',
  'album',
  'album_type',
  'release_date',
  'duration',
  'explicit',
  'markets',
  'genre',
  'audio_features',
  'popularity',
  'streams',
  'views',
  'likes',
] as const;

const counts = z.object(
  Object.fromEntries(MISSING_FIELDS.map((field) => [field, z.number()])) as Record<
    (typeof MISSING_FIELDS)[number],
    z.ZodNumber
  >,
);
const row = counts.extend({ source: z.string(), songs: z.number() });

const missing = (test: string, field: (typeof MISSING_FIELDS)[number]): string =>
  `sum(CASE WHEN ${test} THEN 1 ELSE 0 END) AS ${field}`;

/**
 * For the songs that each source speaks of: how many have no value in the store, whichever source could have given
 * it. Observations (popularity, streams, views, likes) count only the source's own, since they are never shared.
 */
export const missingValues: Query<z.infer<typeof row>> = {
  id: 'missing-values',
  question: 'Which values are missing, by field and source?',
  grain: 'One row per source',
  row,
  sql: `
    ${ENTITIES_BY_SOURCE}
    SELECT p.source, count(*) AS songs,
      ${[
        missing('a.song_id IS NULL', 'artist'),
        missing('s.album_id IS NULL', 'album'),
        missing('coalesce(s.album_type, al.album_type) IS NULL', 'album_type'),
        missing('coalesce(s.released_on, al.released_on) IS NULL', 'release_date'),
        missing('s.duration_ms IS NULL', 'duration'),
        missing('s.explicit IS NULL', 'explicit'),
        missing('s.markets IS NULL', 'markets'),
        missing('g.song_id IS NULL', 'genre'),
        missing('f.song_id IS NULL', 'audio_features'),
        missing('m.popularity IS NULL', 'popularity'),
        missing('m.streams IS NULL', 'streams'),
        missing('v.views IS NULL', 'views'),
        missing('v.likes IS NULL', 'likes'),
      ].join(',\n      ')}
    FROM spoken_songs p
    JOIN songs s ON s.id = p.song_id
    LEFT JOIN albums al ON al.id = s.album_id
    LEFT JOIN audio_features f ON f.song_id = s.id
    LEFT JOIN (SELECT DISTINCT song_id FROM song_artists) a ON a.song_id = s.id
    LEFT JOIN (
      SELECT DISTINCT st.song_id
      FROM song_tags st
      JOIN tags t ON t.id = st.tag_id AND t.kind = 'genre'
    ) g ON g.song_id = s.id
    LEFT JOIN (
      SELECT song_id, source,
        max(CASE WHEN metric = 'popularity' THEN value END) AS popularity,
        max(CASE WHEN metric = 'streams' THEN value END) AS streams
      FROM metric_snapshots
      WHERE song_id IS NOT NULL
      GROUP BY song_id, source
    ) m ON m.song_id = s.id AND m.source = p.source
    LEFT JOIN (
      SELECT song_id, source, max(views) AS views, max(likes) AS likes
      FROM video_stats
      GROUP BY song_id, source
    ) v ON v.song_id = s.id AND v.source = p.source
    GROUP BY p.source
    ORDER BY p.source`,
};
