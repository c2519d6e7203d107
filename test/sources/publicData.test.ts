import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DraftRecord, TrackDraft } from '../../src/domain/draft.js';
import type { Rejection } from '../../src/domain/record.js';
import { openInputs } from '../../src/sources/index.js';
import { KNOWN_DATASETS } from '../../src/sources/datasets/knownDatasets.js';
import { locateDatasets } from '../../src/sources/datasets/locateDatasets.js';
import { normaliseName } from '../../src/transform/normaliseName.js';
import { isRejection, transform } from '../../src/transform/transform.js';

/** The real files; where they are not at hand these tests are skipped, which the runner shows. */
const folder = process.env['LINER_DATA_DIR'] ?? resolve('../shared/data');

interface Loaded {
  readonly records: readonly DraftRecord[];
  readonly rejections: readonly Rejection[];
}

const loaded = new Map<string, Loaded>();

async function load(): Promise<void> {
  for (const input of await openInputs([folder])) {
    const records: DraftRecord[] = [];
    const rejections: Rejection[] = [];
    for await (const record of input.records()) {
      const result = transform(record);
      if (isRejection(result)) rejections.push(result);
      else records.push(result);
    }
    loaded.set(input.origin, { records, rejections });
  }
}

function of(origin: string): Loaded {
  const found = loaded.get(origin);
  if (found === undefined) throw new Error(`${origin} was not loaded`);
  return found;
}

function tracksOf(origin: string): readonly TrackDraft[] {
  return of(origin).records.flatMap(({ draft }) => (draft.kind === 'track' ? [draft] : []));
}

const idOf = (track: TrackDraft) => track.ids[0]?.value ?? '';
const artistsOf = (origin: string) =>
  new Set(
    of(origin).records.flatMap(({ draft }) => {
      if (draft.kind === 'track') return draft.artists.map(({ matchKey }) => matchKey);
      return draft.kind === 'artist' ? [draft.artist.matchKey] : [];
    }),
  );
const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  [...a].filter((item) => b.has(item)).length;

describe.skipIf(!existsSync(folder))('the public files', () => {
  beforeAll(load);

  it('are the very copies whose checksums are known, with the rows that are known', async () => {
    for (const { state, files } of await locateDatasets(folder, { checksums: true })) {
      expect(state).toBe('present');
      expect(files.every(({ isKnownCopy }) => isKnownCopy)).toBe(true);
    }
    for (const { name, rows, role } of KNOWN_DATASETS.flatMap(({ files }) => files)) {
      if (role === 'tags') continue; // names for the assignments; no records of its own
      const { records, rejections } = of(name);
      expect([name, records.length + rejections.length]).toEqual([name, rows]);
    }
  });

  it('lose five rows without a name, with the reason, and no other', () => {
    const rejections = [...loaded.values()].flatMap((file) => file.rejections);
    expect(rejections.map(({ field, reason, value }) => [field, reason, value])).toEqual(
      Array.from({ length: 5 }, () => ['track_name', 'track_name is missing', 'NA']),
    );
  });

  it('have the tracks, dates and genres that their description counts', () => {
    const songs = tracksOf('spotify_songs.csv');
    const ids = new Set(songs.map(idOf));
    expect(ids.size).toBe(28_356 - 4); // the five nameless rows are four tracks
    expect(songs.filter(({ released }) => released?.precision === 'month')).toHaveLength(31);
    // of the 1,855 dates that are a bare year all belong to rows with names
    expect(songs.filter(({ released }) => released?.precision === 'year')).toHaveLength(1855);
    const genres = tracksOf('spotify_112_genres.csv');
    expect(genres.filter(({ released }) => released?.precision === 'year')).toHaveLength(845);
    expect(genres.length - new Set(genres.map(idOf)).size).toBe(237);
    expect(shared(ids, new Set(genres.map(idOf)))).toBe(747);
  });

  it('join by normalised name as measured', () => {
    const songs = artistsOf('spotify_songs.csv');
    const lastfm = artistsOf('artists.dat');
    const youtube = artistsOf('spotify_youtube.csv');
    // the measurement counted "NA" as an artist, and all names of symbols only as one
    expect(songs.size).toBe(10_678 - 1);
    expect(lastfm.size).toBe(17_548 + 4);
    expect(youtube.size).toBe(2078);
    expect([shared(songs, lastfm), shared(songs, youtube), shared(lastfm, youtube)]).toEqual([
      1976, 1215, 927,
    ]);
  });

  it('join by artist and title as measured, and more of them without "feat." and remasters', () => {
    const byTitle = (origin: string) =>
      new Set(tracksOf(origin).map((t) => `${t.artists[0]?.matchKey}|${normaliseName(t.title)}`));
    const byKey = (origin: string) =>
      new Set(tracksOf(origin).map((t) => `${t.artists[0]?.matchKey}|${t.matchKey}`));
    expect(shared(byTitle('spotify_songs.csv'), byTitle('spotify_youtube.csv'))).toBe(2759);
    expect(shared(byKey('spotify_songs.csv'), byKey('spotify_youtube.csv'))).toBeGreaterThan(2759);
  });

  it('lack the videos, streams and audio features that are known to be missing', () => {
    const tracks = tracksOf('spotify_youtube.csv');
    expect(tracks.filter(({ video }) => video === null)).toHaveLength(470);
    expect(tracks.filter(({ observations }) => observations.length === 0)).toHaveLength(576);
    expect(tracks.filter(({ audio }) => audio === null)).toHaveLength(2);
  });

  it('keep quote characters in names, and tags that are not UTF-8', () => {
    const names = of('artists.dat').records.flatMap(({ draft }) =>
      draft.kind === 'artist' ? [draft.artist.name] : [],
    );
    expect(names.filter((name) => name.includes('"')).length).toBeGreaterThan(10);
    const tags = of('user_taggedartists.dat').records.flatMap(({ draft }) =>
      draft.kind === 'tag-assignment' ? [draft.tag.name] : [],
    );
    expect(tags.some((tag) => /[à-ÿ]/.test(tag))).toBe(true);
    expect(tags.some((tag) => tag.includes('\ufffd'))).toBe(false);
  });
});
