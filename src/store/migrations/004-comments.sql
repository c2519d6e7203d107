-- What every table and column means, in which unit, and where it comes from. docs/DATA_DICTIONARY.md is made of this.

COMMENT ON TABLE schema_migrations IS 'One row per schema step that was applied to this store.';
COMMENT ON COLUMN schema_migrations.name IS 'File name of the step.';
COMMENT ON COLUMN schema_migrations.checksum IS 'SHA-256 of the step''s text when it was applied.';
COMMENT ON COLUMN schema_migrations.applied_at IS 'When it was applied (UTC).';

COMMENT ON TABLE artists IS 'One row per artist. Two spellings with the same match_key are one artist.';
COMMENT ON COLUMN artists.id IS 'Made from the outside identity: `scheme:value` of the first known id, else `name:` and the match key.';
COMMENT ON COLUMN artists.name IS 'Name as the most trusted source writes it.';
COMMENT ON COLUMN artists.match_key IS 'Normalised name: NFKD, combining marks removed, case folded, punctuation to spaces. Beyond 200 characters its end is hashed.';

COMMENT ON TABLE artist_ids IS 'One row per id that some scheme gives an artist.';
COMMENT ON COLUMN artist_ids.scheme IS 'Who gave the id: spotify, musicbrainz, lastfm-2k, sample.';
COMMENT ON COLUMN artist_ids.value IS 'The id within its scheme.';
COMMENT ON COLUMN artist_ids.artist_id IS 'The artist it names.';

COMMENT ON TABLE albums IS 'One row per album, single or compilation that a song was released on.';
COMMENT ON COLUMN albums.id IS 'Made from the outside identity: `spotify:…`, else `name:` and the match key.';
COMMENT ON COLUMN albums.title IS 'Title as the most trusted source writes it.';
COMMENT ON COLUMN albums.match_key IS 'Normalised `artist / title`. Without an artist the song stands in its place.';
COMMENT ON COLUMN albums.artist_id IS 'First artist of the first song loaded from the album; for compilations one of many. Null where no source names an artist.';
COMMENT ON COLUMN albums.album_type IS 'album, single or compilation, as a source says that lists songs on this album (spotify_youtube); null where none says.';
COMMENT ON COLUMN albums.released_on IS 'Release date; the first day of the period where only month or year is known.';
COMMENT ON COLUMN albums.release_precision IS 'How much of released_on is known: year, month or day.';

COMMENT ON TABLE album_ids IS 'One row per id that some scheme gives an album.';
COMMENT ON COLUMN album_ids.scheme IS 'Who gave the id: spotify, sample.';
COMMENT ON COLUMN album_ids.value IS 'The id within its scheme.';
COMMENT ON COLUMN album_ids.album_id IS 'The album it names.';

COMMENT ON TABLE songs IS 'One row per song: per outside id where there is one, else per artist, title and length. Two ids of one scheme are two songs, and so are two records without an id of one source whose lengths differ by more than 2 s.';
COMMENT ON COLUMN songs.id IS 'Made from the outside identity: `spotify:…`, else `name:` and the match key, else (for a further song of that key) its `record:` id.';
COMMENT ON COLUMN songs.title IS 'Title as the most trusted source writes it, with "feat." and remaster suffixes.';
COMMENT ON COLUMN songs.match_key IS 'Normalised `artist / title` without "feat." and remaster suffixes: what records without an id are matched by. Without an artist the song''s id stands in its place.';
COMMENT ON COLUMN songs.work_key IS 'Coarser than match_key: also without what stands in brackets or after " - ". Versions of one work by one artist share it.';
COMMENT ON COLUMN songs.album_id IS 'Album of the song in the most trusted source; null where no source names one.';
COMMENT ON COLUMN songs.album_type IS 'Kind of release that the most trusted source that says lists the song on: album, single or compilation. That release need not be album_id: a source that names an album may not say of what kind it is. Null where no source says.';
COMMENT ON COLUMN songs.track_number IS 'Position on the album, from 1.';
COMMENT ON COLUMN songs.released_on IS 'Release date of the song or its album; the first day of the period where only month or year is known.';
COMMENT ON COLUMN songs.release_precision IS 'How much of released_on is known: year, month or day.';
COMMENT ON COLUMN songs.duration_ms IS 'Length in milliseconds.';
COMMENT ON COLUMN songs.explicit IS 'Whether Spotify marks the lyrics as explicit.';
COMMENT ON COLUMN songs.markets IS 'Number of countries in which Spotify offers the song.';

COMMENT ON TABLE song_ids IS 'One row per id that some scheme gives a song.';
COMMENT ON COLUMN song_ids.scheme IS 'Who gave the id: spotify, isrc, youtube, table, sample; `record` for a record without an id, which is remembered by its key in its source.';
COMMENT ON COLUMN song_ids.value IS 'The id within its scheme; for `record` the source, the length the record gives (ms) and the record''s key.';
COMMENT ON COLUMN song_ids.song_id IS 'The song it names.';

COMMENT ON TABLE song_artists IS 'One row per song and artist.';
COMMENT ON COLUMN song_artists.song_id IS 'The song.';
COMMENT ON COLUMN song_artists.artist_id IS 'One of its artists.';
COMMENT ON COLUMN song_artists.position IS 'Order in which the artists are named, from 1; the first is the main artist.';

COMMENT ON TABLE tags IS 'One row per genre, subgenre or free tag.';
COMMENT ON COLUMN tags.id IS 'Kind and match key: `genre:pop`.';
COMMENT ON COLUMN tags.kind IS 'genre and subgenre come from catalogues and playlists, tag from listeners.';
COMMENT ON COLUMN tags.name IS 'Name as first written.';
COMMENT ON COLUMN tags.match_key IS 'Name in lower case, hyphens and low lines to spaces.';

COMMENT ON TABLE song_tags IS 'One row per song, tag and source that gives it.';
COMMENT ON COLUMN song_tags.song_id IS 'The song.';
COMMENT ON COLUMN song_tags.tag_id IS 'Its tag.';
COMMENT ON COLUMN song_tags.source IS 'Source that gives the tag.';
COMMENT ON COLUMN song_tags.weight IS 'Number of the source''s playlists that give the song the tag; 1 where the source has no playlists.';

COMMENT ON TABLE tag_assignments IS 'One row per user, artist and tag: a user of Last.fm gave the artist the tag.';
COMMENT ON COLUMN tag_assignments.user_id IS 'The user''s number within the source; not a person''s name.';
COMMENT ON COLUMN tag_assignments.artist_id IS 'The artist that was tagged.';
COMMENT ON COLUMN tag_assignments.tag_id IS 'The tag that was given.';
COMMENT ON COLUMN tag_assignments.source IS 'Source of the assignment.';
COMMENT ON COLUMN tag_assignments.assigned_on IS 'Day of the assignment; null where the source gives none.';

COMMENT ON TABLE artist_tags IS 'One row per artist, tag and source; counted from tag_assignments.';
COMMENT ON COLUMN artist_tags.artist_id IS 'The artist.';
COMMENT ON COLUMN artist_tags.tag_id IS 'Its tag.';
COMMENT ON COLUMN artist_tags.source IS 'Source of the assignments.';
COMMENT ON COLUMN artist_tags.weight IS 'Number of users who gave the artist the tag.';

COMMENT ON TABLE similar_artists IS 'One row per artist, similar artist and source; empty until a source says which artists are similar.';
COMMENT ON COLUMN similar_artists.artist_id IS 'The artist.';
COMMENT ON COLUMN similar_artists.similar_id IS 'An artist similar to it.';
COMMENT ON COLUMN similar_artists.source IS 'Source of the statement.';
COMMENT ON COLUMN similar_artists.similarity IS 'From 0 (not similar) to 1 (the same), as the source measures it.';

COMMENT ON TABLE audio_features IS 'One row per song with audio features: Spotify''s measurements of the recording.';
COMMENT ON COLUMN audio_features.song_id IS 'The song.';
COMMENT ON COLUMN audio_features.danceability IS 'How suitable for dancing, 0–1.';
COMMENT ON COLUMN audio_features.energy IS 'Perceived intensity and activity, 0–1.';
COMMENT ON COLUMN audio_features.key IS 'Pitch class, 0 = C to 11 = B; -1 where none was detected.';
COMMENT ON COLUMN audio_features.loudness_db IS 'Average loudness in decibels relative to full scale, usually -60 to 0.';
COMMENT ON COLUMN audio_features.mode IS '1 = major, 0 = minor.';
COMMENT ON COLUMN audio_features.speechiness IS 'Presence of spoken words, 0–1.';
COMMENT ON COLUMN audio_features.acousticness IS 'Confidence that the recording is acoustic, 0–1.';
COMMENT ON COLUMN audio_features.instrumentalness IS 'Confidence that there is no singing, 0–1.';
COMMENT ON COLUMN audio_features.liveness IS 'Presence of an audience, 0–1.';
COMMENT ON COLUMN audio_features.valence IS 'Musical positiveness, 0–1.';
COMMENT ON COLUMN audio_features.tempo_bpm IS 'Estimated tempo in beats per minute.';

COMMENT ON TABLE playlists IS 'One row per playlist that a source read songs from.';
COMMENT ON COLUMN playlists.id IS 'Source and the playlist''s id within it: `spotify_songs:37i9…`.';
COMMENT ON COLUMN playlists.name IS 'Name as first written.';
COMMENT ON COLUMN playlists.source IS 'Source that read it.';

COMMENT ON TABLE playlist_songs IS 'One row per song on a playlist. A song on several playlists is a fact about them, not a duplicate.';
COMMENT ON COLUMN playlist_songs.playlist_id IS 'The playlist.';
COMMENT ON COLUMN playlist_songs.song_id IS 'A song on it.';
COMMENT ON COLUMN playlist_songs.tag_ids IS 'Ids of the genre and subgenre tags that the playlist gives its songs; song_tags.weight counts them.';

COMMENT ON TABLE metric_snapshots IS 'One row per song or artist, metric, source and day: what a source saw on that day. Never averaged across sources.';
COMMENT ON COLUMN metric_snapshots.song_id IS 'The song observed; null where an artist was.';
COMMENT ON COLUMN metric_snapshots.artist_id IS 'The artist observed; null where a song was.';
COMMENT ON COLUMN metric_snapshots.metric IS 'popularity (Spotify''s score, 0–100 points), streams, listeners, plays or followers (counts since release).';
COMMENT ON COLUMN metric_snapshots.source IS 'Source that saw it.';
COMMENT ON COLUMN metric_snapshots.observed_on IS 'Day the value speaks of.';
COMMENT ON COLUMN metric_snapshots.value IS 'The value, in the unit of its metric.';

COMMENT ON TABLE video_stats IS 'One row per song, source and day: the song''s video on YouTube. The match of song and video is the source''s and sometimes wrong.';
COMMENT ON COLUMN video_stats.song_id IS 'The song.';
COMMENT ON COLUMN video_stats.source IS 'Source that matched and read the video.';
COMMENT ON COLUMN video_stats.observed_on IS 'Day the counts speak of.';
COMMENT ON COLUMN video_stats.title IS 'Title of the video.';
COMMENT ON COLUMN video_stats.channel IS 'Channel that published it.';
COMMENT ON COLUMN video_stats.views IS 'Views since publication.';
COMMENT ON COLUMN video_stats.likes IS 'Likes since publication.';
COMMENT ON COLUMN video_stats.comments IS 'Comments since publication.';
COMMENT ON COLUMN video_stats.licensed IS 'Whether the video is licensed content.';
COMMENT ON COLUMN video_stats.official IS 'Whether the video is the official one.';

COMMENT ON TABLE artist_listens IS 'One row per user and artist: how often the user played the artist. Last.fm 2K lists at most 50 artists of a user.';
COMMENT ON COLUMN artist_listens.user_id IS 'The user''s number within the source; not a person''s name.';
COMMENT ON COLUMN artist_listens.artist_id IS 'The artist.';
COMMENT ON COLUMN artist_listens.source IS 'Source of the count.';
COMMENT ON COLUMN artist_listens.artist_ref IS 'The artist''s id in the source, as `scheme:value`.';
COMMENT ON COLUMN artist_listens.plays IS 'Number of plays, over all spellings of the artist.';

COMMENT ON TABLE artist_listen_spellings IS 'One row per further id under which a user played the same artist; its plays are part of artist_listens.plays.';
COMMENT ON COLUMN artist_listen_spellings.user_id IS 'The user''s number within the source.';
COMMENT ON COLUMN artist_listen_spellings.artist_id IS 'The artist.';
COMMENT ON COLUMN artist_listen_spellings.source IS 'Source of the count.';
COMMENT ON COLUMN artist_listen_spellings.artist_ref IS 'The further id, as `scheme:value`.';
COMMENT ON COLUMN artist_listen_spellings.plays IS 'Number of plays under that id.';

COMMENT ON TABLE ingest_runs IS 'One row per reading of an input.';
COMMENT ON COLUMN ingest_runs.id IS 'Unique name of the run.';
COMMENT ON COLUMN ingest_runs.source IS 'Source that was read.';
COMMENT ON COLUMN ingest_runs.origin IS 'File or folder without its path, or address.';
COMMENT ON COLUMN ingest_runs.sha256 IS 'SHA-256 of the input.';
COMMENT ON COLUMN ingest_runs.status IS 'running, done or failed. A run that was killed stays running until the input is read again, and left nothing else behind.';
COMMENT ON COLUMN ingest_runs.observed_on IS 'Day the observations of the run speak of; null where each has its own.';
COMMENT ON COLUMN ingest_runs.started_at IS 'Start (UTC).';
COMMENT ON COLUMN ingest_runs.finished_at IS 'End (UTC); null while it is running, and where it was interrupted.';

COMMENT ON TABLE ledger IS 'One row per run, source and kind of record: read = loaded + updated + unchanged + duplicate + rejected.';
COMMENT ON COLUMN ledger.run_id IS 'The run.';
COMMENT ON COLUMN ledger.source IS 'Source of the records.';
COMMENT ON COLUMN ledger.kind IS 'Kind of record, such as playlist_track or listen.';
COMMENT ON COLUMN ledger.read IS 'Records read.';
COMMENT ON COLUMN ledger.loaded IS 'Records whose own row was new.';
COMMENT ON COLUMN ledger.updated IS 'Records that added to or changed what was there.';
COMMENT ON COLUMN ledger.unchanged IS 'Records that said nothing new.';
COMMENT ON COLUMN ledger.duplicate IS 'Records that said nothing new and whose key came before in the same run.';
COMMENT ON COLUMN ledger.rejected IS 'Records that could not become data; each stands in dead_letters.';

COMMENT ON TABLE dead_letters IS 'One row per record that could not become data, with the reason. Reading the file again replaces its rows.';
COMMENT ON COLUMN dead_letters.source IS 'Source of the record.';
COMMENT ON COLUMN dead_letters.kind IS 'Kind of record.';
COMMENT ON COLUMN dead_letters.origin IS 'File name without its path, or address.';
COMMENT ON COLUMN dead_letters.line IS 'Line of the record''s first character, from 1, or item number.';
COMMENT ON COLUMN dead_letters.key IS 'The record''s key in its source.';
COMMENT ON COLUMN dead_letters.field IS 'Field that broke a requirement.';
COMMENT ON COLUMN dead_letters.reason IS 'The requirement, in words.';
COMMENT ON COLUMN dead_letters.value IS 'What was got, cut at 200 characters.';
COMMENT ON COLUMN dead_letters.run_id IS 'Run that read it last.';

COMMENT ON TABLE provenance IS 'One row per entity and source: which of the stored values came from which source.';
COMMENT ON COLUMN provenance.entity IS 'song, album, artist or audio_features.';
COMMENT ON COLUMN provenance.entity_id IS 'Id of the song, album or artist; for audio_features the song''s.';
COMMENT ON COLUMN provenance.source IS 'The source.';
COMMENT ON COLUMN provenance.fields IS 'Names of the fields whose stored value is the source''s; empty where all of them were replaced by better ones.';
