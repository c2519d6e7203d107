import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { showProgress } from '../../src/cli/showProgress.js';
import { Terminal } from '../../src/cli/terminal.js';
import { textTable } from '../../src/cli/textTable.js';
import { visibleText, withoutControls } from '../../src/cli/visibleText.js';
import { KNOWN_DATASETS } from '../../src/sources/datasets/knownDatasets.js';
import { openSample } from '../../src/sources/sample/openSample.js';
import { workplace } from './workplace.js';

describe('liner datasets', () => {
  const place = workplace();

  it('lists every dataset: state, rows, where to get it, licence, checksum', async () => {
    const { code, stdout } = await place.liner('datasets');
    expect(code).toBe(0);
    for (const { id, page, files } of KNOWN_DATASETS) {
      expect(stdout).toMatch(new RegExp(`^${id}: missing`, 'm'));
      expect(stdout).toContain(page);
      for (const { rows, sha256 } of files) {
        expect(stdout).toContain(`(${rows} rows, sha256 ${sha256.slice(0, 16)}…`);
      }
    }
    expect(stdout.match(/^ {2}licence: /gm)).toHaveLength(KNOWN_DATASETS.length);
  });

  it('gives the same as JSON', async () => {
    const { stdout } = await place.liner('datasets', '--json');
    const listed = JSON.parse(stdout) as { id: string; state: string; licence: string }[];
    expect(listed.map(({ id }) => id)).toEqual(KNOWN_DATASETS.map(({ id }) => id));
    expect(listed.every(({ state, licence }) => state === 'missing' && licence !== '')).toBe(true);
  });

  it('fetches what has an address, and leaves nothing half done where the network fails', async () => {
    const { code, stderr } = await place.liner('datasets', '--fetch');
    expect(code).toBe(3);
    expect(stderr).toContain('the tests have no network');
    expect(existsSync(join(place.path, 'data/raw/spotify_songs.csv'))).toBe(false);
  });

  it('says what to do by hand where there is no address', async () => {
    const wrongFile = () => Promise.resolve(new Response('not the file'));
    const { code, stderr } = await place.linerWith({ fetch: wrongFile }, 'datasets', '--fetch');
    expect(code).toBe(3);
    expect(stderr).toMatch(/spotify_songs\.csv/);
    expect(existsSync(join(place.path, 'data/raw/spotify_songs.csv'))).toBe(false);
  });

  it('takes a file by its header for what it is', async () => {
    const header =
      'track_id,track_name,track_artist,track_popularity,track_album_id,track_album_name,track_album_release_date,playlist_name,playlist_id,playlist_genre,playlist_subgenre,danceability,energy,key,loudness,mode,speechiness,acousticness,instrumentalness,liveness,valence,tempo,duration_ms';
    place.write('data/raw/any-name.csv', `${header}\n${'x,'.repeat(22)}1\n`);
    const { stdout } = await place.liner('datasets');
    expect(stdout).toContain('spotify_songs: present');
    expect(stdout).toContain('another version than the known copy');
    const status = await place.liner('status', '--json');
    expect(JSON.parse(status.stdout)).toMatchObject({ dataset: 'public', state: 'unknown' });
  });
});

describe('liner docs --check', () => {
  it('says which generated documents are stale, as text and as JSON', async () => {
    const place = workplace();
    const { code, stdout, stderr } = await place.liner('docs', '--check', '--json');
    const { ok, problems } = JSON.parse(stdout) as { ok: boolean; problems: string[] };
    expect(stderr).toBe('');
    expect(code).toBe(ok ? 0 : 1);
    for (const problem of problems) expect(problem).toMatch(/^docs\/[A-Z_]+\.md: /);
  });
});

describe('liner docs --out', () => {
  it('writes the documents elsewhere, with the key insights where public data are at hand', async () => {
    const place = workplace();
    const header =
      'track_id,track_name,track_artist,track_popularity,track_album_id,track_album_name,track_album_release_date,playlist_name,playlist_id,playlist_genre,playlist_subgenre,danceability,energy,key,loudness,mode,speechiness,acousticness,instrumentalness,liveness,valence,tempo,duration_ms';
    const rows = Array.from(
      { length: 30 },
      (_, i) =>
        `t${i},Song ${i},Artist ${i % 9},${i},a${i},Album ${i},2010-01-0${1 + (i % 9)},List,p1,pop,dance pop,0.5,0.5,1,-5,1,0.1,0.1,0,0.1,0.5,120,200000`,
    );
    place.write('data/raw/songs.csv', `${[header, ...rows].join('\n')}\n`);
    const made = await place.liner('docs', '--out', 'made');
    expect(made.stdout).toBe(
      'written: README.md\nwritten: docs/DATA_DICTIONARY.md\nwritten: docs/FEATURES.md\n',
    );
    expect(place.read('made/README.md')).toContain('<!-- key-insights:end -->');
    const again = await place.liner('docs', '--out', 'made', '--json');
    expect(JSON.parse(again.stdout)).toMatchObject({ written: [] });
    const checked = await place.liner('docs', '--out', 'made', '--check');
    expect([checked.code, checked.stdout]).toEqual([0, 'All generated documents are current.\n']);
    place.write('made/docs/FEATURES.md', 'old');
    const stale = await place.liner('docs', '--out', 'made', '--check');
    expect([stale.code, stale.stdout]).toEqual([1, expect.stringMatching(/^docs\/FEATURES\.md: /)]);
  }, 60_000);
});

describe('showProgress', () => {
  function drawn(isTTY: boolean, quiet = false): string {
    let text = '';
    const stream = {
      isTTY,
      columns: 80,
      write: (part: string) => {
        text += part;
      },
      on: () => stream,
      removeListener: () => stream,
    };
    const terminal = new Terminal({ write: () => undefined }, stream, { json: false, quiet });
    const progress = showProgress(terminal);
    const input = openSample({ songs: 10, seed: 1 });
    progress.onIngest(input, 5);
    progress.onStep('figures', 0, 4);
    progress.onStep('figures', 3, 4);
    progress.stop();
    progress.stop();
    return text;
  }

  it('draws on a terminal only, and not when it is to be quiet', () => {
    expect(drawn(true)).toContain('figures');
    expect(drawn(false)).toBe('');
    expect(drawn(true, true)).toBe('');
  });
});

describe('text for the terminal', () => {
  it('aligns numbers right and text left', () => {
    expect(textTable(['kind', 'read'], [['track', 3]])).toBe('kind   read\ntrack     3');
    expect(textTable(['a', 'b'], [])).toBe('a  b');
  });

  it('shows control characters and direction marks instead of obeying them', () => {
    expect(visibleText('a\u001b[2J\u202eb\nc')).toBe('a\\u001b[2J\\u202eb\\u000ac');
    expect(withoutControls('one\r\ntwo\u0007')).toBe('one\\u000d\ntwo\\u0007');
  });

  it('cuts long text between characters', () => {
    expect(visibleText('😀😀😀😀', 3)).toBe('😀😀…');
    expect(visibleText('abc', 3)).toBe('abc');
  });
});
