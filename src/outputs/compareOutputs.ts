import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../errors.js';
import { bytesOf, sortedPaths, type OutputSet } from './outputSet.js';
import { readIfPresent } from './writeOutputs.js';

/** A file that is not what would be written. */
export interface OutputDifference {
  readonly path: string;
  readonly kind: 'missing' | 'differs' | 'extra';
  /** 1-based first line that differs, for text; null otherwise. */
  readonly line: number | null;
}

/**
 * Compares what would be written with what is there; writes nothing.
 *
 * @param folders folders (relative to the root) that should hold nothing else of the given ending, for example
 *   `{ 'reports/figures': '.svg' }`: a figure of a chart that is gone is an extra
 */
export function compareOutputs(
  set: OutputSet,
  root: string,
  folders: Readonly<Record<string, string>> = {},
): readonly OutputDifference[] {
  const differing = sortedPaths(set).flatMap((path) => {
    const difference = compareOne(path, bytesOf(set.get(path) ?? ''), join(root, path));
    return difference ? [difference] : [];
  });
  return [...differing, ...extras(set, root, folders)];
}

/** The differences as lines for the terminal. */
export function describeDifference({ path, kind, line }: OutputDifference): string {
  if (kind === 'missing') return `${path}: is not there`;
  if (kind === 'extra') return `${path}: nothing writes it any more`;
  return line === null ? `${path}: differs` : `${path}: differs from line ${line} on`;
}

function compareOne(path: string, wanted: Buffer, target: string): OutputDifference | null {
  const present = readIfPresent(target);
  if (present === null) return { path, kind: 'missing', line: null };
  if (Buffer.compare(present, wanted) === 0) return null;
  return { path, kind: 'differs', line: firstDifferentLine(present, wanted) };
}

function firstDifferentLine(a: Buffer, b: Buffer): number | null {
  if (a.includes(0) || b.includes(0)) return null;
  const [left, right] = [a.toString('utf8').split('\n'), b.toString('utf8').split('\n')];
  const index = left.findIndex((line, at) => line !== right[at]);
  return (index === -1 ? left.length : index) + 1;
}

function extras(
  set: OutputSet,
  root: string,
  folders: Readonly<Record<string, string>>,
): OutputDifference[] {
  return Object.entries(folders).flatMap(([folder, ending]) =>
    filesIn(join(root, folder))
      .filter((name) => name.endsWith(ending))
      .map((name) => `${folder}/${name}`)
      .filter((path) => !set.has(path))
      .map((path) => ({ path, kind: 'extra' as const, line: null })),
  );
}

/** Files of a folder, none where it does not exist, in code-unit order. */
function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
