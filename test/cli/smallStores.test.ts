import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { songsCsv, workplace } from './workplace.js';

type Row = Record<string, string | number>;

const ARTISTS = [
  'Marla Finch',
  'Otto Vale',
  'Iris Kern',
  'Sun Parade',
  'The Low Tides',
  'Bo Arden',
];
const GENRES = ['pop', 'rock', 'folk'];

function songs(count: number, change: (row: Row, index: number) => Row): Row[] {
  return Array.from({ length: count }, (_, index) =>
    change(
      {
        track_name: `Song ${index}`,
        artist: ARTISTS[index % ARTISTS.length] ?? '',
        genre: GENRES[index % GENRES.length] ?? '',
        popularity: (index * 37) % 101,
        duration_ms: 120_000 + ((index * 7919) % 200_000),
        release_date: `${2010 + (index % 10)}-0${1 + (index % 9)}-1${index % 9}`,
        explicit: index % 2,
      },
      index,
    ),
  );
}

/** Stores that hold too little for some or all of the analyses; `says` stands in INSIGHTS.md. */
const CASES: readonly (readonly [string, readonly Row[], readonly RegExp[]])[] = [
  ['three songs', songs(3, (row) => row), [/not enough data: n = \d/, /3 songs by 3 artists/]],
  [
    'no popularity at all',
    songs(60, (row) => ({ ...row, popularity: '' })),
    [/not enough data: n = 0/, /60 songs by 6 artists/],
  ],
  ['a single genre', songs(60, (row) => ({ ...row, genre: 'pop' })), [/not enough data: n = /]],
  [
    'a single artist',
    songs(60, (row) => ({ ...row, artist: 'Marla Finch' })),
    [/not enough data: n = /, /60 songs by 1 artist\b/],
  ],
  [
    'songs without artists',
    songs(60, (row, index) => {
      const rest = Object.entries(row).filter(([column]) => column !== 'artist');
      return { track_id: `id${index}`, ...Object.fromEntries(rest) };
    }),
    [
      /60 songs \(100\.0%\) have no artist in any source/,
      /stay out of everything that needs an artist/,
    ],
  ],
];

async function reportOn(rows: readonly Row[]) {
  const place = workplace();
  if (rows.length > 0) {
    place.write('songs.csv', songsCsv(rows));
    const ingested = await place.liner('ingest', 'songs.csv', '--as-of', '2020-06-30');
    expect(ingested.code).toBe(0);
  }
  const report = await place.liner('report', '--dataset', 'store', '--out', 'out');
  return { report, insights: place.read('out/INSIGHTS.md'), place };
}

describe('a store that holds too little', () => {
  it.each(CASES)(
    '%s: the report still builds and says so',
    async (_, rows, says) => {
      const { report, insights } = await reportOn(rows);
      expect(report).toMatchObject({ code: 0, stderr: '' });
      for (const words of says) expect(insights).toMatch(words);
      expect(insights).not.toMatch(/NaN|undefined|Infinity|\bnull\b/);
    },
    60_000,
  );

  it('nothing at all: the report still builds and says so', async () => {
    const { report, insights, place } = await reportOn([]);
    expect(report).toMatchObject({ code: 0, stderr: '' });
    expect(report.stdout).toContain('Headlines: none, for want of data.');
    expect(report.stdout).toContain('1 figure in');
    expect(insights).toMatch(/not enough data: n = 0/);
    expect(insights).not.toMatch(/NaN|undefined|Infinity|1970/);
    expect((await place.liner('status', '--dataset', 'store', '--out', 'out')).code).toBe(0);
  }, 60_000);
});

/** The commands of the README's "Your own data". */
function ownDataCommands(): string[] {
  const readme = readFileSync('README.md', 'utf8');
  const block = /### Your own data\s+```sh\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const lines = block.split('\n').map((line) => line.replace(/#.*$/, '').trim());
  const commands = lines
    .filter((line) => line !== '')
    .map((line) => line.replace(/^npx liner /, ''));
  expect(commands.length).toBeGreaterThanOrEqual(3);
  return commands;
}

describe('the README’s own data', () => {
  it('goes from a table to a report with the commands as they stand there', async () => {
    const place = workplace();
    const rows = songs(60, ({ track_name, ...row }) => ({ Song: track_name ?? '', ...row }));
    place.write('my-tracks.csv', songsCsv(rows));
    for (const line of ownDataCommands()) {
      const { code, stderr } = await place.liner(...line.split(/\s+/));
      expect([line, code, stderr]).toEqual([line, 0, '']);
    }
    expect(place.read('my-report/INSIGHTS.md')).toContain('60 songs by 6 artists');
  }, 60_000);
});
