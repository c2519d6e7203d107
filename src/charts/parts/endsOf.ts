/** The first and last rows of a long ranking; what lies between them is left out. */
export function endsOf<Row>(rows: readonly Row[], most: number): readonly Row[] {
  if (rows.length <= most) return rows;
  const first = Math.ceil(most / 2);
  return [...rows.slice(0, first), ...rows.slice(rows.length - (most - first))];
}
