import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'node:tls';
import { AppError, messageOf } from '../../errors.js';

/** The address of a server, taken apart. */
export interface PostgresAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly database: string | undefined;
  /** How to connect, in the order to be tried: with these TLS options, or in the clear. */
  readonly attempts: readonly (ConnectionOptions | false)[];
  /** The address without its password: fit for messages. */
  readonly shown: string;
}

const HINT = 'the form is postgres://USER:PASSWORD@HOST:5432/DATABASE?sslmode=require';
const SSL_MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;
type SslMode = (typeof SSL_MODES)[number];

function refused(what: string): AppError {
  // The address itself stays out of the message: a malformed one may show its password anywhere.
  return new AppError('configuration', `the database address ${what}`, HINT);
}

function parseUrl(address: string): URL {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw refused('must be a postgres:// address, and this one cannot be read as an address');
  }
  if (!/^postgres(ql)?:$/.test(url.protocol)) {
    throw refused(`must begin with postgres://, got ${JSON.stringify(url.protocol)}`);
  }
  return url;
}

function decode(part: string, name: string): string | undefined {
  try {
    return part === '' ? undefined : decodeURIComponent(part);
  } catch {
    throw refused(`has a ${name} with a "%" that begins no escape; write %25 for a percent sign`);
  }
}

function sslModeOf(url: URL): SslMode {
  const given = url.searchParams.get('sslmode') ?? 'prefer';
  const mode = SSL_MODES.find((candidate) => candidate === given);
  if (!mode)
    throw refused(`must have an sslmode of ${SSL_MODES.join(', ')}, got ${JSON.stringify(given)}`);
  return mode;
}

function authority(url: URL): string | undefined {
  const path = url.searchParams.get('sslrootcert');
  if (path === null || path === 'system') return undefined;
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw refused(`names a certificate that cannot be read (${messageOf(error)})`);
  }
}

/** libpq's meaning of the modes: `require` encrypts without checking who answers, `verify-…` checks. */
function attemptsFor(mode: SslMode, url: URL): readonly (ConnectionOptions | false)[] {
  const ca = authority(url);
  const unchecked: ConnectionOptions = { rejectUnauthorized: false };
  const checked: ConnectionOptions = {
    rejectUnauthorized: true,
    ...(ca === undefined ? {} : { ca }),
  };
  switch (mode) {
    case 'disable':
      return [false];
    case 'allow':
      return [false, unchecked];
    case 'prefer':
      return [unchecked, false];
    case 'require':
      return [ca === undefined ? unchecked : { ...checked, checkServerIdentity: () => undefined }];
    case 'verify-ca':
      return [{ ...checked, checkServerIdentity: () => undefined }];
    case 'verify-full':
      return [checked];
  }
}

/**
 * Reads a server's address as libpq does: `postgres://user:password@host:port/database?sslmode=…`; a `host` parameter
 * that begins with "/" is the folder of a Unix socket.
 *
 * @throws AppError `configuration` where it is no such address; the message never shows it
 * @example
 * parsePostgresAddress('postgres://me:secret@db.example/songs').shown; // 'postgres://me@db.example:5432/songs'
 */
export function parsePostgresAddress(address: string): PostgresAddress {
  const url = parseUrl(address);
  const host =
    url.searchParams.get('host') ??
    (url.hostname === '' ? 'localhost' : url.hostname.replace(/^\[|\]$/g, ''));
  const port = Number(url.port === '' ? (url.searchParams.get('port') ?? 5432) : url.port);
  const user = decode(url.username, 'user');
  const database = decode(url.pathname.replace(/^\//, ''), 'database name') ?? user;
  const socket = host.startsWith('/');
  return {
    host,
    port,
    user,
    password: decode(url.password, 'password'),
    database,
    attempts: socket ? [false] : attemptsFor(sslModeOf(url), url),
    shown: `postgres://${user === undefined ? '' : `${user}@`}${host}:${port}/${database ?? ''}`,
  };
}
