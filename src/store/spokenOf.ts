/**
 * Which songs each source speaks of: a subquery of `song_id, source`, each pair once. Provenance alone does not say
 * it, for a source whose every value was already known has none; so observations, tags and videos count too.
 */
export const SONGS_SPOKEN_OF = `(
      SELECT entity_id AS song_id, source FROM provenance WHERE entity = 'song'
      UNION
      SELECT song_id, source FROM metric_snapshots WHERE song_id IS NOT NULL
      UNION
      SELECT song_id, source FROM song_tags
      UNION
      SELECT song_id, source FROM video_stats
    )`;

/** Sources that name artists: they gave an artist's name, or alone speak of a song that has an artist. */
const ARTIST_SOURCES = `(
      SELECT source FROM provenance WHERE entity = 'artist'
      UNION
      SELECT alone.source
      FROM (
        SELECT song_id, min(source) AS source FROM ${SONGS_SPOKEN_OF} speakers
        GROUP BY song_id
        HAVING count(*) = 1
      ) alone
      JOIN song_artists named ON named.song_id = alone.song_id
    )`;

/**
 * Which artists each source speaks of: a subquery of `artist_id, source`, each pair once. Where a source names artists at
 * all, the first-named artist of each of its songs counts; artists named after it only where the source gave their name.
 */
export const ARTISTS_SPOKEN_OF = `(
      SELECT entity_id AS artist_id, source FROM provenance WHERE entity = 'artist'
      UNION
      SELECT artist_id, source FROM artist_listens
      UNION
      SELECT artist_id, source FROM artist_tags
      UNION
      SELECT artist_id, source FROM metric_snapshots WHERE artist_id IS NOT NULL
      UNION
      SELECT sa.artist_id, so.source
      FROM song_artists sa
      JOIN ${SONGS_SPOKEN_OF} so ON so.song_id = sa.song_id
      JOIN ${ARTIST_SOURCES} names ON names.source = so.source
      WHERE sa.position = 1
    )`;
