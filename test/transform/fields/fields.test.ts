import { describe, expect, it } from 'vitest';
import { Invalid } from '../../../src/transform/fields/invalid.js';
import { parseAlbumType } from '../../../src/transform/fields/parseAlbumType.js';
import { parseBoolean } from '../../../src/transform/fields/parseBoolean.js';
import { parseClock, parseDurationIn } from '../../../src/transform/fields/parseDuration.js';
import { parseKeyName, parseMode } from '../../../src/transform/fields/parseKeyName.js';
import { parseMarkets } from '../../../src/transform/fields/parseMarkets.js';
import { parseName } from '../../../src/transform/fields/parseName.js';
import { parseNumber, parseWholeNumber } from '../../../src/transform/fields/parseNumber.js';
import { parseReleaseDate } from '../../../src/transform/fields/parseReleaseDate.js';
import {
  parseDurationMs,
  parseKey,
  parseTempo,
  parseTrackId,
} from '../../../src/transform/fields/trackColumns.js';

/** The reason, or the value. */
const shown = (parsed: unknown) => (parsed instanceof Invalid ? parsed.reason : parsed);

describe('parseNumber', () => {
  it.each([
    ['0.5', 0.5],
    [' 12 ', 12],
    ['0012', 12],
    ['1e3', 1000],
    ['-0', 0],
    ['.5', 0.5],
    ['5.', 5],
    ['1e309', 'must be a finite number'],
    ['-1e999', 'must be a finite number'],
    ['1,234', 'must be a number without thousands separators'],
    ['1 234', 'must be a number without thousands separators'],
    ['1,5', 'must be a number'],
    ['0x10', 'must be a number'],
    ['Infinity', 'must be a number'],
    ['twelve', 'must be a number'],
    ['', null],
    ['NaN', null],
    ['NA', null],
    ['n/a', null],
    ['null', null],
    ['None', null],
    ['<NA>', null],
  ])('%j', (text, expected) => {
    expect(shown(parseNumber(text))).toBe(expected);
  });

  it('holds limits, both ends in', () => {
    expect(parseNumber('0', { min: 0, max: 1 })).toBe(0);
    expect(parseNumber('1', { min: 0, max: 1 })).toBe(1);
    expect(shown(parseNumber('1.01', { min: 0, max: 1 }))).toBe('must be between 0 and 1');
    expect(shown(parseNumber('-3', { min: 0 }))).toBe('must be at least 0');
    expect(shown(parseNumber('9', { max: 1 }))).toBe('must be at most 1');
  });
});

describe('parseWholeNumber', () => {
  it.each([
    ['1040234854.0', 1040234854],
    ['243800.5', 'must be a whole number'],
    ['9007199254740993', 'must be a whole number below 2^53'],
    ['', null],
  ])('%j', (text, expected) => {
    expect(shown(parseWholeNumber(text))).toBe(expected);
  });
});

describe('durations', () => {
  it.each([
    ['222640.0', 222640],
    ['-3', 'must be between 1 and 86400000'],
    ['0', 'must be between 1 and 86400000'],
  ])('milliseconds %j', (text, expected) => {
    expect(shown(parseDurationMs(text))).toBe(expected);
  });

  it('in other units', () => {
    expect(parseDurationIn('3.5', 60_000)).toBe(210_000);
    expect(parseDurationIn('245.3', 1000)).toBe(245_300);
    expect(parseDurationIn('', 1000)).toBeNull();
    expect(parseDurationIn('-1', 1000)).toBeInstanceOf(Invalid);
  });

  it.each([
    ['3:45', 225_000],
    ['1:02:03', 3_723_000],
    ['3:75', 'must have fewer than 60 seconds after the colon'],
    ['soon', 'must be a length such as 3:45'],
    ['NA', null],
  ])('clock %j', (text, expected) => {
    expect(shown(parseClock(text))).toBe(expected);
  });
});

describe('parseReleaseDate', () => {
  const parse = (text: string) => shown(parseReleaseDate(text, '2020-01-21'));

  it.each([
    ['2011', { on: '2011-01-01', precision: 'year' }],
    ['2011.0', { on: '2011-01-01', precision: 'year' }],
    ['2011-05', { on: '2011-05-01', precision: 'month' }],
    ['2011-05-09', { on: '2011-05-09', precision: 'day' }],
    ['2011-05-09T00:00:00Z', { on: '2011-05-09', precision: 'day' }],
    ['2012-02-29', { on: '2012-02-29', precision: 'day' }],
    ['2021-12-31', { on: '2021-12-31', precision: 'day' }],
    ['', null],
    ['NA', null],
  ])('%j', (text, expected) => {
    expect(parse(text)).toEqual(expected);
  });

  it.each(['0000', '1859', '2190', '2190-01-01', '2022-01-01'])('%s lies outside', (text) => {
    expect(parse(text)).toBe('must lie between 1860 and 2021, the year after the observation');
  });

  it.each(['2019-02-30', '2011-13', '1900-02-29', '2019-00-01', '2019-04-31', '2019-01-00'])(
    '%s is no day',
    (text) => {
      expect(parse(text)).toBe('must be a day of the calendar');
    },
  );

  it.each(['14/06/2019', '2019-6-1', 'June 2019', '20190614', '2019.5'])(
    '%s is no date',
    (text) => {
      expect(parse(text)).toContain('must be a date such as');
    },
  );
});

describe('parseName', () => {
  it('keeps marks, emoji, mark-up and long titles as they are', () => {
    for (const name of [
      '\u200fשלום',
      '🎵🎵',
      '<script>alert(1)</script>',
      '---',
      '![](x)',
      '`|`',
      '=1+1',
      'x'.repeat(5000),
    ]) {
      expect(parseName(name)).toBe(name);
    }
  });

  it('composes and trims', () => {
    expect(parseName('  Bjo\u0308rk ')).toBe('Björk');
  });

  it('has narrow words for "missing"', () => {
    expect(parseName('')).toBeNull();
    expect(parseName('  ')).toBeNull();
    expect(parseName('NA', ['NA'])).toBeNull();
    expect(parseName('NA')).toBe('NA');
    expect(parseName('None')).toBe('None');
  });

  it('refuses what no database can hold', () => {
    expect(shown(parseName('a\u0000b'))).toBe('must not hold a NUL character');
    expect(shown(parseName('a\ud800b'))).toBe('must be well-formed Unicode');
    expect(shown(parseName('x'.repeat(20_001)))).toBe('must have at most 20000 characters');
  });
});

describe('small fields', () => {
  it.each([
    ['True', true],
    ['1.0', true],
    ['yes', true],
    ['FALSE', false],
    ['0.0', false],
    ['', null],
    ['perhaps', 'must be true or false (yes/no, 1/0)'],
  ])('boolean %j', (text, expected) => {
    expect(shown(parseBoolean(text))).toBe(expected);
  });

  it('key −1 and tempo 0 are Spotify’s words for "not found"', () => {
    expect(parseKey('-1')).toBeNull();
    expect(parseKey('6.0')).toBe(6);
    expect(parseKey('12')).toBeInstanceOf(Invalid);
    expect(parseTempo('0')).toBeNull();
    expect(parseTempo('120.5')).toBe(120.5);
    expect(parseTempo('301')).toBeInstanceOf(Invalid);
  });

  it.each([
    ['C', 0],
    ['C#', 1],
    ['Db', 1],
    ['B', 11],
    ['Cb', 11],
    ['7', 7],
    ['', null],
    ['H', 'must be a pitch class 0–11 or a name such as C#'],
  ])('key name %j', (text, expected) => {
    expect(shown(parseKeyName(text))).toBe(expected);
  });

  it.each([
    ['Major', 1],
    ['minor', 0],
    ['1.0', 1],
    ['NaN', null],
    ['2', 'must be 1 or 0 (Major or Minor)'],
  ])('mode %j', (text, expected) => {
    expect(shown(parseMode(text))).toBe(expected);
  });

  it.each([
    ["['SE', 'GB']", 2],
    ['SE, GB, NO', 3],
    ['79.0', 79],
    ['[]', 0],
    ['NA', null],
    ['many', 'must be a number'],
  ])('markets %j', (text, expected) => {
    expect(shown(parseMarkets(text))).toBe(expected);
  });

  it.each([
    ['Album', 'album'],
    ['EP', 'single'],
    ['', null],
    ['box', 'must be one of album, single, compilation'],
  ])('album type %j', (text, expected) => {
    expect(shown(parseAlbumType(text))).toBe(expected);
  });

  it.each([
    ['spotify:track:0d28khcov6AiegSCpG5TuT', '0d28khcov6AiegSCpG5TuT'],
    ['https://open.spotify.com/track/0d28khcov6AiegSCpG5TuT?si=x', '0d28khcov6AiegSCpG5TuT'],
    ['https://open.spotify.com/intl-de/track/0d28khcov6AiegSCpG5TuT', '0d28khcov6AiegSCpG5TuT'],
    ['17', '17'],
    ['', null],
    ['a\u0000', 'must not hold a NUL character'],
  ])('track id %j', (text, expected) => {
    expect(shown(parseTrackId(text))).toBe(expected);
  });
});
