import { AppError } from '../../errors.js';
import type { FeatureContext } from '../../features/featureContext.js';
import { dayNumber } from '../../features/dayNumber.js';
import { FEATURES } from '../../features/index.js';
import type { SongRecord } from '../../store/queries/songRecords.js';
import { Invalid } from '../../transform/fields/invalid.js';
import { parseReleaseDate } from '../../transform/fields/parseReleaseDate.js';
import { nearestNames } from '../recommend/nearestNames.js';
import { albumKey, artistKey } from './nameKeys.js';
import type { SavedFeature } from './savedFeature.js';

/** Where a song of a request stands, for messages. */
export interface RequestPlace {
  readonly file: string;
  /** 1-based, without the header. */
  readonly row: number;
}

/** One song as a user describes it: fields by name; null or an empty text for what is not known. */
export type SongFields = Readonly<Record<string, unknown>>;

/** A song that was checked: its inputs in the terms of the model. */
export interface SongRequest {
  readonly title: string | null;
  /** Popularity as the request gives it, to set beside the prediction. */
  readonly actual: number | null;
  /** Per feature a number, a level, or null where it is missing. */
  readonly values: ReadonlyMap<string, number | string | null>;
}

/** Fields that stand for several features, and which these are. */
const DERIVED: Readonly<Record<string, readonly string[]>> = {
  release_date: [
    'release_year',
    'release_month',
    'release_weekday',
    'release_precision',
    'is_friday',
    'is_fourth_quarter',
    'decade',
    'days_since_release',
  ],
  duration_ms: ['duration_minutes'],
  title: ['title_has_feat', 'title_is_remix', 'title_is_live'],
};

/** Fields that every model understands besides its own features. */
export const SONG_FIELDS = [
  'id',
  'title',
  'artist',
  'album',
  'release_date',
  'duration_ms',
  'popularity',
] as const;

/** Features that are the logarithm of one more than the feature of the rest of their name. */
const LOGARITHM = 'log1p_';

/**
 * The field by which a reader knows a feature: the release date for its year, its month and so on.
 *
 * @example
 * fieldOf('release_year'); // 'release_date'
 */
export function fieldOf(feature: string): string {
  const found = Object.entries(DERIVED).find(([, ids]) => ids.includes(feature));
  return found ? found[0] : feature.replace(LOGARITHM, '');
}

/**
 * Checks a song of a request against what a model knows, and derives what follows from its release date, length and
 * title.
 *
 * @param asOf ISO date that no release may lie after, and from which ages are counted
 * @throws AppError 'input' naming file, row and field where a field is unknown, out of range or of the wrong kind
 */
export function songRequest(
  fields: SongFields,
  features: readonly SavedFeature[],
  asOf: string,
  place: RequestPlace,
): SongRequest {
  const reader = new FieldReader(fields, asOf, place);
  reader.requireKnown([...SONG_FIELDS, ...features.map(({ id }) => id)]);
  const derived = derivedValues(reader, asOf);
  const [artist, album] = [reader.text('artist'), reader.text('album')];
  const values = features.map((feature): [string, number | string | null] => {
    const { id, kind } = feature;
    if (id === 'artist') return [id, artistKey(artist)];
    if (id === 'album') return [id, albumKey(artist, album)];
    const given = kind === 'category' ? reader.text(id) : reader.number(feature);
    return [id, given ?? derived.get(id) ?? null];
  });
  const byId = new Map(values);
  for (const [id, value] of values) {
    const plain = id.startsWith(LOGARITHM) ? byId.get(id.slice(LOGARITHM.length)) : null;
    if (value === null && typeof plain === 'number') byId.set(id, Math.log1p(plain));
  }
  return { title: reader.text('title'), actual: reader.popularity(), values: byId };
}

/** What features make of the release date, the length and the title, where they are given. */
function derivedValues(reader: FieldReader, asOf: string): Map<string, number | string | null> {
  const released = reader.releaseDate();
  const title = reader.text('title');
  const durationMs = reader.duration();
  const given = Object.entries({ release_date: released, duration_ms: durationMs, title });
  const ids = given.flatMap(([field, value]) => (value === null ? [] : DERIVED[field]));
  const song = { ...NOTHING_KNOWN, title: title ?? '', released, durationMs };
  const values = new Map<string, number | string | null>();
  for (const feature of FEATURES) {
    if (!ids.includes(feature.id)) continue;
    const value = feature.compute(song, NO_STORE);
    values.set(feature.id, typeof value === 'boolean' ? Number(value) : value);
  }
  if (released?.precision === 'day') {
    values.set('days_since_release', dayNumber(asOf) - dayNumber(released.on));
  }
  return values;
}

const NOTHING_KNOWN: SongRecord = {
  id: '',
  title: '',
  workKey: '',
  artistId: null,
  artist: null,
  artistCount: 0,
  albumId: null,
  album: null,
  albumType: null,
  trackNumber: null,
  released: null,
  durationMs: null,
  explicit: null,
  markets: null,
  playlists: 0,
  audio: null,
  genres: [],
  observations: [],
  video: null,
};

const NO_STORE: FeatureContext = {
  artist: () => null,
  albumSongs: () => null,
  genre: () => null,
  asOf: () => '',
};

const POPULARITY = { id: 'popularity', isFlag: false, lowest: 0, highest: 100 } as const;
const DURATION = { id: 'duration_ms', isFlag: false, lowest: 1, highest: null } as const;

class FieldReader {
  constructor(
    readonly fields: SongFields,
    readonly asOf: string,
    readonly place: RequestPlace,
  ) {}

  requireKnown(known: readonly string[]): void {
    const unknown = Object.keys(this.fields).find((field) => !known.includes(field));
    if (unknown === undefined) return;
    const [nearest] = nearestNames(unknown, known, 1);
    const names = [...new Set(known)].sort().join(', ');
    const hint =
      nearest === undefined ? `the model knows: ${names}` : `did you mean "${known[nearest]}"?`;
    throw new AppError('input', `${this.#where()}: unknown field "${unknown}"`, hint);
  }

  text(field: string): string | null {
    const value = this.fields[field] ?? null;
    if (value === null || value === '') return null;
    if (typeof value === 'string') return value;
    return this.#refuse(field, 'a text');
  }

  /** A number within its bounds; yes and no count as 1 and 0 where the feature is one of these. */
  number({
    id,
    isFlag,
    lowest,
    highest,
  }: Pick<SavedFeature, 'id' | 'isFlag' | 'lowest' | 'highest'>): number | null {
    const value = this.fields[id] ?? null;
    if (value === null || value === '') return null;
    const bounds = boundsInWords(lowest, highest);
    const number = isFlag ? flagOf(value) : numberOf(value);
    const isWithin = number >= (lowest ?? -Infinity) && number <= (highest ?? Infinity);
    if (Number.isFinite(number) && isWithin) return number;
    return this.#refuse(id, isFlag ? 'true or false' : `a number${bounds}`);
  }

  popularity(): number | null {
    return this.number(POPULARITY);
  }

  duration(): number | null {
    return this.number(DURATION);
  }

  releaseDate(): SongRecord['released'] {
    const text = this.text('release_date');
    if (text === null) return null;
    const date = parseReleaseDate(text, this.asOf);
    if (date instanceof Invalid)
      return this.#refuse('release_date', date.reason.replace(/^must be /u, ''));
    if (date !== null && date.on > this.asOf) {
      return this.#refuse('release_date', `no later than ${this.asOf}`);
    }
    return date;
  }

  #refuse(field: string, requirement: string): never {
    const got = JSON.stringify(this.fields[field]);
    throw new AppError('input', `${this.#where()}: ${field} must be ${requirement}, got ${got}`);
  }

  #where(): string {
    return `${this.place.file}, row ${this.place.row}`;
  }
}

function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
}

function flagOf(value: unknown): number {
  const text = String(value).toLowerCase();
  if (text === 'true') return 1;
  return text === 'false' ? 0 : numberOf(value);
}

function boundsInWords(lowest: number | null, highest: number | null): string {
  if (lowest !== null && highest !== null) return ` from ${lowest} to ${highest}`;
  if (lowest !== null) return ` of at least ${lowest}`;
  return highest === null ? '' : ` of at most ${highest}`;
}
