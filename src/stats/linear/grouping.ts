/** Rows in groups, group by group. */
export interface Grouping {
  readonly groups: number;
  /** Group of each row, 0-based and without gaps. */
  readonly of: Int32Array;
  /** Row numbers, those of group g at `start[g]` … `start[g + 1] − 1`, ascending. */
  readonly members: Int32Array;
  readonly start: Int32Array;
}

/** Groups the rows 0 … n − 1 by the codes of `rows[i]`; groups are numbered in order of appearance. */
export function groupRows(codes: ArrayLike<number>, rows: ArrayLike<number>): Grouping {
  const n = rows.length;
  const of = new Int32Array(n);
  const numbers = new Map<number, number>();
  for (let i = 0; i < n; i += 1) {
    const code = codes[rows[i]];
    let group = numbers.get(code);
    if (group === undefined) {
      group = numbers.size;
      numbers.set(code, group);
    }
    of[i] = group;
  }
  const start = new Int32Array(numbers.size + 1);
  for (let i = 0; i < n; i += 1) start[of[i] + 1] += 1;
  for (let g = 0; g < numbers.size; g += 1) start[g + 1] += start[g];
  const next = start.slice();
  const members = new Int32Array(n);
  for (let i = 0; i < n; i += 1) members[next[of[i]]++] = i;
  return { groups: numbers.size, of, members, start };
}

/** Whether all rows of each inner group lie in one outer group. */
export function isNested(inner: Grouping, outer: Grouping): boolean {
  for (let g = 0; g < inner.groups; g += 1) {
    const first = outer.of[inner.members[inner.start[g]]];
    for (let k = inner.start[g] + 1; k < inner.start[g + 1]; k += 1) {
      if (outer.of[inner.members[k]] !== first) return false;
    }
  }
  return true;
}
