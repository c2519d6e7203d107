import { describe, expect, it } from 'vitest';
import { locateDatasets } from '../../../src/sources/datasets/locateDatasets.js';
import { tempFolder } from '../tempFolder.js';

const folder = tempFolder();
folder.write('sub/people.txt', 'id\tname\turl\tpictureURL\n1\tAda\tu\tp\n');
folder.write('broken.csv', '');
folder.write('mine.csv', 'name,artist\nA,B\n');

describe('locateDatasets', () => {
  it('finds files by content, says what is incomplete, and is not stopped by broken files', async () => {
    const located = await locateDatasets(folder.path, { checksums: true });
    expect(located.map(({ dataset, state }) => [dataset.id, state])).toEqual([
      ['spotify_songs', 'missing'],
      ['spotify_112_genres', 'missing'],
      ['spotify_youtube', 'missing'],
      ['lastfm_2k', 'incomplete'],
    ]);
    const artists = located.at(-1)?.files[0];
    expect(artists?.path).toContain('people.txt');
    expect(artists?.isKnownCopy).toBe(false);
  });

  it('finds nothing in a folder that is not there', async () => {
    const located = await locateDatasets(`${folder.path}/nowhere`);
    expect(located.every(({ state }) => state === 'missing')).toBe(true);
  });
});
