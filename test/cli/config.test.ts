import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import { AppError } from '../../src/errors.js';

const root = mkdtempSync(join(tmpdir(), 'liner-config-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

function refusal(environment: Record<string, string>): AppError {
  try {
    readConfig(environment, root);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

describe('readConfig', () => {
  it('has defaults below the folder it was called in', () => {
    expect(readConfig({}, root)).toEqual({
      root,
      dataDir: join(root, 'data/raw'),
      storeDir: join(root, 'data/store'),
      databaseUrl: null,
      browser: { CHROME_PATH: undefined, PATH: undefined },
    });
  });

  it('reads what is set, and takes empty for not set', () => {
    mkdirSync(join(root, 'music'));
    const config = readConfig(
      {
        LINER_DATA_DIR: 'music',
        LINER_STORE_DIR: '/somewhere/store',
        DATABASE_URL: 'postgresql://u@h/d',
        CHROME_PATH: '',
        PATH: '/bin',
      },
      root,
    );
    expect(config).toMatchObject({
      dataDir: join(root, 'music'),
      storeDir: '/somewhere/store',
      databaseUrl: 'postgresql://u@h/d',
      browser: { CHROME_PATH: undefined, PATH: '/bin' },
    });
  });

  it('refuses a data folder that is not there, or is no folder', () => {
    expect(refusal({ LINER_DATA_DIR: 'gone' })).toMatchObject({
      code: 'configuration',
      message: 'LINER_DATA_DIR must name a folder, got "gone", which does not exist',
    });
    writeFileSync(join(root, 'file.csv'), 'a,b\n');
    expect(refusal({ LINER_DATA_DIR: 'file.csv' }).message).toBe(
      'LINER_DATA_DIR must name a folder, got "file.csv", which is a file',
    );
  });

  it('refuses a store folder that is a file', () => {
    writeFileSync(join(root, 'a-file'), '');
    expect(refusal({ LINER_STORE_DIR: 'a-file' }).message).toBe(
      'LINER_STORE_DIR must name a folder, got "a-file", which is a file',
    );
  });

  it('names the variable that is wrong and never its secret', () => {
    const error = refusal({ DATABASE_URL: 'mysql://root:s3cret@localhost/x' });
    expect(error.exitCode).toBe(2);
    expect(error.message).toBe('DATABASE_URL must begin with postgres:// or postgresql://');
  });
});
