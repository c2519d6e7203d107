import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/errors.js';
import { openPostgres } from '../../../src/store/adapters/postgres.js';
import { parsePostgresAddress } from '../../../src/store/adapters/postgresAddress.js';

const refused = (address: string): AppError => {
  try {
    parsePostgresAddress(address);
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error(`${address} was not refused`);
};

describe('parsePostgresAddress', () => {
  it('reads all parts, and shows all but the password', () => {
    const address = parsePostgresAddress(
      'postgres://me:s%40cret%2F@db.example:6543/my%20songs?sslmode=require',
    );
    expect(address).toMatchObject({
      host: 'db.example',
      port: 6543,
      user: 'me',
      password: 's@cret/',
      database: 'my songs',
    });
    expect(address.shown).toBe('postgres://me@db.example:6543/my songs');
  });

  it('fills in what is left out', () => {
    expect(parsePostgresAddress('postgresql://me@[::1]')).toMatchObject({
      host: '::1',
      port: 5432,
      database: 'me',
    });
    expect(parsePostgresAddress('postgres:///songs?host=/run/postgresql&port=1')).toMatchObject({
      host: '/run/postgresql',
      port: 1,
      user: undefined,
      database: 'songs',
      attempts: [false],
      shown: 'postgres:///run/postgresql:1/songs',
    });
  });

  it.each([
    ['', [{ rejectUnauthorized: false }, false]],
    ['?sslmode=prefer', [{ rejectUnauthorized: false }, false]],
    ['?sslmode=allow', [false, { rejectUnauthorized: false }]],
    ['?sslmode=disable', [false]],
    ['?sslmode=require', [{ rejectUnauthorized: false }]],
    ['?sslmode=verify-full', [{ rejectUnauthorized: true }]],
  ])('means by "%s" what libpq means', (query, attempts) => {
    expect(parsePostgresAddress(`postgres://h/d${query}`).attempts).toEqual(attempts);
  });

  it('reads the authority’s certificate, and checks against it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'liner-ca-'));
    const path = join(folder, 'ca.pem');
    writeFileSync(path, 'PEM');
    const of = (mode: string) =>
      parsePostgresAddress(`postgres://h/d?sslmode=${mode}&sslrootcert=${path}`).attempts[0];
    expect(of('require')).toMatchObject({ rejectUnauthorized: true, ca: 'PEM' });
    expect(of('verify-full')).toEqual({ rejectUnauthorized: true, ca: 'PEM' });
    const verifyCa = of('verify-ca');
    expect(verifyCa && verifyCa.checkServerIdentity?.('h', {} as never)).toBeUndefined();
    rmSync(folder, { recursive: true });
    expect(refused(`postgres://h/d?sslrootcert=${path}`).message).toMatch(
      /certificate that cannot be read/,
    );
  });

  it.each([
    'mysql://me:hunter2@h/d',
    'me:hunter2@h/d',
    'postgres://me:hunter2@h:port/d',
    'postgres://me:hunter2%@h/d',
    'postgres://me:hunter2@h/d?sslmode=sometimes',
  ])('refuses %s without showing the password', (address) => {
    const error = refused(address);
    expect(error.code).toBe('configuration');
    expect(`${error.message} ${error.hint}`).not.toContain('hunter2');
    expect(error.cause).toBeUndefined();
  });
});

describe('openPostgres', () => {
  it('says that nobody answers, without the password', async () => {
    const error: unknown = await openPostgres('postgres://me:hunter2@127.0.0.1:1/d').catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(AppError);
    const { message, code } = error as AppError;
    expect(code).toBe('configuration');
    expect(message).toMatch(/postgres:\/\/me@127\.0\.0\.1:1\/d: no PostgreSQL server answers/);
    expect(message).not.toContain('hunter2');
  });
});
