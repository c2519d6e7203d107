import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from './errors.js';

const environmentSchema = z.object({
  LINER_DATA_DIR: z.string().min(1).optional(),
  LINER_STORE_DIR: z.string().min(1).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
    .optional(),
  CHROME_PATH: z.string().min(1).optional(),
  PATH: z.string().optional(),
});

/** Settings of a run: where things stand and which engines to use. All paths are absolute. */
export interface Config {
  /** The folder the outputs are written to: where the command was called. */
  readonly root: string;
  /** Public data files. */
  readonly dataDir: string;
  /** Embedded stores and caches; safe to delete. */
  readonly storeDir: string;
  /** A PostgreSQL server for `--dataset store` instead of the embedded one. */
  readonly databaseUrl: string | null;
  /** Where to look for a browser that makes the deck's PDF. */
  readonly browser: {
    readonly CHROME_PATH?: string | undefined;
    readonly PATH?: string | undefined;
  };
}

/**
 * Reads the settings from the environment. This is the only reader of `process.env`.
 *
 * @throws AppError 'configuration' that names the variable, never its secret parts
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  root: string = process.cwd(),
): Config {
  const parsed = environmentSchema.safeParse(withoutEmpty(environment));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new AppError(
      'configuration',
      `${String(issue?.path[0])} ${issue?.message ?? 'is wrong'}`,
    );
  }
  const { LINER_DATA_DIR: data, LINER_STORE_DIR: store } = parsed.data;
  if (data !== undefined) requireFolder('LINER_DATA_DIR', data, root, { mayBeAbsent: false });
  if (store !== undefined) requireFolder('LINER_STORE_DIR', store, root, { mayBeAbsent: true });
  return {
    root,
    dataDir: resolve(root, data ?? 'data/raw'),
    storeDir: resolve(root, store ?? 'data/store'),
    databaseUrl: parsed.data.DATABASE_URL ?? null,
    browser: { CHROME_PATH: parsed.data.CHROME_PATH, PATH: parsed.data.PATH },
  };
}

function requireFolder(
  variable: string,
  got: string,
  root: string,
  { mayBeAbsent }: { readonly mayBeAbsent: boolean },
): void {
  const found = statSync(resolve(root, got), { throwIfNoEntry: false });
  if (found === undefined ? mayBeAbsent : found.isDirectory()) return;
  const why = found === undefined ? 'which does not exist' : 'which is a file';
  throw new AppError('configuration', `${variable} must name a folder, got "${got}", ${why}`);
}

/** An empty variable counts as not set. */
function withoutEmpty(
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
}
