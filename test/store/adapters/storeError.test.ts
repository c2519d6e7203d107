import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/errors.js';
import { brokenConstraint, storeError } from '../../../src/store/adapters/storeError.js';

const withCode = (code: string, message = 'words') => Object.assign(new Error(message), { code });

describe('storeError', () => {
  it.each([
    ['ENOSPC', 'failed', /no space is left/],
    ['53100', 'failed', /no space is left/],
    ['EROFS', 'configuration', /cannot be written to/],
    ['ECONNREFUSED', 'configuration', /no PostgreSQL server answers/],
    ['ENOTFOUND', 'configuration', /host name is not known/],
    ['28P01', 'configuration', /refused the user or the password/],
    ['3D000', 'configuration', /no database of that name/],
    ['57P01', 'failed', /connection to the server was lost/],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'configuration', /certificate/],
  ])('explains %s', (code, kind, words) => {
    const error = storeError(withCode(code), 'the store x') as AppError;
    expect(error).toBeInstanceOf(AppError);
    expect(error.code).toBe(kind);
    expect(error.message).toMatch(words);
    expect(error.message).toMatch(/^the store x: /);
    expect(error.hint).toBeTruthy();
  });

  it.each([
    ['SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string', /asks for a password/],
    ['The server does not support SSL connections', /does not speak TLS/],
  ])('explains "%s", which has no code', (message, words) => {
    const error = storeError(new Error(message), 'x') as AppError;
    expect([error.code, error.message]).toEqual([
      'configuration',
      expect.stringMatching(words) as string,
    ]);
  });

  it('knows losses that carry no code, and looks into bundles of errors', () => {
    const lost = storeError(new Error('Connection terminated unexpectedly'), 'x') as AppError;
    expect(lost.message).toMatch(/connection to the server was lost/);
    const full = storeError(
      withCode('XX000', 'could not write: No space left on device'),
      'x',
    ) as AppError;
    expect(full.message).toMatch(/no space is left/);
    const both = storeError(new AggregateError([withCode('ECONNREFUSED')]), 'x') as AppError;
    expect(both.message).toMatch(/no PostgreSQL server answers.*ECONNREFUSED/);
  });

  it('leaves bugs and its own errors as they are', () => {
    const bug = withCode('42601', 'syntax error');
    expect(storeError(bug, 'x')).toBe(bug);
    const own = new AppError('usage', 'x');
    expect(storeError(own, 'y')).toBe(own);
    expect(storeError('text', 'y')).toBe('text');
  });
});

describe('brokenConstraint', () => {
  it('names table, constraint and key, and nothing else', () => {
    const error = {
      code: '23505',
      table: 'songs',
      constraint: 'songs_pkey',
      detail: 'Key (id)=(x) already exists.',
    };
    expect(brokenConstraint(error)).toBe(
      'table songs, constraint songs_pkey: Key (id)=(x) already exists.',
    );
    expect(brokenConstraint({ code: '23514' })).toBe('table ?, constraint ?: key unknown');
    expect(brokenConstraint({ code: '42601' })).toBeNull();
    expect(brokenConstraint(null)).toBeNull();
  });
});
