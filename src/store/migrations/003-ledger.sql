-- The books: what was read, what became of it, what was refused, and where each value comes from.

CREATE TABLE ingest_runs (
  id text COLLATE "C" PRIMARY KEY,
  source text COLLATE "C" NOT NULL,
  origin text COLLATE "C" NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  status text COLLATE "C" NOT NULL CHECK (status IN ('running', 'done', 'failed')),
  observed_on date,
  started_at timestamptz NOT NULL,
  finished_at timestamptz
);

CREATE TABLE ledger (
  run_id text COLLATE "C" NOT NULL REFERENCES ingest_runs ON DELETE CASCADE,
  source text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  read bigint NOT NULL CHECK (read >= 0),
  loaded bigint NOT NULL CHECK (loaded >= 0),
  updated bigint NOT NULL CHECK (updated >= 0),
  unchanged bigint NOT NULL CHECK (unchanged >= 0),
  duplicate bigint NOT NULL CHECK (duplicate >= 0),
  rejected bigint NOT NULL CHECK (rejected >= 0),
  PRIMARY KEY (run_id, source, kind),
  CHECK (read = loaded + updated + unchanged + duplicate + rejected)
);

CREATE TABLE dead_letters (
  source text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  origin text COLLATE "C" NOT NULL,
  line bigint NOT NULL,
  key text COLLATE "C" NOT NULL,
  field text COLLATE "C" NOT NULL,
  reason text COLLATE "C" NOT NULL,
  value text COLLATE "C" NOT NULL,
  run_id text COLLATE "C" NOT NULL REFERENCES ingest_runs ON DELETE CASCADE,
  PRIMARY KEY (source, kind, origin, line, field)
);

CREATE TABLE provenance (
  entity text COLLATE "C" NOT NULL CHECK (entity IN ('song', 'album', 'artist', 'audio_features')),
  entity_id text COLLATE "C" NOT NULL,
  source text COLLATE "C" NOT NULL,
  fields text[] NOT NULL,
  PRIMARY KEY (entity, entity_id, source)
);
