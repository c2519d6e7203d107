/**
 * The fields of a table of tracks and the column names that public files use for each, best first. Names are
 * compared in lower case with everything but letters, digits and "%" removed, so `Track Name`, `track_name` and
 * `trackName` are one. `transform/kinds/trackRowTransform` reads records in these fields.
 */
export interface TrackField {
  readonly id: string;
  readonly meaning: string;
  readonly aliases: readonly string[];
  /** Values in 0–1 or 0–100, told apart by looking at them. */
  readonly scaled?: true;
}

const field = (id: string, meaning: string, ...aliases: string[]): TrackField => ({
  id,
  meaning,
  aliases,
});

const scaled = (id: string, meaning: string, ...aliases: string[]): TrackField => ({
  ...field(id, meaning, ...aliases),
  scaled: true,
});

export const AUDIO_SHARES = [
  'danceability',
  'energy',
  'speechiness',
  'acousticness',
  'instrumentalness',
  'liveness',
  'valence',
] as const;

export const TRACK_FIELDS: readonly TrackField[] = [
  field(
    'id',
    'track id, Spotify URI or address',
    'track_id',
    'spotify_id',
    'spotify_track_id',
    'track_uri',
    'spotify_track_uri',
    'uri',
    'track_url',
    'spotify_url',
    'id',
  ),
  field('isrc', 'international standard recording code', 'isrc'),
  field(
    'title',
    'name of the track',
    'track_name',
    'track_title',
    'song_name',
    'song_title',
    'name',
    'title',
    'song',
    'track',
  ),
  field(
    'artists',
    'name of the artist or artists',
    'artists',
    'artist_names',
    'artists_names',
    'artist(s)_name',
    'artist_name',
    'track_artist',
    'track_artists',
    'artist',
    'performer',
  ),
  field('album', 'name of the album', 'track_album_name', 'album_name', 'album_title', 'album'),
  field('albumId', 'id of the album', 'track_album_id', 'album_id', 'album_uri'),
  field('albumType', 'album, single or compilation', 'album_type'),
  field('trackNumber', 'position on the album', 'track_number', 'track_no'),
  field(
    'released',
    'release date, or its year',
    'release_date',
    'track_album_release_date',
    'album_release_date',
    'released',
    'release_year',
    'released_year',
    'year',
  ),
  field(
    'duration',
    'length of the track',
    'duration_ms',
    'track_duration_ms',
    'duration',
    'track_duration',
    'duration_min',
    'duration_minutes',
    'duration_s',
    'duration_sec',
    'duration_seconds',
    'length',
    'length_duration',
  ),
  field(
    'explicit',
    'whether the lyrics are marked explicit',
    'explicit',
    'is_explicit',
    'track_explicit',
  ),
  field(
    'markets',
    'number of markets, or their list',
    'available_markets',
    'available_market',
    'markets',
    'n_markets',
  ),
  scaled(
    'popularity',
    'popularity when observed',
    'track_popularity',
    'popularity',
    'song_popularity',
    'spotify_popularity',
  ),
  field(
    'streams',
    'streams when observed',
    'streams',
    'stream',
    'spotify_streams',
    'total_streams',
  ),
  field('listeners', 'listeners when observed', 'listeners', 'listener_count', 'lastfm_listeners'),
  field('plays', 'plays when observed', 'plays', 'playcount', 'play_count', 'lastfm_plays'),
  field(
    'genres',
    'genre or genres',
    'playlist_genre',
    'track_genre',
    'genres',
    'genre',
    'artist_genres',
    'top_genre',
  ),
  field(
    'subgenres',
    'subgenre or subgenres',
    'playlist_subgenre',
    'subgenres',
    'subgenre',
    'sub_genre',
  ),
  field('tags', 'tags', 'tags', 'lastfm_tags'),
  field('playlistId', 'id of the playlist the row speaks of', 'playlist_id', 'playlist_uri'),
  field('playlistName', 'name of that playlist', 'playlist_name', 'playlist'),
  ...AUDIO_SHARES.map((id) => scaled(id, `Spotify's ${id}`, id, `${id}_%`)),
  field('key', 'pitch class 0–11 or the name of the key', 'key'),
  field('mode', 'major (1) or minor (0)', 'mode'),
  field('loudness', 'loudness in dB', 'loudness', 'loudness_db', 'loadness'),
  field('tempo', 'beats per minute', 'tempo', 'bpm', 'tempo_bpm', 'beats_per_minute_bpm'),
  field('views', 'views of the video', 'views', 'youtube_views', 'view_count'),
  field('likes', 'likes of the video', 'likes', 'youtube_likes', 'like_count'),
  field('comments', 'comments on the video', 'comments', 'youtube_comments', 'comment_count'),
];

/** The form in which column names are compared. */
export function columnKey(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}%]+/gu, '');
}
