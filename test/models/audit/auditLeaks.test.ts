import { describe, expect, it } from 'vitest';
import { auditLeaks } from '../../../src/models/audit/auditLeaks.js';
import { auditResultSchema, type AuditCheck } from '../../../src/models/audit/auditResult.js';
import type { AuditSubject } from '../../../src/models/audit/auditSubject.js';
import { checkKnownAfterRelease } from '../../../src/models/audit/knownAfterRelease.js';
import { checkPermutedTarget } from '../../../src/models/audit/permutedTarget.js';
import { checkSharedUnits } from '../../../src/models/audit/sharedUnits.js';
import { songCodes } from '../../../src/models/audit/songKeys.js';
import { checkTargetDerived } from '../../../src/models/audit/targetDerived.js';
import { rank } from '../../../src/stats/rank.js';
import { cleanSubject, withColumn } from './plantedSubject.js';

const OPTIONS = { seed: 1, rounds: 20, workers: 0 };

async function failedChecks(subject: AuditSubject): Promise<readonly AuditCheck[]> {
  const result = await auditLeaks(subject, OPTIONS);
  expect(auditResultSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
  expect(result.passed).toBe(result.checks.every(({ passed }) => passed));
  return result.checks.filter(({ passed }) => !passed);
}

/** Mean target per artist over all rows, with so many rows at the overall mean, without the rows of a unit. */
function artistMeans(
  { table, target }: AuditSubject,
  smoothing: number,
  without: (row: number, other: number) => boolean,
): Float64Array {
  const artist = table.columns.find(({ id }) => id === 'artist')?.values ?? new Float64Array();
  const overall = target.reduce((sum, value) => sum + value, 0) / target.length;
  return artist.map((code, row) => {
    let [rows, sum] = [smoothing, smoothing * overall];
    artist.forEach((other, at) => {
      if (other !== code || without(row, at)) return;
      rows += 1;
      sum += target[at];
    });
    return rows > 0 ? sum / rows : NaN;
  });
}

describe('auditLeaks', () => {
  it('passes a clean recipe, twice with the same bytes', async () => {
    const first = await auditLeaks(cleanSubject(), OPTIONS);
    expect(first.checks.filter(({ passed }) => !passed)).toEqual([]);
    expect(first).toMatchObject({ recipe: 'planted', split: 'songs', n: 600, passed: true });
    const second = await auditLeaks(cleanSubject(), OPTIONS);
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
  });

  it('fails on a duplicated track across a split', async () => {
    const subject = cleanSubject();
    const [fold] = subject.split.folds;
    const ids = subject.songs.ids.with(fold.test[0], subject.songs.ids[fold.train[0]]);
    const failed = await failedChecks({ ...subject, songs: { ...subject.songs, ids } });
    expect(failed.map(({ id }) => id)).toEqual(['shared_units']);
    expect(failed[0].reason).toContain('1 × track id');
  });

  it('fails on popularity rank as a feature, twice over', async () => {
    const subject = cleanSubject();
    const failed = await failedChecks(withColumn(subject, 'chart_rank', rank(subject.target)));
    expect(failed.map(({ id }) => id)).toEqual(['target_derived', 'single_feature']);
    for (const { evidence } of failed) expect(evidence[0].subject).toBe('chart_rank');
  });

  it.for([
    ['of all rows', 0, () => false],
    ['of all rows, smoothed', 5, () => false],
    ['of the other rows', 0, (row: number, other: number) => row === other],
    ['of the other rows, smoothed', 20, (row: number, other: number) => row === other],
  ] as const)(
    'fails on an artist mean %s taken before the split',
    async ([, smoothing, without]) => {
      const subject = cleanSubject();
      const means = artistMeans(subject, smoothing, without);
      const [failed] = await failedChecks(withColumn(subject, 'artist_popularity', means));
      expect(failed.id).toBe('target_derived');
      expect(failed.evidence[0].subject).toBe('artist_popularity');
      expect(failed.evidence[0].detail).toContain('mean target of each artist');
    },
  );

  it('refuses songs that do not fit the table', async () => {
    const { songs, ...rest } = cleanSubject(60);
    await expect(
      auditLeaks({ ...rest, songs: { ...songs, ids: songs.ids.slice(1) } }, OPTIONS),
    ).rejects.toThrow('an audit needs 60 rows throughout, got 59');
  });
});

describe('checkSharedUnits', () => {
  it('finds the same title of an artist under another spelling and another id', () => {
    const subject = cleanSubject(60);
    const [{ train, test }] = subject.split.folds;
    const titles = subject.songs.titles
      .with(train[0], "Rock 'n' Roll (feat. Somebody) - Live")
      .with(test[0], 'Rock n Roll');
    const artists = subject.songs.artists.with(train[0], 'Bänd').with(test[0], 'BAND');
    const songs = { ...subject.songs, titles, artists };
    const check = checkSharedUnits({ ...subject, songs });
    expect(check.passed).toBe(false);
    expect(check.evidence[0].detail).toContain('same title by artist in training: Bänd');
    expect(check.evidence[0].subject).toBe(`BAND: Rock n Roll (${songs.ids[test[0]]})`);
  });

  it('finds a row that is in training and test, and what the split promised to keep together', () => {
    const subject = cleanSubject(60);
    const [{ train, test }, ...others] = subject.split.folds;
    const folds = [{ train: Int32Array.of(...train, test[0]), test }, ...others];
    expect(checkSharedUnits({ ...subject, split: { ...subject.split, folds } }).reason).toContain(
      '1 × row',
    );
    const artist = Int32Array.from(subject.table.columns[2].values);
    const units = [{ title: 'artist', codes: artist }];
    expect(checkSharedUnits({ ...subject, units }).reason).toMatch(/\d+ × artist on both sides/);
  });

  it('takes songs without an artist as one only by their id', () => {
    const songs = { ids: ['a', 'b', 'a'], titles: ['x', 'x', 'x'], artists: [null, null, null] };
    expect([...songCodes(songs)]).toEqual([0, 1, 0]);
  });
});

describe('checkTargetDerived', () => {
  const subject = cleanSubject();

  it.for([
    ['an affine function', (value: number) => 3 - 0.5 * value],
    ['a monotone function', (value: number) => Math.exp(value / 20)],
    ['a rounded copy', (value: number) => Math.round(value / 4)],
  ] as const)('finds %s of the target', ([, derive]) => {
    const check = checkTargetDerived(withColumn(subject, 'copy', subject.target.map(derive)));
    expect(check.passed).toBe(false);
    expect(check.evidence.map((one) => one.subject)).toEqual(['copy']);
  });

  it('finds classes of the target, and leaves honest categories alone', () => {
    const levels = Array.from({ length: 20 }, (_, code) => `band ${code}`);
    const values = subject.target.map((value) => Math.min(19, Math.max(0, Math.floor(value / 5))));
    const columns = [
      ...subject.table.columns,
      { id: 'band', kind: 'category' as const, values, levels },
    ];
    const check = checkTargetDerived({ ...subject, table: { ...subject.table, columns } });
    expect(check.evidence.map((one) => one.subject)).toEqual(['band']);
  });

  it('finds means that were taken over the other folds, once for all folds', () => {
    const fold = new Int32Array(subject.target.length);
    subject.split.folds.forEach(({ test }, index) => test.forEach((row) => (fold[row] = index)));
    const means = artistMeans(subject, 3, (row, other) => fold[row] === fold[other]);
    const check = checkTargetDerived(withColumn(subject, 'artist_level', means));
    expect(check.evidence[0]?.detail).toContain('artist over all folds but its own');
  });

  it('passes a figure of the artist that only goes along with the target', () => {
    const listeners = artistMeans(subject, 0, () => false).map(
      (mean, row) => mean + 6 * Math.sin(subject.table.columns[2].values[row]),
    );
    expect(checkTargetDerived(withColumn(subject, 'listeners', listeners)).passed).toBe(true);
  });
});

describe('checkKnownAfterRelease', () => {
  it('fails a late or undated feature in a recipe that claims release time, and names it', () => {
    const subject = withColumn(cleanSubject(60), 'views', new Float64Array(60));
    const late = new Map([...subject.knownAt, ['views', 'after-release'] as const]);
    const check = checkKnownAfterRelease({ ...subject, knownAt: late });
    expect(check).toMatchObject({ passed: false, evidence: [{ subject: 'views' }] });
    const open = { ...subject, knownAt: late, claims: 'after-release' as const };
    expect(checkKnownAfterRelease(open).reason).toContain('1 of 4 columns');
    const undated = new Map([...late].filter(([id]) => id !== 'energy'));
    expect(checkKnownAfterRelease({ ...open, knownAt: undated })).toMatchObject({
      passed: false,
      reason: 'not dated: energy',
    });
  });

  it('fails a feature that was recorded only for songs that had done well', () => {
    const subject = cleanSubject(300);
    const level = subject.target.toSorted()[200];
    const chosen = subject.target.map((value, row) => (value > level ? row % 2 : NaN));
    const check = checkKnownAfterRelease(withColumn(subject, 'album_type', chosen));
    expect(check).toMatchObject({ passed: false, evidence: [{ subject: 'album_type' }] });
    expect(check.evidence[0].value).toBeGreaterThan(0.3);
    const byChance = subject.target.map((_, row) => (row % 3 === 0 ? row % 2 : NaN));
    expect(checkKnownAfterRelease(withColumn(subject, 'mode', byChance)).passed).toBe(true);
  });
});

describe('checkPermutedTarget', () => {
  it('fails where answers cross the split', async () => {
    const subject = cleanSubject(400);
    // Every song a second time under another id and title: features tell the copy, which stands in training.
    const half = subject.table.columns.map((column) => ({
      ...column,
      values: column.values.map((_, row, all) => all[row % 40]),
    }));
    const crossing = {
      ...subject,
      table: { ...subject.table, columns: half },
      songs: {
        ...subject.songs,
        titles: subject.songs.titles.map((_, row) => `Song ${row % 40}`),
        artists: subject.songs.artists.map((_, row) => `Artist ${row % 40}`),
      },
      spec: { model: 'gradient_boosting' },
    };
    const check = await checkPermutedTarget(crossing, { ...OPTIONS, rounds: 60 });
    expect(check).toMatchObject({ passed: false });
    expect(check.evidence[0].value).toBeGreaterThan(0.1);
  });

  it('passes a constant target, of which nothing can be said', async () => {
    const subject = cleanSubject(60);
    const check = await checkPermutedTarget(
      { ...subject, target: new Float64Array(60).fill(3) },
      OPTIONS,
    );
    expect(check).toMatchObject({ passed: true });
    expect(check.evidence[0].value).toBeNull();
  });
});
