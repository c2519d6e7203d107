/** Relative difference up to which two numbers are equal. */
export const EQUAL = 1e-9;
/** And up to which sums of many floating point numbers are. */
export const EQUAL_SUMS = 1e-6;

/** Order statistics and counts: nothing is summed, so nothing may differ. */
const NOT_SUMMED = /(^|[ :])(n|missing|min|max|median|q1|q3|q0\.1|q0\.9|mad|U)$/;

/**
 * How two programs' answers agree, number by number.
 *
 * @param {Readonly<Record<string, number | null>>} ours null: not a number
 * @param {Readonly<Record<string, number | null>>} peers
 * @returns `equal`: names within 1e-9; `sums`: further sums within 1e-6; `different` and `sums` by falling difference;
 * `onlyOurs`, `onlyPeers`: names without a counterpart
 */
export function compareAnswers(ours, peers) {
  const shared = Object.keys(ours).filter((name) => name in peers);
  const compared = shared.map((name) => ({
    name,
    ours: ours[name],
    peer: peers[name],
    difference: relativeDifference(ours[name], peers[name]),
  }));
  const isEqual = ({ difference }) => difference <= EQUAL;
  const isSum = ({ name, difference }) => !NOT_SUMMED.test(name) && difference <= EQUAL_SUMS;
  const others = compared
    .filter((one) => !isEqual(one))
    .sort((a, b) => b.difference - a.difference);
  return {
    compared: compared.length,
    equal: compared.filter(isEqual).length,
    sums: others.filter(isSum),
    different: others.filter((one) => !isSum(one)),
    onlyOurs: Object.keys(ours).filter((name) => !(name in peers)),
    onlyPeers: Object.keys(peers).filter((name) => !(name in ours)),
  };
}

/** Below it a double has fewer digits the smaller it is, so no relative difference makes sense. */
const SMALLEST_NORMAL = 2 ** -1022;

/** |a − b| over the larger of the two; 0 where both are NaN or too small for digits, infinite where one is NaN. */
export function relativeDifference(a, b) {
  if (a === b) return 0;
  if (a === null || b === null) return Infinity;
  const larger = Math.max(Math.abs(a), Math.abs(b));
  return larger < SMALLEST_NORMAL ? 0 : Math.abs(a - b) / larger;
}
