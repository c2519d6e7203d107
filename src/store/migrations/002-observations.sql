-- Observations: what a source saw on a day. The same song can carry several; they are never averaged across sources.

CREATE TABLE metric_snapshots (
  song_id text COLLATE "C" REFERENCES songs ON DELETE CASCADE,
  artist_id text COLLATE "C" REFERENCES artists ON DELETE CASCADE,
  metric text COLLATE "C" NOT NULL CHECK (metric IN ('popularity', 'streams', 'listeners', 'plays', 'followers')),
  source text COLLATE "C" NOT NULL,
  observed_on date NOT NULL,
  value double precision NOT NULL CHECK (value >= 0),
  CHECK ((song_id IS NULL) <> (artist_id IS NULL)),
  CHECK (metric <> 'popularity' OR value <= 100)
);
CREATE UNIQUE INDEX metric_snapshots_song ON metric_snapshots (song_id, metric, source, observed_on)
  WHERE song_id IS NOT NULL;
CREATE UNIQUE INDEX metric_snapshots_artist ON metric_snapshots (artist_id, metric, source, observed_on)
  WHERE artist_id IS NOT NULL;

CREATE TABLE video_stats (
  song_id text COLLATE "C" NOT NULL REFERENCES songs ON DELETE CASCADE,
  source text COLLATE "C" NOT NULL,
  observed_on date NOT NULL,
  title text COLLATE "C",
  channel text COLLATE "C",
  views bigint CHECK (views >= 0),
  likes bigint CHECK (likes >= 0),
  comments bigint CHECK (comments >= 0),
  licensed boolean,
  official boolean,
  PRIMARY KEY (song_id, source, observed_on)
);

CREATE TABLE artist_listens (
  user_id text COLLATE "C" NOT NULL,
  artist_id text COLLATE "C" NOT NULL REFERENCES artists ON DELETE CASCADE,
  source text COLLATE "C" NOT NULL,
  artist_ref text COLLATE "C" NOT NULL,
  plays bigint NOT NULL CHECK (plays > 0),
  PRIMARY KEY (source, user_id, artist_id)
);
CREATE INDEX artist_listens_artist ON artist_listens (artist_id);

-- A source may know one artist under two ids that differ in spelling only. The plays under the further ids are part of
-- artist_listens.plays; they are kept here as well, so that loading the same file again adds nothing.
CREATE TABLE artist_listen_spellings (
  user_id text COLLATE "C" NOT NULL,
  artist_id text COLLATE "C" NOT NULL REFERENCES artists ON DELETE CASCADE,
  source text COLLATE "C" NOT NULL,
  artist_ref text COLLATE "C" NOT NULL,
  plays bigint NOT NULL CHECK (plays > 0),
  PRIMARY KEY (source, user_id, artist_id, artist_ref)
);
