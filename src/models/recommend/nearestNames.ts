/**
 * The names that are nearest to one that is not known, by edits of single characters (Levenshtein 1966) of their keys, as
 * their places; names that differ in more than a third of the characters are not near.
 *
 * @param known keys of names
 * @example
 * nearestNames('portishaed', ['moby', 'portishead', 'portisheads'], 2); // [1, 2]
 */
export function nearestNames(key: string, known: readonly string[], count: number): number[] {
  const most = Math.max(1, Math.floor(key.length / 3));
  return known
    .flatMap((other, place) => {
      if (Math.abs(other.length - key.length) > most) return [];
      const edits = editDistance(key, other);
      return edits <= most ? [{ place, edits }] : [];
    })
    .sort((a, b) => a.edits - b.edits || a.place - b.place)
    .slice(0, count)
    .map(({ place }) => place);
}

/** One row of the table of distances at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[b.length];
}
