import type { AlbumType } from '../../domain/draft.js';
import type { SampleArtist } from './sampleArtist.js';
import type { SampleRandom } from './sampleRandom.js';

/** A release of the sample: its songs share date and type. */
export interface SampleRelease {
  readonly id: string;
  readonly type: AlbumType;
  /** Day of the release, as a number of days since 1970-01-01. */
  readonly day: number;
  /** The date as the source gives it: to the day, the month or the year. */
  readonly dateText: string;
  readonly year: number;
  readonly songs: number;
}

const DAY_MS = 86_400_000;
const LAST_YEAR = 2024;
const SINGLE_SHARE = 0.55;
const COMPILATION_SHARE = 0.05;
const FRIDAY_SHARE = 0.45;
const YEAR_ONLY_SHARE = 0.06;
const MONTH_ONLY_SHARE = 0.005;
/** Longest span of an artist's releases, in years. */
const CAREER_YEARS = 16;

/** Draws the releases of an artist until they hold the given number of songs. */
export function drawReleases(
  artist: SampleArtist,
  songs: number,
  random: SampleRandom,
): SampleRelease[] {
  const releases: SampleRelease[] = [];
  let left = songs;
  while (left > 0) {
    const type = drawType(random);
    const size = Math.min(
      left,
      type === 'single' ? 1 + Number(random.chance(0.2)) : 2 + random.integer(5),
    );
    left -= size;
    const id = `b${artist.id.slice(1)}.${String(releases.length + 1).padStart(2, '0')}`;
    releases.push({ id, type, songs: size, ...drawDate(artist, random) });
  }
  return releases;
}

function drawType(random: SampleRandom): AlbumType {
  const draw = random.unit();
  if (draw < SINGLE_SHARE) return 'single';
  return draw < SINGLE_SHARE + COMPILATION_SHARE ? 'compilation' : 'album';
}

/** Year within the career; day of the year and day of the week alike for everybody: both are planted nulls. */
function drawDate(
  artist: SampleArtist,
  random: SampleRandom,
): Pick<SampleRelease, 'day' | 'dateText' | 'year'> {
  const year = Math.min(LAST_YEAR, artist.startYear + random.integer(CAREER_YEARS));
  const first = Date.UTC(year, 0, 1) / DAY_MS;
  const length = Date.UTC(year + 1, 0, 1) / DAY_MS - first;
  let day = first + random.integer(length);
  if (random.chance(FRIDAY_SHARE)) day = fridayOfWeek(day, first, length);
  const iso = new Date(day * DAY_MS).toISOString().slice(0, 10);
  const draw = random.unit();
  if (draw < YEAR_ONLY_SHARE) return { day, year, dateText: iso.slice(0, 4) };
  if (draw < YEAR_ONLY_SHARE + MONTH_ONLY_SHARE) return { day, year, dateText: iso.slice(0, 7) };
  return { day, year, dateText: iso };
}

/** The Friday of the same week if it lies in the same year, else the day itself. */
function fridayOfWeek(day: number, first: number, length: number): number {
  const weekday = (((day + 3) % 7) + 7) % 7; // 0 is Monday
  const friday = day + 4 - weekday;
  return friday >= first && friday < first + length ? friday : day;
}
