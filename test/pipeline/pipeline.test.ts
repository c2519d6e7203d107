import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig, type Config } from '../../src/config.js';
import { hashOf, type Stamp } from '../../src/outputs/stamp.js';
import { composeDataset, type ReportRequest } from '../../src/pipeline.js';
import { checkWritable } from '../../src/pipeline/checkWritable.js';
import { codeHash } from '../../src/pipeline/codeHash.js';
import { inputsHash } from '../../src/pipeline/datasetStore.js';
import { isPdfCurrent, makeDeckPdf } from '../../src/pipeline/makeDeckPdf.js';
import { hasPublicData, openDataset, publicInputs } from '../../src/pipeline/openDataset.js';
import { removeObsolete } from '../../src/pipeline/removeObsolete.js';
import { reportKey } from '../../src/pipeline/reportKey.js';
import { sourceStamps } from '../../src/pipeline/sourceStamps.js';
import { TOGETHER } from '../../src/outputs/layout.js';
import { entityCounts } from '../../src/store/queries/entityCounts.js';
import { ask } from '../../src/store/query.js';

const root = mkdtempSync(join(tmpdir(), 'liner-pipeline-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});
const config: Config = readConfig({ LINER_STORE_DIR: 'store' }, root);

const request = (change: Partial<ReportRequest> = {}): ReportRequest => ({
  dataset: 'sample',
  seed: 1,
  songs: 30,
  asOf: null,
  out: null,
  force: false,
  now: () => new Date(0),
  ...change,
});

describe('openDataset', () => {
  async function songs(change: Partial<ReportRequest> = {}): Promise<number> {
    const dataset = await openDataset(config, request(change));
    try {
      const counts = await ask(await dataset.store(), entityCounts);
      const songs = counts.find(({ entity }) => entity === 'songs');
      return songs?.rows ?? Number.NaN;
    } finally {
      await dataset.close();
    }
  }

  it('fills a store once, and again where it was deleted or its load was cut short', async () => {
    const filled = await songs();
    expect(filled).toBeGreaterThan(25);
    const store = join(config.storeDir, 'sample');
    let loads = 0;
    const onIngest = () => {
      loads += 1;
    };
    expect(await songs({ onIngest })).toBe(filled);
    expect(loads).toBe(0);
    rmSync(join(store, 'liner.key'));
    expect(await songs({ onIngest })).toBe(filled);
    expect(loads).toBeGreaterThan(0);
    rmSync(store, { recursive: true });
    expect(await songs()).toBe(filled);
  }, 60_000);

  it('knows the content before the store is opened', async () => {
    const dataset = await openDataset(config, request({ seed: 5 }));
    const other = await openDataset(config, request({ seed: 6 }));
    expect(dataset.contentHash).not.toBe(other.contentHash);
    await Promise.all([dataset.close(), other.close()]);
  });
});

describe('the public data', () => {
  const dataDir = join(root, 'public');
  const own = { ...config, dataDir };

  it('are not there where the folder is missing, empty or holds something else', async () => {
    expect(await hasPublicData(own)).toBe(false);
    mkdirSync(dataDir);
    expect(await hasPublicData(own)).toBe(false);
    writeFileSync(join(dataDir, 'README.md'), '# The data\n');
    writeFileSync(join(dataDir, 'mine.csv'), 'name,artist\nA,B\n');
    writeFileSync(join(dataDir, 'damaged.csv'), 'name,name\n"');
    expect(await hasPublicData(own)).toBe(false);
    await expect(publicInputs(own)).rejects.toMatchObject({ code: 'configuration' });
  });

  it('are the known files alone, whatever lies beside them', async () => {
    const lastfm = join(dataDir, 'lastfm');
    mkdirSync(lastfm);
    writeFileSync(join(lastfm, 'a.dat'), 'id\tname\turl\tpictureURL\n1\tMarla Finch\tu\tp\n');
    writeFileSync(join(lastfm, 'b.dat'), 'userID\tartistID\tweight\n2\t1\t30\n');
    expect(await hasPublicData(own)).toBe(true);
    const inputs = await publicInputs(own);
    expect(inputs.map(({ origin }) => origin)).toEqual(['a.dat', 'b.dat']);
    const dataset = await openDataset(own, request({ dataset: 'public' }));
    try {
      const stamps = await sourceStamps(await dataset.store());
      expect(stamps).toMatchObject([{ source: 'lastfm_2k', rows: 2, asOf: '2011-05-31' }]);
      expect(stamps[0]?.files.map(({ name }) => name)).toEqual(['a.dat', 'b.dat']);
    } finally {
      await dataset.close();
    }
  });
});

describe('composeDataset', () => {
  it('gives the same report for the same request, and another for another seed or date', async () => {
    const one = await composeDataset(config, request());
    const again = await composeDataset(config, request());
    const dated = await composeDataset(config, request({ asOf: '2040-01-01' }));
    const seeded = await composeDataset(config, request({ seed: 2 }));
    expect(JSON.stringify(again)).toBe(JSON.stringify(one));
    expect(seeded.provenance.contentHash).not.toBe(one.provenance.contentHash);
    expect(JSON.stringify(seeded.findings)).not.toBe(JSON.stringify(one.findings));
    expect(dated.provenance.asOf).toBe('2040-01-01');
    expect(dated.provenance.contentHash).toBe(one.provenance.contentHash);
  }, 60_000);

  it('tells each step', async () => {
    const steps: string[] = [];
    await composeDataset(
      config,
      request({
        onStep: (label, done, total) => {
          steps.push(`${done}/${total} ${label}`);
        },
      }),
    );
    expect(steps[0]).toMatch(/^0\/\d+ features$/);
    expect(new Set(steps).size).toBe(steps.length);
  });
});

describe('keys', () => {
  it('the code’s hash depends on the folders and on nothing that changes by itself', () => {
    expect(codeHash()).toBe(codeHash());
    expect(codeHash(['charts'])).not.toBe(codeHash(['stats']));
  });

  it('inputs have one hash in any order', () => {
    const input = (id: string, sha256: string) =>
      ({ source: { id }, sha256 }) as Parameters<typeof inputsHash>[0][number];
    const [a, b] = [input('a', '1'), input('b', '2')];
    expect(inputsHash([a, b])).toBe(inputsHash([b, a]));
    expect(inputsHash([a])).not.toBe(inputsHash([a, b]));
  });

  it('the size of the sample is part of its own key only', () => {
    const key = (dataset: 'sample' | 'store') =>
      reportKey({ dataset, seed: 1, asOf: null, songs: 7 }, 'hash').parameters;
    expect(key('sample')).toEqual({ seed: 1, asOf: null, songs: 7 });
    expect(key('store')).toEqual({ seed: 1, asOf: null });
  });
});

describe('removeObsolete', () => {
  const stamp = (outputs: Record<string, string>): Stamp => ({
    schema: 1,
    dataset: 'sample',
    contentHash: '',
    codeHash: '',
    parameters: {},
    outputs,
    deckPdfOf: null,
  });

  it('removes what the last report wrote and nobody changed, and nothing else', () => {
    const folder = join(root, 'obsolete');
    mkdirSync(join(folder, 'figures'), { recursive: true });
    for (const name of ['kept', 'gone', 'changed', 'foreign']) {
      writeFileSync(join(folder, `figures/${name}.svg`), name);
    }
    writeFileSync(join(root, 'outside.svg'), 'outside');
    const last = stamp({
      'figures/kept.svg': hashOf('kept'),
      'figures/gone.svg': hashOf('gone'),
      'figures/changed.svg': hashOf('as it was written'),
      'figures/missing.svg': hashOf('x'),
      '../outside.svg': hashOf('outside'),
    });
    const now = new Map([['figures/kept.svg', 'kept']]);
    expect(removeObsolete(folder, last, now)).toEqual(['figures/gone.svg']);
    expect(existsSync(join(folder, 'figures/gone.svg'))).toBe(false);
    expect(existsSync(join(folder, 'figures/changed.svg'))).toBe(true);
    expect(existsSync(join(folder, 'figures/foreign.svg'))).toBe(true);
    expect(existsSync(join(root, 'outside.svg'))).toBe(true);
    expect(removeObsolete(folder, null, now)).toEqual([]);
  });
});

describe('checkWritable', () => {
  it('makes the folder, or says why it cannot', () => {
    checkWritable(join(root, 'new/folder'));
    expect(existsSync(join(root, 'new/folder'))).toBe(true);
    writeFileSync(join(root, 'plain'), '');
    expect(() => {
      checkWritable(join(root, 'plain/below'));
    }).toThrow(`cannot write ${join(root, 'plain/below')}`);
  });
});

describe('makeDeckPdf', () => {
  const place = { root: join(root, 'pdf'), layout: TOGETHER };

  it('asks for a report where the deck is gone', async () => {
    const browser = { ...config, browser: { CHROME_PATH: process.execPath } };
    expect(isPdfCurrent(place)).toBe(false);
    await expect(makeDeckPdf(browser, place)).rejects.toMatchObject({ code: 'failed' });
  });

  it('is content where the PDF shows the deck', async () => {
    mkdirSync(place.root);
    const html = '<html></html>';
    writeFileSync(join(place.root, 'deck.html'), html);
    writeFileSync(join(place.root, 'deck.pdf'), 'PDF');
    const outputs = { 'deck.html': hashOf(html) };
    const stamp: Stamp = {
      schema: 1,
      dataset: 'store',
      contentHash: '',
      codeHash: '',
      parameters: {},
      outputs,
      deckPdfOf: hashOf(html),
    };
    writeFileSync(join(place.root, 'stamp.json'), JSON.stringify(stamp));
    expect(await makeDeckPdf(config, place)).toBe('deck.pdf shows the current deck.');
    writeFileSync(join(place.root, 'deck.html'), `${html}<!-- another -->`);
    expect(await makeDeckPdf(config, place)).toMatch(/^No PDF of the slides: no browser was found/);
  });
});
