import { createRandom, deriveSeed } from '../../stats/random.js';

/** Rows to learn from and rows to be judged on; never one row in both. */
export interface Fold {
  readonly train: Int32Array;
  readonly test: Int32Array;
}

/** A way to part rows into folds so that nothing that belongs together stands on both sides. */
export interface Split {
  readonly id: string;
  readonly title: string;
  /** What is kept together, in words: "all versions of a song". */
  readonly keeps: string;
  readonly folds: readonly Fold[];
}

/**
 * Joins groups that share a row in any of the codings: songs on one album, and albums that share a song, become one
 * group. Rows with a missing code (−1) stand alone in that coding.
 *
 * @returns a group per row, numbered from 0 in order of appearance
 * @example
 * joinedGroups([Int32Array.of(0, 0, 1, 2), Int32Array.of(5, 6, 6, -1)]); // Int32Array [0, 0, 0, 1]
 */
export function joinedGroups(codings: readonly Int32Array[]): Int32Array {
  const size = codings[0]?.length ?? 0;
  const parent = Int32Array.from({ length: size }, (_, row) => row);
  const rootOf = (row: number): number => {
    let root = row;
    while (parent[root] !== root) root = parent[root];
    for (let at = row; parent[at] !== root;) {
      const next = parent[at];
      parent[at] = root;
      at = next;
    }
    return root;
  };
  for (const codes of codings) {
    const first = new Map<number, number>();
    codes.forEach((code, row) => {
      if (code < 0) return;
      const other = first.get(code);
      if (other === undefined) first.set(code, row);
      else parent[rootOf(row)] = rootOf(other);
    });
  }
  const numbers = new Map<number, number>();
  return Int32Array.from({ length: size }, (_, row) => {
    const root = rootOf(row);
    const known = numbers.get(root) ?? numbers.size;
    numbers.set(root, known);
    return known;
  });
}

/**
 * Parts groups into folds of about equally many rows: groups in random order, each to the fold with the fewest rows.
 * The folds depend on the groups and the seed alone.
 *
 * @param groups a code per row; rows of one code stay together
 * @throws RangeError where there are fewer groups than folds
 */
export function groupFolds(groups: Int32Array, count: number, seed: number): readonly Fold[] {
  const rows = rowsByGroup(groups);
  if (rows.length < count) {
    throw new RangeError(`${count} folds need as many groups of rows, got ${rows.length}`);
  }
  const random = createRandom(deriveSeed(seed, 'models.folds'));
  shuffle(rows, random);
  // Large groups first, or one that comes last would tip its fold over.
  rows.sort((a, b) => b.length - a.length);
  const fold = new Int32Array(groups.length);
  const sizes = new Int32Array(count);
  for (const group of rows) {
    const smallest = sizes.indexOf(Math.min(...sizes));
    sizes[smallest] += group.length;
    for (const row of group) fold[row] = smallest;
  }
  const all = Int32Array.from(fold.keys());
  return Array.from({ length: count }, (_, index) => ({
    train: all.filter((row) => fold[row] !== index),
    test: all.filter((row) => fold[row] === index),
  }));
}

/** One fold: learns from the rows before a point in time and is judged on those from it on; others stay out. */
export function timeFold(times: Float64Array, from: number): Fold {
  const all = Int32Array.from(times.keys());
  return {
    train: all.filter((row) => times[row] < from),
    test: all.filter((row) => times[row] >= from),
  };
}

function rowsByGroup(groups: Int32Array): number[][] {
  const rows = new Map<number, number[]>();
  groups.forEach((group, row) => {
    const list = rows.get(group);
    if (list) list.push(row);
    else rows.set(group, [row]);
  });
  return [...rows.values()];
}

function shuffle<T>(items: T[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j], items[i]];
  }
}
