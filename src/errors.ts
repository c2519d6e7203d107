/** What kind of trouble an {@link AppError} tells of; it decides the exit code. */
export type ErrorCode =
  | 'usage' // the command was called wrongly
  | 'configuration' // a setting, a path or a server address is wrong
  | 'input' // a file cannot be read as data
  | 'locked' // another process holds the store
  | 'stale' // an output does not match its data
  | 'failed'; // the work itself failed

/** Process exit codes of the command, documented in the README. */
export const EXIT_CODES: Readonly<Record<ErrorCode, 1 | 2 | 3>> = {
  usage: 2,
  configuration: 2,
  input: 3,
  locked: 3,
  stale: 1,
  failed: 3,
};

/**
 * A problem that the user can mend. The message names the thing, the requirement and what was got;
 * the hint says what to do next. Everything else that is thrown is a bug.
 *
 * @example
 * throw new AppError('usage', 'unknown dataset "spotfy"', 'known: spotify_songs, spotify_youtube');
 */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly hint?: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  get exitCode(): 1 | 2 | 3 {
    return EXIT_CODES[this.code];
  }
}

/**
 * The code that the system, the network or a database gave to an error; null where it has none.
 *
 * @example
 * codeOf(Object.assign(new Error('gone'), { code: 'ENOENT' })); // 'ENOENT'
 */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
