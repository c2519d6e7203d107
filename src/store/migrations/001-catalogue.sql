-- Catalogue: who made what. Ids are text and made from the outside identity (`spotify:…`, `name:…`), never from a
-- sequence, so that the same input gives the same rows on every machine. All text sorts by code unit (COLLATE "C"),
-- for the same reason: a server's language must not change an order.

CREATE TABLE artists (
  id text COLLATE "C" PRIMARY KEY,
  name text COLLATE "C" NOT NULL CHECK (name <> ''),
  match_key text COLLATE "C" NOT NULL UNIQUE
);

CREATE TABLE artist_ids (
  scheme text COLLATE "C" NOT NULL,
  value text COLLATE "C" NOT NULL,
  artist_id text COLLATE "C" NOT NULL REFERENCES artists ON DELETE CASCADE,
  PRIMARY KEY (scheme, value)
);

CREATE TABLE albums (
  id text COLLATE "C" PRIMARY KEY,
  title text COLLATE "C" NOT NULL CHECK (title <> ''),
  match_key text COLLATE "C" NOT NULL,
  artist_id text COLLATE "C" REFERENCES artists ON DELETE SET NULL,
  album_type text COLLATE "C" CHECK (album_type IN ('album', 'single', 'compilation')),
  released_on date,
  release_precision text COLLATE "C" CHECK (release_precision IN ('year', 'month', 'day')),
  CHECK ((released_on IS NULL) = (release_precision IS NULL)),
  CHECK (released_on BETWEEN DATE '1860-01-01' AND DATE '2100-12-31')
);
CREATE INDEX albums_match_key ON albums (match_key);

CREATE TABLE album_ids (
  scheme text COLLATE "C" NOT NULL,
  value text COLLATE "C" NOT NULL,
  album_id text COLLATE "C" NOT NULL REFERENCES albums ON DELETE CASCADE,
  PRIMARY KEY (scheme, value)
);
CREATE INDEX album_ids_album ON album_ids (album_id);

CREATE TABLE songs (
  id text COLLATE "C" PRIMARY KEY,
  title text COLLATE "C" NOT NULL CHECK (title <> ''),
  match_key text COLLATE "C" NOT NULL,
  work_key text COLLATE "C" NOT NULL,
  album_id text COLLATE "C" REFERENCES albums ON DELETE SET NULL,
  album_type text COLLATE "C" CHECK (album_type IN ('album', 'single', 'compilation')),
  track_number integer CHECK (track_number > 0),
  released_on date,
  release_precision text COLLATE "C" CHECK (release_precision IN ('year', 'month', 'day')),
  duration_ms integer CHECK (duration_ms > 0),
  explicit boolean,
  markets integer CHECK (markets >= 0),
  CHECK ((released_on IS NULL) = (release_precision IS NULL)),
  CHECK (released_on BETWEEN DATE '1860-01-01' AND DATE '2100-12-31')
);
CREATE INDEX songs_match_key ON songs (match_key);

CREATE TABLE song_ids (
  scheme text COLLATE "C" NOT NULL,
  value text COLLATE "C" NOT NULL,
  song_id text COLLATE "C" NOT NULL REFERENCES songs ON DELETE CASCADE,
  PRIMARY KEY (scheme, value)
);
CREATE INDEX song_ids_song ON song_ids (song_id);

CREATE TABLE song_artists (
  song_id text COLLATE "C" NOT NULL REFERENCES songs ON DELETE CASCADE,
  artist_id text COLLATE "C" NOT NULL REFERENCES artists ON DELETE CASCADE,
  position integer NOT NULL CHECK (position > 0),
  PRIMARY KEY (song_id, artist_id)
);
CREATE INDEX song_artists_artist ON song_artists (artist_id);

CREATE TABLE tags (
  id text COLLATE "C" PRIMARY KEY,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('genre', 'subgenre', 'tag')),
  name text COLLATE "C" NOT NULL CHECK (name <> ''),
  match_key text COLLATE "C" NOT NULL,
  UNIQUE (kind, match_key)
);

CREATE TABLE song_tags (
  song_id text COLLATE "C" NOT NULL REFERENCES songs ON DELETE CASCADE,
  tag_id text COLLATE "C" NOT NULL REFERENCES tags ON DELETE CASCADE,
  source text COLLATE "C" NOT NULL,
  weight integer NOT NULL CHECK (weight > 0),
  PRIMARY KEY (song_id, tag_id, source)
);

CREATE TABLE tag_assignments (
  user_id text COLLATE "C" NOT NULL,
  artist_id text COLLATE "C" NOT NULL REFERENCES artists ON DELETE CASCADE,
  tag_id text COLLATE "C" NOT NULL REFERENCES tags ON DELETE CASCADE,
  source text COLLATE "C" NOT NULL,
  assigned_on date,
  PRIMARY KEY (source, user_id, artist_id, tag_id)
);

CREATE TABLE artist_tags (
  artist_id text COLLATE "C" NOT NULL REFERENCES artists ON DELETE CASCADE,
  tag_id text COLLATE "C" NOT NULL REFERENCES tags ON DELETE CASCADE,
  source text COLLATE "C" NOT NULL,
  weight integer NOT NULL CHECK (weight > 0),
  PRIMARY KEY (artist_id, tag_id, source)
);

CREATE TABLE similar_artists (
  artist_id text COLLATE "C" NOT NULL REFERENCES artists ON DELETE CASCADE,
  similar_id text COLLATE "C" NOT NULL REFERENCES artists ON DELETE CASCADE,
  source text COLLATE "C" NOT NULL,
  similarity double precision NOT NULL CHECK (similarity BETWEEN 0 AND 1),
  PRIMARY KEY (artist_id, similar_id, source),
  CHECK (artist_id <> similar_id)
);

CREATE TABLE audio_features (
  song_id text COLLATE "C" PRIMARY KEY REFERENCES songs ON DELETE CASCADE,
  danceability double precision CHECK (danceability BETWEEN 0 AND 1),
  energy double precision CHECK (energy BETWEEN 0 AND 1),
  key integer CHECK (key BETWEEN -1 AND 11),
  loudness_db double precision CHECK (loudness_db BETWEEN -60 AND 10),
  mode integer CHECK (mode IN (0, 1)),
  speechiness double precision CHECK (speechiness BETWEEN 0 AND 1),
  acousticness double precision CHECK (acousticness BETWEEN 0 AND 1),
  instrumentalness double precision CHECK (instrumentalness BETWEEN 0 AND 1),
  liveness double precision CHECK (liveness BETWEEN 0 AND 1),
  valence double precision CHECK (valence BETWEEN 0 AND 1),
  tempo_bpm double precision CHECK (tempo_bpm BETWEEN 0 AND 300)
);

CREATE TABLE playlists (
  id text COLLATE "C" PRIMARY KEY,
  name text COLLATE "C" NOT NULL,
  source text COLLATE "C" NOT NULL
);

CREATE TABLE playlist_songs (
  playlist_id text COLLATE "C" NOT NULL REFERENCES playlists ON DELETE CASCADE,
  song_id text COLLATE "C" NOT NULL REFERENCES songs ON DELETE CASCADE,
  tag_ids text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (playlist_id, song_id)
);
CREATE INDEX playlist_songs_song ON playlist_songs (song_id);
