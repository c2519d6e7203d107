import { z } from 'zod';
import type {
  AlbumDraft,
  AudioFeatures,
  ReleaseDate,
  TagDraft,
  VideoDraft,
} from '../../domain/draft.js';
import type { RawRecord } from '../../domain/record.js';
import { splitNames } from '../../sources/trackTable/splitNames.js';
import { boundedKey } from '../boundedKey.js';
import { albumDraft, artistDraft, observations, trackDraft } from '../drafts.js';
import { audioColumns, audioFrom } from '../fields/audioColumns.js';
import { field } from '../fields/field.js';
import { Invalid, type Parsed } from '../fields/invalid.js';
import { parseAlbumType } from '../fields/parseAlbumType.js';
import { parseClock, parseDurationIn } from '../fields/parseDuration.js';
import { parseKeyName, parseMode } from '../fields/parseKeyName.js';
import { parseMarkets } from '../fields/parseMarkets.js';
import { parseId } from '../fields/parseId.js';
import { parseName } from '../fields/parseName.js';
import { parseNumber } from '../fields/parseNumber.js';
import { trackColumns as column } from '../fields/trackColumns.js';
import { defineTransform, FieldProblem, releaseDateOf } from '../recordTransform.js';
import { trackIds } from '../trackIds.js';

/** In a file of unknown origin `NA` and `NaN` stand for no name (R, pandas); "None" may be a song. */
const NO_NAME = ['NA', 'NaN', 'nan'];

const name = field((text) => parseName(text, NO_NAME));

const id = field((text) => parseId(text, NO_NAME));

/** Hundredths as a share of one; rounded so that 55 is 0.55 and not 0.55 plus the dust of the division. */
function parsePercent(text: string): Parsed<number | null> {
  const percent = parseNumber(text, { min: 0, max: 100 });
  return percent === null || percent instanceof Invalid
    ? percent
    : Number((percent / 100).toPrecision(15));
}

function parsePopularityShare(text: string): Parsed<number | null> {
  const share = parseNumber(text, { min: 0, max: 1 });
  return share === null || share instanceof Invalid ? share : Number((share * 100).toPrecision(15));
}

const percent = field(parsePercent);

/** Where a field has several names, its column's unit or form decides which of them the source fills in. */
const schema = z.object({
  id: column.trackId,
  isrc: id,
  title: name,
  artists: name,
  artistsByComma: name,
  album: name,
  albumId: id,
  albumType: field(parseAlbumType),
  trackNumber: column.trackNumber,
  released: column.text,
  durationMs: column.durationMs,
  durationS: field((text) => parseDurationIn(text, 1000)),
  durationMin: field((text) => parseDurationIn(text, 60_000)),
  durationClock: field(parseClock),
  explicit: column.boolean,
  markets: field(parseMarkets),
  popularity: column.popularity,
  popularityShare: field(parsePopularityShare),
  streams: column.count,
  listeners: column.count,
  plays: column.count,
  genres: name,
  subgenres: name,
  tags: name,
  playlistId: id,
  playlistName: name,
  ...audioColumns,
  danceabilityPercent: percent,
  energyPercent: percent,
  speechinessPercent: percent,
  acousticnessPercent: percent,
  instrumentalnessPercent: percent,
  livenessPercent: percent,
  valencePercent: percent,
  key: field(parseKeyName),
  mode: field(parseMode),
  views: column.count,
  likes: column.count,
  comments: column.count,
});
type Fields = z.infer<typeof schema>;

/**
 * One row per track of a table whose columns were recognised by name (see `sources/trackTable/`). A table without
 * titles shows its tracks by their ids.
 */
export const trackRowTransform = defineTransform({
  kind: 'track',
  schema,
  draft(fields, record) {
    const ids = trackIds(record, fields.id, fields.isrc);
    const artists = artistNames(fields);
    const title = fields.title ?? ('title' in record.payload ? null : fields.id);
    if (title === null) return new FieldProblem('title', 'is missing');
    if (ids.length === 0 && artists.length === 0) {
      return new FieldProblem('artists', 'must name an artist where the row has no track id');
    }
    const released = releaseDateOf(record, 'released', fields.released);
    if (released instanceof FieldProblem) return released;
    return trackDraft(title, {
      ids,
      artists: artists.map((artist) => artistDraft(artist)),
      album: albumOf(fields, record, released),
      trackNumber: fields.trackNumber,
      released,
      durationMs:
        fields.durationMs ?? fields.durationS ?? fields.durationMin ?? fields.durationClock,
      explicit: fields.explicit,
      markets: fields.markets,
      audio: audioOf(fields),
      tags: tagsOf(fields),
      playlist: playlistOf(fields),
      video: videoOf(fields),
      observations: [
        ...observations('popularity', fields.popularity ?? fields.popularityShare),
        ...observations('streams', fields.streams),
        ...observations('listeners', fields.listeners),
        ...observations('plays', fields.plays),
      ],
    });
  },
});

function artistNames(fields: Fields): readonly string[] {
  if (fields.artists !== null) return splitNames(fields.artists, 'single');
  return fields.artistsByComma === null ? [] : splitNames(fields.artistsByComma, 'commas');
}

function albumOf(
  fields: Fields,
  record: RawRecord,
  released: ReleaseDate | null,
): AlbumDraft | null {
  if (fields.album === null) return null;
  const ids = trackIds(record, fields.albumId, null);
  return albumDraft(fields.album, { ids, type: fields.albumType, released });
}

function audioOf(fields: Fields): AudioFeatures | null {
  return audioFrom({
    ...fields,
    danceability: fields.danceability ?? fields.danceabilityPercent,
    energy: fields.energy ?? fields.energyPercent,
    speechiness: fields.speechiness ?? fields.speechinessPercent,
    acousticness: fields.acousticness ?? fields.acousticnessPercent,
    instrumentalness: fields.instrumentalness ?? fields.instrumentalnessPercent,
    liveness: fields.liveness ?? fields.livenessPercent,
    valence: fields.valence ?? fields.valencePercent,
  });
}

function tagsOf(fields: Fields): readonly TagDraft[] {
  const of = (kind: TagDraft['kind'], cell: string | null) =>
    cell === null ? [] : splitTags(cell).map((tag) => ({ name: tag, kind }));
  return [
    ...of('genre', fields.genres),
    ...of('subgenre', fields.subgenres),
    ...of('tag', fields.tags),
  ];
}

/** Genres part at "|", ";" and every ", ", since no genre has a comma in its name. */
function splitTags(cell: string): readonly string[] {
  return splitNames(cell.replaceAll('|', ';'), 'single').flatMap((part) => part.split(/,\s+/u));
}

function playlistOf({ playlistId, playlistName }: Fields) {
  if (playlistId === null && playlistName === null) return null;
  const id = playlistId ?? boundedKey(playlistName ?? '');
  return { id, name: playlistName ?? id };
}

function videoOf({ views, likes, comments }: Fields): VideoDraft | null {
  if (views === null && likes === null && comments === null) return null;
  return { title: null, channel: null, views, likes, comments, licensed: null, official: null };
}
