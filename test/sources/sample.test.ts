import { describe, expect, it } from 'vitest';
import { hypotheses } from '../../src/analyses/hypotheses.js';
import type { RawRecord } from '../../src/domain/record.js';
import { openSample } from '../../src/sources/sample/openSample.js';
import { PLANTED, plantedSize } from '../../src/sources/sample/planted.js';
import { artistName } from '../../src/sources/sample/sampleNames.js';
import { sampleRandom } from '../../src/sources/sample/sampleRandom.js';
import { sampleArtist, sampleArtists } from '../../src/sources/sample/sampleArtist.js';
import { songsOfArtist, type SampleSong } from '../../src/sources/sample/sampleSong.js';
import { GENRES, PATTERN, SCENES, sceneOfArtist } from '../../src/sources/sample/scenes.js';
import { normaliseName } from '../../src/transform/normaliseName.js';
import { isRejection, transform } from '../../src/transform/transform.js';

async function recordsOf(songs: number, seed: number): Promise<RawRecord[]> {
  const records: RawRecord[] = [];
  for await (const record of openSample({ songs, seed }).records()) records.push(record);
  return records;
}

function songsOf(songs: number, seed: number): SampleSong[] {
  return [...sampleArtists({ songs, seed })].flatMap(([artist, count]) =>
    songsOfArtist(artist, count, { seed, artists: 500 }),
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe('openSample', () => {
  it('gives the same records for the same seed, and others for another', async () => {
    const [one, again, other] = [
      await recordsOf(60, 5),
      await recordsOf(60, 5),
      await recordsOf(60, 6),
    ];
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
    expect(openSample({ songs: 60, seed: 5 }).sha256).not.toBe(
      openSample({ songs: 60, seed: 6 }).sha256,
    );
    expect(openSample({ seed: 5 }).origin).toBe('sample of 3000 songs, seed 5');
  });

  it('has as many songs as were asked for, in the order of kinds its source declares', async () => {
    const records = await recordsOf(500, 2);
    const drafts = records.map(transform).filter((result) => !isRejection(result));
    const songs = new Set(
      drafts.filter((one) => one.kind === 'sample_track').map((one) => one.key.split(' ')[0]),
    );
    expect(songs.size).toBe(500);
    const kinds = records
      .map((record) => record.kind)
      .filter((kind, index, all) => kind !== all[index - 1]);
    expect(kinds).toEqual(openSample({ seed: 2 }).source.kinds);
    expect(records.map((record) => record.line)).toEqual(records.map((_, index) => index + 1));
  });

  it('breaks a few rows of each kind, and only those that say so', async () => {
    const results = (await recordsOf(3000, 3)).map((record) => ({
      record,
      result: transform(record),
    }));
    const rejected = results.filter(({ result }) => isRejection(result));
    expect(rejected.length).toBeGreaterThan(10);
    expect(rejected.length / results.length).toBeLessThan(0.01);
    for (const { record } of rejected) expect(record.key).toMatch(/^x\d{6} /);
    const reasons = rejected.map(({ result }) => (isRejection(result) ? result.field : ''));
    for (const field of ['track_name', 'duration_ms', 'track_popularity', 'Views', 'weight']) {
      expect(reasons).toContain(field);
    }
  });

  it('repeats some rows, and leaves some values out', async () => {
    const records = await recordsOf(1000, 4);
    const keys = records.map((record) => `${record.kind} ${record.key}`);
    expect(new Set(keys).size).toBeLessThan(keys.length);
    const tracks = records.filter((record) => record.kind === 'sample_track');
    for (const column of ['track_popularity', 'explicit', 'track_album_type', 'markets']) {
      expect(
        tracks.some((record) => record.payload[column] === ''),
        column,
      ).toBe(true);
    }
    const dates = tracks.map((record) => record.payload['track_album_release_date'] ?? '');
    for (const length of [4, 10]) expect(dates.some((date) => date.length === length)).toBe(true);
  });

  it('turns a track into a draft with all its artists, genres and its playlist', async () => {
    const records = await recordsOf(300, 1);
    const guest = records.find((record) => record.payload['track_artists']?.includes(';'));
    const result = guest && transform(guest);
    if (!result || isRejection(result) || result.draft.kind !== 'track')
      throw new Error('no draft');
    expect(result.draft.artists).toHaveLength(2);
    expect(result.draft.artists[0]?.ids[0]?.scheme).toBe('sample');
    expect(result.draft.title).toContain(`(feat. ${result.draft.artists[1]?.name})`);
    expect(result.draft.tags.map((tag) => tag.kind)).toEqual(['genre', 'subgenre']);
    expect(result.draft.playlist?.id).toMatch(/^p\d{6}$/);
  });

  it('counts followers on two days', async () => {
    const followers = (await recordsOf(20, 1)).filter(
      (record) => record.kind === 'artist_followers',
    );
    expect(new Set(followers.map((record) => record.observedAt))).toEqual(
      new Set(['2023-12-31', '2024-12-31']),
    );
    const result = followers[0] && transform(followers[0]);
    if (!result || isRejection(result) || result.draft.kind !== 'artist')
      throw new Error('no draft');
    expect(result.draft.observations[0]?.metric).toBe('followers');
  });

  it('refuses ids of another number than the artists', async () => {
    const track = (await recordsOf(5, 1)).find((record) => record.kind === 'sample_track');
    if (!track) throw new Error('no track');
    const result = transform({
      ...track,
      payload: { ...track.payload, track_artist_ids: 'a1;a2;a3' },
    });
    expect(isRejection(result) && result.reason).toBe(
      'track_artist_ids must hold one id for each artist',
    );
  });

  it('streams without holding what it has made', async () => {
    const iterator = openSample({ songs: 1_000_000, seed: 1 }).records()[Symbol.asyncIterator]();
    const first = await iterator.next();
    expect(first.done).toBe(false);
    await iterator.return?.();
  });

  it.each([
    [
      { songs: 0, seed: 1 },
      'the number of songs of the sample must be a whole number from 1 to 5000000, got 0',
    ],
    [{ songs: 1.5, seed: 1 }, 'got 1.5'],
    [{ songs: 10, seed: -1 }, 'the seed must be a whole number from 0'],
  ])('refuses %j', (options, message) => {
    expect(() => openSample(options)).toThrow(message);
  });
});

describe('artistName', () => {
  it('is unique after normalisation among 50,000 artists', () => {
    const names = new Set<string>();
    for (let index = 0; index < 50_000; index += 1) names.add(normaliseName(artistName(3, index)));
    expect(names.size).toBe(50_000);
  });

  it('is in other scripts now and then', () => {
    const names = Array.from({ length: 400 }, (_, index) => artistName(1, index));
    // eslint-disable-next-line no-control-regex -- everything outside ASCII
    expect(names.filter((name) => /[^\x00-\x7f]/.test(name)).length).toBeGreaterThan(10);
  });
});

describe('scenes', () => {
  it('share out a hundred places', () => {
    expect(GENRES.reduce((sum, genre) => sum + genre.share, 0)).toBe(PATTERN);
    expect(SCENES.flatMap((scene) => scene.slots).sort((a, b) => a - b)).toEqual(
      Array.from({ length: PATTERN }, (_, slot) => slot),
    );
    expect(sceneOfArtist(PATTERN + 3)).toBe(sceneOfArtist(3));
  });
});

describe('sampleRandom', () => {
  it('gives independent, uniform and normal numbers', () => {
    const draws = Array.from({ length: 20_000 }, (_, index) => sampleRandom(9, 'test', index));
    const units = draws.map((random) => random.unit());
    expect(mean(units)).toBeCloseTo(0.5, 1.7);
    expect(mean(units.map((unit, index) => unit * (units[index + 1] ?? 0.5)))).toBeCloseTo(
      0.25,
      1.7,
    );
    const normals = draws.map((random) => random.normal());
    expect(mean(normals)).toBeCloseTo(0, 1.3);
    expect(mean(normals.map((value) => value ** 2))).toBeCloseTo(1, 1.3);
  });

  it('refuses to pick from nothing', () => {
    expect(() => sampleRandom(1, 'x').pick([])).toThrow('nothing to pick from');
  });
});

describe('what is planted', () => {
  const songs = songsOf(12_000, 1).filter((song) => song.popularity > 0);

  it('says something of every declared hypothesis, and of nothing else', () => {
    expect(PLANTED.map((one) => one.hypothesis).sort()).toEqual(
      hypotheses.map((one) => one.id).sort(),
    );
    for (const { truth, size } of PLANTED)
      expect(size === 0).toBe(truth === 'null' || truth === 'confounded');
    expect(() => plantedSize('content.nothing')).toThrow('nothing is planted');
  });

  it('agrees with the declared directions', () => {
    for (const { id, direction } of hypotheses) {
      if (direction === 'either' || plantedSize(id) === 0) continue;
      expect(Math.sign(plantedSize(id)), id).toBe(direction === 'positive' ? 1 : -1);
    }
  });

  it('gives songs of one artist about 40 percent of their spread in common', () => {
    const residual = songs.map((song) => 9 * song.artist.fame + 11 * song.appeal);
    const ofArtists = songs.map((song) => 9 * song.artist.fame);
    const variance = (values: number[]) => mean(values.map((value) => (value - mean(values)) ** 2));
    expect(variance(ofArtists) / variance(residual)).toBeCloseTo(0.4, 1);
  });

  it('makes explicit songs more popular crudely, and not within a genre', () => {
    const gap = (of: SampleSong[]) => {
      const side = (explicit: boolean) =>
        of.filter((song) => song.explicit === explicit).map((song) => song.popularity);
      return mean(side(true)) - mean(side(false));
    };
    expect(gap(songs)).toBeGreaterThan(4);
    const within = GENRES.filter((genre) => genre.explicitShare > 0.1).map((genre) =>
      gap(songs.filter((song) => song.artist.scene.genre === genre)),
    );
    expect(Math.abs(mean(within))).toBeLessThan(1.5);
  });

  it('spreads days of the week and quarters alike over popular and other songs', () => {
    const inQuarter = songs.filter(
      (song) => new Date(song.release.day * 86_400_000).getUTCMonth() >= 9,
    );
    expect(inQuarter.length / songs.length).toBeCloseTo(0.25, 1.7);
    expect(
      Math.abs(
        mean(inQuarter.map((song) => song.popularity)) - mean(songs.map((song) => song.popularity)),
      ),
    ).toBeLessThan(1.5);
  });

  it('draws guests from the other artists only', () => {
    for (const song of songs) expect(song.guest?.index).not.toBe(song.artist.index);
    expect(sampleArtist(1, 7)).toEqual(sampleArtist(1, 7));
  });
});
