import { AppError, messageOf } from '../../errors.js';

/** Facts that drivers and the operating system hang on their errors. */
interface DriverError {
  readonly code?: string;
  readonly detail?: string;
  readonly table?: string;
  readonly constraint?: string;
  readonly where?: string;
}

interface Rule {
  readonly codes: readonly string[];
  readonly says: string;
  readonly hint: string;
  readonly kind: 'configuration' | 'failed';
}

const RULES: readonly Rule[] = [
  {
    codes: ['ENOSPC', '53100', 'EDQUOT'],
    says: 'no space is left for the store',
    hint: 'free some disk space and run the command again; the interrupted load left nothing behind',
    kind: 'failed',
  },
  {
    codes: ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', '25006'],
    says: 'the store cannot be written to',
    hint: 'make the folder writable, or choose another one',
    kind: 'configuration',
  },
  {
    codes: ['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT'],
    says: 'no PostgreSQL server answers there',
    hint: 'check host and port, and that the server is running and reachable from here',
    kind: 'configuration',
  },
  {
    codes: ['ENOTFOUND', 'EAI_AGAIN'],
    says: 'the host name is not known',
    hint: 'check the spelling of the host in the address',
    kind: 'configuration',
  },
  {
    codes: ['28P01', '28000'],
    says: 'the server refused the user or the password',
    hint: 'check user and password; a server that insists on TLS needs ?sslmode=require in the address',
    kind: 'configuration',
  },
  {
    codes: ['NO_PASSWORD'],
    says: 'the server asks for a password, and the address has none',
    hint: 'write it into the address: postgres://USER:PASSWORD@HOST/NAME',
    kind: 'configuration',
  },
  {
    codes: ['NO_TLS'],
    says: 'the server does not speak TLS, and the address asks for it',
    hint: 'leave sslmode out of the address, or turn TLS on at the server',
    kind: 'configuration',
  },
  {
    codes: ['3D000'],
    says: 'the server has no database of that name',
    hint: 'create it first (createdb NAME), or name another one in the address',
    kind: 'configuration',
  },
  {
    codes: ['53300'],
    says: 'the server has no free connection',
    hint: 'try again later, or raise max_connections',
    kind: 'failed',
  },
  {
    codes: ['42501'],
    says: 'the user may not do that on the server',
    hint: 'use a user that owns the schema',
    kind: 'configuration',
  },
  {
    codes: ['57P01', '57P02', '57P03', '08000', '08003', '08006', 'ECONNRESET', 'EPIPE'],
    says: 'the connection to the server was lost',
    hint: 'nothing of the interrupted work was kept; run the command again when the server is back',
    kind: 'failed',
  },
  {
    codes: [
      'SELF_SIGNED_CERT_IN_CHAIN',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'ERR_TLS_CERT_ALTNAME_INVALID',
      'CERT_HAS_EXPIRED',
    ],
    says: "the server's certificate could not be verified",
    hint: 'name its authority with sslrootcert=FILE, or use sslmode=require to encrypt without checking it',
    kind: 'configuration',
  },
];

/** Some losses of a connection carry no code, only words. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [
    /Connection terminated|Client has encountered a connection error|server closed the connection/i,
    '08006',
  ],
  [
    /timeout (expired|exceeded) when trying to connect|Connection terminated due to connection timeout/i,
    'ETIMEDOUT',
  ],
  [/client password must be a string/i, 'NO_PASSWORD'],
  [/server does not support SSL/i, 'NO_TLS'],
  [/No space left on device/i, 'ENOSPC'],
  [/Read-only file system/i, 'EROFS'],
];

function codeOf(error: unknown): string | undefined {
  const words = WORDS.find(([pattern]) => pattern.test(messageOf(error)));
  const inner = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  const code =
    typeof inner === 'object' && inner !== null ? (inner as DriverError).code : undefined;
  return typeof code === 'string' && RULES.some((rule) => rule.codes.includes(code))
    ? code
    : (words?.[1] ?? code);
}

/**
 * Turns what an engine threw into an {@link AppError} where the user can mend it; anything else is given back as it
 * is, for it is a bug.
 *
 * @param where the store in words that hold no secret: a folder, or an address without its password
 */
export function storeError(error: unknown, where: string): unknown {
  if (error instanceof AppError) return error;
  const code = codeOf(error);
  const rule = RULES.find((candidate) => code !== undefined && candidate.codes.includes(code));
  if (!rule) return error;
  return new AppError(
    rule.kind,
    `${where}: ${rule.says} (${messageOf(error) || code})`,
    rule.hint,
    { cause: error },
  );
}

/** Table, constraint and key of a broken constraint, or null where the error is of another kind. */
export function brokenConstraint(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const { code, table, constraint, detail, where } = error as DriverError;
  if (typeof code !== 'string' || !code.startsWith('23')) return null;
  const key = detail ?? where ?? 'key unknown';
  return `table ${table ?? '?'}, constraint ${constraint ?? '?'}: ${key}`;
}
