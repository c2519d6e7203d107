import type { Unit } from '../../domain/unit.js';

/** How numbers of a unit are written. */
export interface UnitRule {
  /** Decimals where no interval says otherwise. Whole numbers of units that can be counted show none. */
  readonly decimals: number;
  /** Words after the number, for one and for any other; empty for plain numbers. */
  readonly one: string;
  readonly many: string;
  /** Written against the number without a space. */
  readonly sign?: '%';
  /** Counted things: whole numbers without decimals; "million" and "billion" from a million on. */
  readonly counted?: true;
}

const counted = (one: string, many: string): UnitRule => ({
  decimals: 1,
  one,
  many,
  counted: true,
});
const worded = (decimals: number, one: string, many: string): UnitRule => ({ decimals, one, many });
const plain = (decimals: number): UnitRule => ({ decimals, one: '', many: '' });

/** One rule for every unit of the domain; the compiler refuses a unit without a rule. */
export const UNIT_RULES: Readonly<Record<Unit, UnitRule>> = {
  points: worded(1, 'point', 'points'),
  percent: { decimals: 1, one: '', many: '', sign: '%' },
  'percentage-points': worded(1, 'percentage point', 'percentage points'),
  ratio: plain(2),
  times: plain(1),
  correlation: plain(2),
  index: plain(2),
  count: counted('', ''),
  songs: counted('song', 'songs'),
  artists: counted('artist', 'artists'),
  albums: counted('album', 'albums'),
  users: counted('user', 'users'),
  listeners: counted('listener', 'listeners'),
  plays: counted('play', 'plays'),
  streams: counted('stream', 'streams'),
  views: counted('view', 'views'),
  likes: counted('like', 'likes'),
  comments: counted('comment', 'comments'),
  'plays-per-listener': worded(1, 'play per listener', 'plays per listener'),
  'likes-per-1000-views': worded(1, 'like per 1,000 views', 'likes per 1,000 views'),
  'comments-per-1000-views': worded(2, 'comment per 1,000 views', 'comments per 1,000 views'),
  'points-per-decade': worded(1, 'point per decade', 'points per decade'),
  'percentage-points-per-year': worded(
    2,
    'percentage point per year',
    'percentage points per year',
  ),
  years: worded(1, 'year', 'years'),
  days: worded(0, 'day', 'days'),
  minutes: worded(1, 'minute', 'minutes'),
  milliseconds: worded(0, 'ms', 'ms'),
  decibels: worded(1, 'dB', 'dB'),
  'beats-per-minute': worded(0, 'bpm', 'bpm'),
  rank: plain(0),
  year: plain(0),
  date: plain(0),
  text: plain(2),
};
