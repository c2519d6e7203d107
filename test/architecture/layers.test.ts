import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Imports point from right to left only. A module of one layer may import its own and every earlier one. */
const LAYERS = [
  'domain',
  'stats',
  'sources',
  'log',
  'transform',
  'store',
  'features',
  'models',
  'analyses',
  'charts',
  'outputs',
  'pipeline',
  'cli',
] as const;

const SRC = resolve('src');

/** Modules that belong to no folder: errors may be thrown anywhere, settings are read by the shell only. */
const TOP_LEVEL: Readonly<Record<string, number>> = {
  'errors.ts': -1,
  'config.ts': LAYERS.indexOf('pipeline'),
  'pipeline.ts': LAYERS.indexOf('pipeline'),
  'index.ts': LAYERS.length,
  'cli.ts': LAYERS.length,
};

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}

function rank(path: string): number {
  const [first = ''] = relative(SRC, path).split('/');
  if (first in TOP_LEVEL) return TOP_LEVEL[first] ?? Number.NaN;
  return (LAYERS as readonly string[]).indexOf(first);
}

const files = sourceFiles(SRC);
const text = (path: string): string => readFileSync(path, 'utf8');

describe('architecture', () => {
  it('knows the layer of every folder', () => {
    const unknown = files.filter((file) => rank(file) === -1 && !file.endsWith('/errors.ts'));
    expect(unknown.map((file) => relative(SRC, file))).toEqual([]);
  });

  it('imports downwards only', () => {
    const upward = files.flatMap((file) =>
      [...text(file).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].flatMap((match) => {
        const target = resolve(dirname(file), (match[1] ?? '').replace(/\.js$/, '.ts'));
        return target.startsWith(SRC) && rank(target) > rank(file)
          ? [`${relative(SRC, file)} → ${relative(SRC, target)}`]
          : [];
      }),
    );
    expect(upward).toEqual([]);
  });

  it('has no top-level await: notebooks load the package by require', () => {
    const offenders = files.filter((file) =>
      /^(?:export\s+)?(?:const|let|await)\b[^\n]*\bawait\b|^await\b/m.test(text(file)),
    );
    expect(offenders.map((file) => relative(SRC, file))).toEqual([]);
  });

  it('reads the environment in config.ts only', () => {
    const readers = files
      .filter((file) => /process\.env\b/.test(text(file)))
      .map((file) => relative(SRC, file));
    expect(readers).toEqual(['config.ts']);
  });

  it('takes the clock and randomness as arguments', () => {
    const offenders = files.filter((file) => /\bMath\.random\(|\bDate\.now\(/.test(text(file)));
    expect(offenders.map((file) => relative(SRC, file))).toEqual([]);
  });

  it('has no unfinished places', () => {
    const marks =
      /\b(?:TODO|FIXME|XXX)\b|not implemented|\bas any\b|@ts-ignore|catch\s*(?:\([^)]*\))?\s*\{\s*\}/;
    const offenders = files.filter((file) => marks.test(text(file)));
    expect(offenders.map((file) => relative(SRC, file))).toEqual([]);
  });
});
