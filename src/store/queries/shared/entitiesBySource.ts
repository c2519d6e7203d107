/**
 * Common table expressions that say which songs and artists each source speaks of, each pair once.
 *
 * Provenance alone does not say it, for a source whose every value was already known has none: observations, tags
 * and videos count too. Where a source names artists at all, the first-named artist of each of its songs counts;
 * artists named after it only where the source gave their name.
 */
export const ENTITIES_BY_SOURCE = `WITH spoken_songs AS (
      SELECT entity_id AS song_id, source FROM provenance WHERE entity = 'song'
      UNION
      SELECT song_id, source FROM metric_snapshots WHERE song_id IS NOT NULL
      UNION
      SELECT song_id, source FROM song_tags
      UNION
      SELECT song_id, source FROM video_stats
    ),
    artist_sources AS (
      SELECT source FROM provenance WHERE entity = 'artist'
      UNION
      SELECT alone.source
      FROM (
        SELECT song_id, min(source) AS source FROM spoken_songs GROUP BY song_id HAVING count(*) = 1
      ) alone
      JOIN song_artists named ON named.song_id = alone.song_id
    ),
    spoken_artists AS (
      SELECT entity_id AS artist_id, source FROM provenance WHERE entity = 'artist'
      UNION
      SELECT artist_id, source FROM artist_listens
      UNION
      SELECT artist_id, source FROM artist_tags
      UNION
      SELECT artist_id, source FROM metric_snapshots WHERE artist_id IS NOT NULL
      UNION
      SELECT credits.artist_id, songs.source
      FROM song_artists credits
      JOIN spoken_songs songs ON songs.song_id = credits.song_id
      JOIN artist_sources sources ON sources.source = songs.source
      WHERE credits.position = 1
    )`;
